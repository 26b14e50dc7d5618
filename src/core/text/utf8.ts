/** A text in UTF-8, one character a byte. */
export function utf8Of(text: string): string {
  const whole = text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd');
  return encodeURIComponent(whole).replaceAll(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The text of UTF-8, one character a byte; undefined where the bytes are no UTF-8. */
export function readUtf8(bytes: string): string | undefined {
  try {
    return decodeURIComponent(bytes.replaceAll(/[^\w.-]/gs, byte => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`));
  } catch {
    return undefined;
  }
}
