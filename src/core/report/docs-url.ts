/** The published page of a rule. */
export function docsUrl(rule: string): string {
  return `https://github.com/svclint/svclint/blob/main/rules/${rule}/docs.md`;
}
