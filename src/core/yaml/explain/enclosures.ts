import type { Enclosure } from '../enclosure.ts';
import { lineAt, type Explanation, type Failure } from './failure.ts';

const isQuote = (char: string | undefined): boolean => char === '"' || char === "'";

function neverClosed(text: string, { open, start, mismatch }: Enclosure): Explanation {
  const at = open ?? start;
  const span = { start: at, end: at + 1 };
  if (isQuote(text[at])) return { cause: 'the quote that opens here is never closed', help: 'close the quote at the end of the value', span };
  const closer = text[at] === '[' ? ']' : '}';
  const cause = `the "${text[at] ?? ''}" that opens here is never closed`;
  if (mismatch === undefined) return { cause, help: `close it with "${closer}"`, span };
  const note = `"${text[mismatch] ?? ''}" stands where "${closer}" is wanted`;
  return { cause, help: `close it with "${closer}"`, span, related: { span: { start: mismatch, end: mismatch + 1 }, note } };
}

/** Quoted text over several lines that has entries of a mapping in it: the quote was meant to end on its first line. */
function isRunaway(text: string, { start, end, char }: Enclosure): boolean {
  return isQuote(char) && /\n[ \t]*(?:#[ \t]*)?(?:- )*[A-Za-z_][\w./-]*:(?:\s|$)/.test(text.slice(start, end));
}

/** A quote or bracket that nothing closes, or that closes only with the next one of its kind. */
export function explainUnclosed({ text, at, outline }: Failure): Explanation | undefined {
  const failedEnd = lineAt(text, at).end;
  for (const enclosure of outline.enclosures) {
    if (enclosure.start > failedEnd) break;
    if (!enclosure.isClosed && (enclosure.open ?? enclosure.start) <= failedEnd) return neverClosed(text, enclosure);
    const endsHere = at >= enclosure.start && at <= lineAt(text, enclosure.end).end;
    if (endsHere && isRunaway(text, enclosure)) return neverClosed(text, { ...enclosure, open: undefined });
  }
  return undefined;
}

const APOSTROPHE = 'write the quote within the value twice, or use double quotes';

/** Whether a quote closes right before `at` because it was meant as an apostrophe. */
function closesTooEarly(text: string, at: number): boolean {
  return text[at - 1] === "'" && /\w/.test(text[at - 2] ?? '') && /\w/.test(text[at] ?? '');
}

/** Text behind a closing quote or bracket: `'it's'`, `{PREFIX}.16`. */
export function explainTrailingText({ text, at, outline }: Failure): Explanation | undefined {
  const line = lineAt(text, at);
  const before = outline.enclosures.find(({ end, isClosed }) => isClosed && end <= at && end >= line.start && text.slice(end, at).trim() === '');
  if (!before || /^[:\s]?$/.test(text.slice(at, at + 1))) return undefined;
  const span = { start: at, end: Math.max(line.start + line.indent + line.content.length, at + 1) };
  if (!isQuote(before.char)) return { cause: `text follows the closing "${text[before.end - 1] ?? ''}"`, help: 'put the whole value in quotes', span };
  return { cause: 'text follows the closing quote', help: closesTooEarly(text, at) ? APOSTROPHE : 'put the whole value in one pair of quotes', span };
}

/** A wrong escape in double quotes. */
export function explainEscape({ text, at, reason }: Failure): Explanation | undefined {
  if (reason !== 'unknown escape sequence' && reason !== 'expected hexadecimal character') return undefined;
  const start = text.lastIndexOf('\\', at);
  const escape = text.slice(start, Math.max(at, start + 2));
  return {
    cause: `"${escape}" is no escape that YAML knows`,
    help: 'write the backslash twice, or use single quotes',
    span: { start, end: start + escape.length },
  };
}

/** Commas between the entries of a flow collection. */
export function explainComma({ text, at, reason }: Failure): Explanation | undefined {
  const here = { start: at, end: at + 1 };
  if (reason.startsWith('expected the node content'))
    return { cause: 'a comma stands where a value is wanted', help: 'delete the comma, or write the value', span: here };
  if (!reason.startsWith('missed comma')) return undefined;
  if (closesTooEarly(text, at)) return { cause: 'text follows the closing quote', help: APOSTROPHE, span: here };
  const line = lineAt(text, at);
  const isFirst = text.slice(line.start, at).trim() === '' || (text[at] === ':' && !/[,{[]/.test(text.slice(line.start, at).trim()));
  if (isFirst && line.start > 0) {
    const above = text.slice(0, line.start).trimEnd().length;
    return { cause: 'a comma is missing at the end of this line', help: 'put a comma after the value', span: { start: above, end: above + 1 } };
  }
  const key = text[at] === ':' ? /(?:"[^"\n]*"|'[^'\n]*')[ \t]*$/.exec(text.slice(line.start, at)) : null;
  if (key) {
    const start = line.start + key.index;
    return { cause: 'a comma is missing before this entry', help: 'put a comma between the two entries', span: { start, end: at } };
  }
  if (text[at] === ':') return { cause: 'the unquoted value holds a colon', help: 'put the value in quotes', span: here };
  return { cause: 'a comma is missing before this entry', help: 'put a comma between the two entries', span: here };
}
