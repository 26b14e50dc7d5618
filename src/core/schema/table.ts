/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a table of `schemas/`; one that is not there has no entries. */
export function parseTable(text: string | undefined): Record<string, unknown> {
  const table: unknown = text === undefined ? undefined : JSON.parse(text);
  return isRecord(table) ? table : {};
}
