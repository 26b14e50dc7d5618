/** A value of a JSON text with the offset where it begins. */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: number; readonly entries: readonly JsonEntry[] }
  | { readonly kind: 'list'; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'scalar'; readonly at: number; readonly value: string | number | boolean | null };

export interface JsonEntry {
  readonly key: string;
  readonly at: number;
  readonly value: JsonNode;
}

/** What keeps a text from being read, as a clause, and where. */
export interface JsonFault {
  readonly fault: string;
  readonly at: number;
}

/** A baseline has three levels: what nests deeper is none, and shall not exhaust the stack. */
const DEEPEST = 8;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)/m;

class Stop extends Error {
  readonly at: number;

  constructor(fault: string, at: number) {
    super(fault);
    this.at = at;
  }
}

/** Reads JSON as it is defined, and nothing beyond: no comments, no commas at the end, each key once. */
class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readWhole(): JsonNode {
    const node = this.#value(0);
    this.#skipBlanks();
    if (this.#at < this.#text.length) throw new Stop('more text follows after the end', this.#at);
    return node;
  }

  #value(depth: number): JsonNode {
    this.#skipBlanks();
    const at = this.#at;
    const first = this.#text[at];
    if (depth > DEEPEST) throw new Stop('it nests deeper than a baseline does', at);
    if (first === '{') return { kind: 'object', at, entries: this.#entries(depth) };
    if (first === '[') return { kind: 'list', at, items: this.#items(depth) };
    if (first === '"') return { kind: 'scalar', at, value: this.#string() };
    const word = this.#match(WORD) ?? this.#match(NUMBER);
    if (word === undefined) throw this.#unexpected('a value');
    const value: unknown = JSON.parse(word);
    return { kind: 'scalar', at, value: typeof value === 'number' || typeof value === 'boolean' ? value : null };
  }

  #entries(depth: number): JsonEntry[] {
    const entries: JsonEntry[] = [];
    const keys = new Set<string>();
    this.#at++;
    if (this.#takes('}')) return entries;
    do {
      this.#skipBlanks();
      const at = this.#at;
      if (this.#text[at] !== '"') throw this.#unexpected('a key in double quotes');
      const key = this.#string();
      if (keys.has(key)) throw new Stop(`key "${key}" stands twice`, at);
      keys.add(key);
      if (!this.#takes(':')) throw this.#unexpected('":"');
      entries.push({ key, at, value: this.#value(depth + 1) });
    } while (this.#takes(','));
    if (!this.#takes('}')) throw this.#unexpected('"," or "}"');
    return entries;
  }

  #items(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.#at++;
    if (this.#takes(']')) return items;
    do items.push(this.#value(depth + 1));
    while (this.#takes(','));
    if (!this.#takes(']')) throw this.#unexpected('"," or "]"');
    return items;
  }

  #string(): string {
    const start = this.#at;
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"' && this.#text[end] !== '\n') end += this.#text[end] === '\\' ? 2 : 1;
    if (this.#text[end] !== '"') throw new Stop('a text has no closing quote', start);
    this.#at = end + 1;
    try {
      return String(JSON.parse(this.#text.slice(start, end + 1)));
    } catch {
      throw new Stop('a text holds a character or an escape that JSON does not have', start);
    }
  }

  #skipBlanks(): void {
    while (' \t\r\n'.includes(this.#text[this.#at] ?? '-')) this.#at++;
  }

  #takes(mark: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== mark) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const word = pattern.exec(this.#text)?.[0];
    this.#at += word?.length ?? 0;
    return word;
  }

  #unexpected(expected: string): Stop {
    const found = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    return new Stop(this.#at < this.#text.length ? `${expected} is expected and not "${found}"` : `it ends where ${expected} is expected`, this.#at);
  }
}

/** Reads a JSON text. Never throws for what the text holds. */
export function readJson(text: string): JsonNode | JsonFault {
  const conflict = CONFLICT.exec(text);
  if (conflict) return { fault: 'it holds the marks of a merge conflict', at: conflict.index };
  try {
    return new JsonReader(text).readWhole();
  } catch (error) {
    if (error instanceof Stop) return { fault: error.message, at: error.at };
    throw error;
  }
}
