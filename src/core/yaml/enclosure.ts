/** A quoted scalar or a flow collection of a document that does not parse, found without a parser. */
export interface Enclosure {
  readonly start: number;
  /** After the closing character; the end of the text where there is none. */
  readonly end: number;
  readonly char: '"' | "'" | '[' | '{';
  readonly isClosed: boolean;
  /** The innermost bracket that is never closed, and a closing bracket of the other kind that stands in its place. */
  readonly open: number | undefined;
  readonly mismatch: number | undefined;
}

/** Lines of a block scalar's text. */
export interface BlockText {
  readonly header: number;
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

export interface Outline {
  readonly enclosures: readonly Enclosure[];
  readonly blocks: readonly BlockText[];
}

const BLOCK_HEADER = /[|>](?:[-+]?[1-9]?|[1-9][-+])[ \t]*(?:#[^\n]*|\r?)(?=\n|$)/y;
const PROPERTY = /[&!][^\s,[\]{}]*[ \t]+/y;
const INDICATOR = /[-?:](?=[ \t\r\n]|$)[ \t]*/y;
const CLOSERS = new Map([
  ['[', ']'],
  ['{', '}'],
]);

function quoteEnd(text: string, start: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\' && quote === '"') at++;
    else if (char === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at + 1;
      at++;
    }
  }
  return undefined;
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
};

function quoted(text: string, start: number, char: '"' | "'"): Enclosure {
  const end = quoteEnd(text, start);
  return { start, end: end ?? text.length, char, isClosed: end !== undefined, open: undefined, mismatch: undefined };
}

/** Whether a `#` after this character opens a comment for kubectl, which wants no blank after a quote or bracket. */
export function opensComment(before: string | undefined): boolean {
  return before === undefined || /[\s"'[\]{},]/.test(before);
}

/** End of a quote or comment within brackets that begins at `at`; undefined for other text, and for a quote that nothing closes. */
function passage(text: string, at: number, before: string): number | undefined {
  const char = text[at];
  if ((char === '"' || char === "'") && /^[[{,:]?$/.test(before)) return quoteEnd(text, at) ?? Number.POSITIVE_INFINITY;
  return char === '#' && opensComment(text[at - 1]) ? lineEnd(text, at) : undefined;
}

function flow(text: string, start: number, char: '[' | '{'): Enclosure {
  const openers: number[] = [];
  let before = '';
  for (let at = start; at < text.length; at++) {
    const current = text[at] ?? '';
    const end = passage(text, at, before);
    if (end === Number.POSITIVE_INFINITY) return { start, end: text.length, char, isClosed: false, open: at, mismatch: undefined };
    if (end !== undefined) at = end - 1;
    else if (current === '[' || current === '{') openers.push(at);
    else if (current === ']' || current === '}') {
      const opener = openers.pop() ?? start;
      if (CLOSERS.get(text[opener] ?? '') !== current) return { start, end: at, char, isClosed: false, open: opener, mismatch: at };
      if (openers.length === 0) return { start, end: at + 1, char, isClosed: true, open: undefined, mismatch: undefined };
    }
    if (!/\s/.test(current)) before = current;
  }
  return { start, end: text.length, char, isClosed: false, open: openers.at(-1) ?? start, mismatch: undefined };
}

/** Reads the lines of a document as far as it takes to tell quotes, brackets and block scalars from plain text. */
class Outliner {
  readonly enclosures: Enclosure[] = [];
  readonly blocks: BlockText[] = [];
  readonly #text: string;
  #at = 0;
  #lineStart = 0;
  /** Column of the key or dash that the next value belongs to. */
  #owner = -1;
  /** Column of the owner of a plain value that may go on in the next lines. */
  #plainOwner: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    if (this.#text.startsWith('---')) this.#at = 3;
    while (this.#at < this.#text.length) this.#line();
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #line(): void {
    this.#skip(/[ \t]*/y);
    const column = this.#at - this.#lineStart;
    const end = lineEnd(this.#text, this.#at);
    const isBlank = /^\s*(?:#|$)/.test(this.#text.slice(this.#at, end));
    const continues = this.#plainOwner !== undefined && column > this.#plainOwner && !/:(?:\s|$)/.test(this.#text.slice(this.#at, end));
    if (isBlank || continues) this.#at = end;
    else {
      this.#plainOwner = undefined;
      this.#owner = -1;
      while (this.#node());
      this.#at = lineEnd(this.#text, this.#at);
    }
    this.#newLine();
  }

  #newLine(): void {
    this.#at++;
    this.#lineStart = this.#at;
  }

  /** One indicator, key or value of a line; false when the rest of the line says nothing more. */
  #node(): boolean {
    const column = this.#at - this.#lineStart;
    const char = this.#text[this.#at];
    if (this.#skip(INDICATOR)) {
      if (char === '-') this.#owner = column;
      return true;
    }
    if (this.#skip(PROPERTY)) return true;
    if (char === '"' || char === "'") return this.#enclosure(quoted(this.#text, this.#at, char), column);
    if (char === '[' || char === '{') return this.#enclosure(flow(this.#text, this.#at, char), column);
    if (char === '|' || char === '>') return this.#block();
    return char !== undefined && char !== '#' && char !== '\n' && char !== '\r' && this.#plain(column);
  }

  #enclosure(found: Enclosure, column: number): boolean {
    this.enclosures.push(found);
    this.#at = found.end;
    this.#lineStart = this.#text.lastIndexOf('\n', this.#at - 1) + 1;
    if (!found.isClosed) return false;
    this.#skip(/[ \t]*/y);
    if (!/:(?:\s|$)/y.test(this.#text.slice(this.#at, this.#at + 2))) return false;
    this.#owner = column;
    return true;
  }

  #block(): boolean {
    const header = this.#at;
    if (!this.#skip(BLOCK_HEADER)) return false;
    const start = this.#at + 1;
    let indent: number | undefined;
    for (this.#newLine(); this.#at < this.#text.length; this.#newLine()) {
      const end = lineEnd(this.#text, this.#at);
      const line = this.#text.slice(this.#at, end);
      const spaces = /^ */.exec(line)?.[0].length ?? 0;
      if (line.trim() !== '' && spaces < (indent ?? this.#owner + 1)) break;
      if (line.trim() !== '') indent ??= spaces;
      this.#at = end;
    }
    this.blocks.push({ header, start, end: Math.min(this.#at, this.#text.length), indent: indent ?? this.#owner + 1 });
    // The line that ends the block is the next one to read.
    this.#at--;
    return false;
  }

  #plain(column: number): boolean {
    const end = lineEnd(this.#text, this.#at);
    const line = this.#text.slice(this.#at, end);
    const key = /:(?=[ \t\r]|$)/.exec(line);
    const comment = /[ \t]#/.exec(line);
    if (!key || (comment && comment.index < key.index)) {
      this.#plainOwner = this.#owner;
      return false;
    }
    this.#owner = column;
    this.#at += key.index;
    return true;
  }
}

/** Quotes, brackets and block scalars of a document, for those who repair it or say what is wrong with it. */
export function outlineDocument(text: string): Outline {
  const outliner = new Outliner(text);
  outliner.read();
  return { enclosures: outliner.enclosures, blocks: outliner.blocks };
}
