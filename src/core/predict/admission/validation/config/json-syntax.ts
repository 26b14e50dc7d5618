/** Where a JSON text may go on. */
type Want = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'after-value';

const SPACE = /[ \t\r\n]*/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const DIGITS = /[0-9]*/y;
const ENDED = 'unexpected end of JSON input';

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return pattern.lastIndex;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "'": String.raw`\'`,
  '\\': String.raw`\\`,
  '\u0007': String.raw`\a`,
  '\b': String.raw`\b`,
  '\f': String.raw`\f`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
  '\v': String.raw`\v`,
};

/** A byte as Go quotes it in messages. */
function quote(byte: string): string {
  const code = byte.charCodeAt(0);
  const hex = code.toString(16).padStart(2, '0');
  const isControl = code < 0x20 || code === 0x7f;
  const isUnprintable = (code > 0x7f && code <= 0xa0) || code === 0xad;
  return `'${ESCAPES[byte] ?? (isControl ? String.raw`\x${hex}` : isUnprintable ? String.raw`\u00${hex}` : byte)}'`;
}

/** What Go says of a byte that does not fit. It reads a blank behind the end. */
function unexpected(text: string, at: number, where: string): string {
  return `invalid character ${quote(text[at] ?? ' ')} ${where}`;
}

/** A scanned part: where it ends, or what is wrong with it. */
type Scanned = number | string;

function scanString(text: string, start: number): Scanned {
  let at = start + 1;
  for (;;) {
    at = skip(PLAIN, text, at);
    if (text[at] === '"') return at + 1;
    if (at >= text.length) return ENDED;
    if (text[at] !== '\\') return unexpected(text, at, 'in string literal');
    const escape = text[at + 1] ?? ' ';
    if (!'bfnrt\\/"u'.includes(escape)) return unexpected(text, at + 1, 'in string escape code');
    at += 2;
    if (escape !== 'u') continue;
    for (let i = 0; i < 4; i++, at++) if (!/[0-9a-fA-F]/.test(text[at] ?? '')) return unexpected(text, at, String.raw`in \u hexadecimal character escape`);
  }
}

function scanNumber(text: string, start: number): Scanned {
  let at = text[start] === '-' ? start + 1 : start;
  if (!/[0-9]/.test(text[at] ?? '')) return unexpected(text, at, 'in numeric literal');
  at = text[at] === '0' ? at + 1 : skip(DIGITS, text, at);
  if (text[at] === '.') {
    const end = skip(DIGITS, text, at + 1);
    if (end === at + 1) return unexpected(text, end, 'after decimal point in numeric literal');
    at = end;
  }
  if (text[at] !== 'e' && text[at] !== 'E') return at;
  const digits = text[at + 1] === '+' || text[at + 1] === '-' ? at + 2 : at + 1;
  const end = skip(DIGITS, text, digits);
  return end === digits ? unexpected(text, end, 'in exponent of numeric literal') : end;
}

function scanLiteral(text: string, start: number, literal: string): Scanned {
  for (let i = 1; i < literal.length; i++) {
    if (text[start + i] !== literal[i]) return unexpected(text, start + i, `in literal ${literal} (expecting '${literal[i] ?? ''}')`);
  }
  return start + literal.length;
}

const LITERALS: Readonly<Record<string, string>> = { t: 'true', f: 'false', n: 'null' };

/** Scans a value that is no object and no list. */
function scanScalar(text: string, at: number): Scanned {
  const first = text[at] ?? '';
  if (first === '"') return scanString(text, at);
  if (/[-0-9]/.test(first)) return scanNumber(text, at);
  const literal = LITERALS[first];
  return literal === undefined ? unexpected(text, at, 'looking for beginning of value') : scanLiteral(text, at, literal);
}

/** Reads JSON as Go's `encoding/json` does, without building what it says. */
class Scanner {
  readonly #text: string;
  readonly #open: ('{' | '[')[] = [];
  #at = 0;
  #want: Want = 'value';

  constructor(text: string) {
    this.#text = text;
  }

  fault(): string | undefined {
    for (;;) {
      this.#at = skip(SPACE, this.#text, this.#at);
      if (this.#at >= this.#text.length) return this.#want === 'after-value' && this.#open.length === 0 ? undefined : ENDED;
      const fault = this.#step(this.#text[this.#at] ?? '');
      if (fault !== undefined) return fault;
    }
  }

  #step(character: string): string | undefined {
    const closing = this.#open.at(-1) === '{' ? '}' : ']';
    const mayEnd = this.#want === 'key-or-end' || this.#want === 'value-or-end' || (this.#want === 'after-value' && this.#open.length > 0);
    if (mayEnd && character === closing) {
      this.#open.pop();
      return this.#go('after-value');
    }
    switch (this.#want) {
      case 'colon':
        return character === ':' ? this.#go('value') : unexpected(this.#text, this.#at, 'after object key');
      case 'key':
      case 'key-or-end':
        return character === '"'
          ? this.#take(scanString(this.#text, this.#at), 'colon')
          : unexpected(this.#text, this.#at, 'looking for beginning of object key string');
      case 'after-value':
        return this.#afterValue(character);
      default:
        return this.#value(character);
    }
  }

  #afterValue(character: string): string | undefined {
    const within = this.#open.at(-1);
    if (within !== undefined && character === ',') return this.#go(within === '{' ? 'key' : 'value');
    const where = within === undefined ? 'after top-level value' : within === '{' ? 'after object key:value pair' : 'after array element';
    return unexpected(this.#text, this.#at, where);
  }

  #value(character: string): string | undefined {
    if (character !== '{' && character !== '[') return this.#take(scanScalar(this.#text, this.#at), 'after-value');
    this.#open.push(character);
    return this.#go(character === '{' ? 'key-or-end' : 'value-or-end');
  }

  #take(scanned: Scanned, want: Want): string | undefined {
    if (typeof scanned === 'string') return scanned;
    this.#at = scanned;
    this.#want = want;
    return undefined;
  }

  #go(want: Want): undefined {
    this.#at++;
    this.#want = want;
  }
}

/** What Go says against a text that is no JSON; undefined where it is. One character stands for one byte. */
export function jsonSyntaxFault(text: string): string | undefined {
  return new Scanner(text).fault();
}

/** What Go says against a text that is no JSON object; `null` passes for one. */
export function jsonObjectFault(text: string): string | undefined {
  const fault = jsonSyntaxFault(text);
  if (fault !== undefined) return fault;
  const first = text.trim()[0] ?? '';
  if (first === '{' || first === 'n') return undefined;
  const type = first === '[' ? 'array' : first === '"' ? 'string' : first === 't' || first === 'f' ? 'bool' : 'number';
  return `json: cannot unmarshal ${type} into Go value of type map[string]interface {}`;
}
