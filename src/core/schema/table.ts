/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a table of `schemas/`; one that is not there has no entries. */
export function parseTable(text: string | undefined): Record<string, unknown> {
  const table: unknown = text === undefined ? undefined : JSON.parse(text);
  return isRecord(table) ? table : {};
}

/** A table of `schemas/`, of which every entry stands on a line of its own: an entry is parsed when it is asked for, and most never are. */
export class Table {
  readonly #text: string;

  constructor(text: string | undefined) {
    this.#text = text ?? '';
  }

  has(name: string): boolean {
    return this.#find(name) !== -1;
  }

  get(name: string): unknown {
    const at = this.#find(name);
    if (at === -1) return undefined;
    const end = this.#text.indexOf('\n', at);
    return JSON.parse(this.#text.slice(at, end).trimEnd().replace(/,$/, ''));
  }

  names(): string[] {
    return [...this.#text.matchAll(/^"([^"]+)":/gm)].map(([, name = '']) => name);
  }

  /** Where the value of an entry begins; -1 where there is none. */
  #find(name: string): number {
    const key = `\n${JSON.stringify(name)}:`;
    const at = this.#text.indexOf(key);
    return at === -1 ? -1 : at + key.length;
  }
}
