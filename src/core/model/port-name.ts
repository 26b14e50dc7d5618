/** Whether the API server takes a text as the name of a container port (S-115, S-179): it needs a letter, so digits alone are no name. */
export function isPortName(text: string): boolean {
  return text.length <= 15 && /^[a-z0-9-]+$/.test(text) && /[a-z]/.test(text) && !text.includes('--') && !text.startsWith('-') && !text.endsWith('-');
}
