import { resolvePlain, type ScalarValue } from '../yaml/scalar.ts';
import { isTimestamp } from './scalars.ts';

/** Where a scalar is written: columns count from 0, and lines that follow start at `indent`. */
export interface ScalarPlace {
  readonly indent: number;
  readonly column: number;
  /** Keys are never folded. */
  readonly isKey: boolean;
}

const WIDTH = 80;
const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
/** What makes plain text impossible at its start. */
const OPENING = /^(?:[#,[\]{}&*!|>'"%@`]|[?:](?:[ \t]|$)|-(?:[ \t]|$)|---|\.\.\.)/;
const BREAKS = /[\n\r\u0085\u2028\u2029]/;
/** Not printable for go-yaml v2: tabs and all above U+FFFF, too (K-132). */
const SPECIAL = /[^\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const ESCAPED = new Map<number, string>([
  [0x00, '\\0'],
  [0x07, '\\a'],
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0b, '\\v'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [0x1b, '\\e'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
  [0x85, '\\N'],
  [0x2028, '\\L'],
  [0x2029, '\\P'],
]);

type Form = 'plain' | 'single' | 'double' | 'literal';

/** Whether the text is read as text when it stands without quotes. */
function readsAsText(text: string): boolean {
  return resolvePlain(text) === text && !BASE_60.test(text) && !isTimestamp(text);
}

function formOf(text: string, isKey: boolean): Form {
  const isSpecial = SPECIAL.test(text);
  const spaceBreak = / [\n\r\u0085\u2028\u2029]/.test(text);
  if (text.includes('\n')) return isKey || isSpecial || spaceBreak || text.endsWith(' ') ? 'double' : 'literal';
  if (isSpecial || spaceBreak || !readsAsText(text)) return 'double';
  const breakSpace = /[\n\r\u0085\u2028\u2029] /.test(text);
  const isPlain = !OPENING.test(text) && !/:(?:[ \t]|$)|[ \t]#/.test(text) && !/^ | $/.test(text) && !BREAKS.test(text);
  return isPlain ? 'plain' : breakSpace ? 'double' : 'single';
}

/** Text with its spaces folded beyond the width, for plain and single-quoted text (K-130). */
function fold(text: string, { indent, column, isKey }: ScalarPlace, isQuoted: boolean): string {
  const escaped = isQuoted ? text.replaceAll("'", "''") : text;
  if (isKey || column + escaped.length <= WIDTH) return escaped;
  const pad = `\n${' '.repeat(indent)}`;
  let [written, from, lineStart] = ['', 0, -column];
  for (let at = escaped.indexOf(' '); at !== -1; at = escaped.indexOf(' ', at + 1)) {
    const isAlone = escaped[at - 1] !== ' ' && escaped[at + 1] !== ' ';
    const isInside = !isQuoted || (at > 0 && at < escaped.length - 1);
    if (!isAlone || !isInside || at - lineStart <= WIDTH) continue;
    written += escaped.slice(from, at) + pad;
    from = at + 1;
    lineStart = from - indent;
  }
  return written + escaped.slice(from);
}

function escape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const named = ESCAPED.get(code);
  if (named !== undefined) return named;
  const [prefix, width] = code <= 0xff ? ['\\x', 2] : code <= 0xffff ? ['\\u', 4] : ['\\U', 8];
  return prefix + code.toString(16).toUpperCase().padStart(Number(width), '0');
}

function needsEscape(character: string): boolean {
  return character === '"' || character === '\\' || character === '\ufeff' || BREAKS.test(character) || SPECIAL.test(character);
}

function doubleQuoted(text: string, { indent, column, isKey }: ScalarPlace): string {
  const pad = `\n${' '.repeat(indent)}`;
  const characters = [...text];
  let [written, at, wasSpace] = ['', column, false];
  for (const [index, character] of characters.entries()) {
    const isInside = index > 0 && index < characters.length - 1;
    if (character === ' ' && !isKey && !wasSpace && at > WIDTH && isInside) {
      const slash = characters[index + 1] === ' ' ? '\\' : '';
      written += pad + slash;
      at = indent + slash.length;
      wasSpace = true;
      continue;
    }
    const piece = needsEscape(character) ? escape(character) : character;
    written += piece;
    at += piece.length;
    wasSpace = character === ' ';
  }
  return `"${written}"`;
}

function literal(text: string, indent: number): string {
  const hint = /^[ \n\r\u0085\u2028\u2029]/.test(text) ? '2' : '';
  const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
  const pad = ' '.repeat(indent);
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  return `|${hint}${chomp}\n${body
    .split('\n')
    .map(line => (line === '' ? '' : pad + line))
    .join('\n')}`;
}

function textScalar(text: string, place: ScalarPlace): string {
  const form = formOf(text, place.isKey);
  if (form === 'plain') return fold(text, place, false);
  const quoted = { ...place, column: place.column + 1 };
  if (form === 'single') return `'${fold(text, quoted, true)}'`;
  return form === 'double' ? doubleQuoted(text, quoted) : literal(text, place.indent);
}

/** A float as Go's `%g` prints it, shortest: an exponent outside of -4 to 5 (K-133). */
function floatText(value: number): string {
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return String(value);
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

const INT64 = 2n ** 63n;
const UINT64 = 2n ** 64n;

function numberText(value: number | bigint): string {
  if (typeof value === 'bigint') return String(value);
  if (Object.is(value, -0)) return '-0';
  // Go writes floats without exponent up to 21 digits, and reads what fits into 64 bits as an integer again.
  if (Number.isInteger(value) && Math.abs(value) < 1e21) {
    // The digits are those of the shortest text, not those of the float.
    const whole = BigInt(String(value));
    if (whole >= -INT64 && whole < UINT64) return String(whole);
  }
  return floatText(value);
}

/** A value as the go-yaml v2 printer writes it. */
export function emitScalar(value: ScalarValue, place: ScalarPlace): string {
  if (typeof value === 'string') return textScalar(value, place);
  return typeof value === 'number' || typeof value === 'bigint' ? numberText(value) : String(value);
}
