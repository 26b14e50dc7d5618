import type { Span } from '../text/span.ts';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;

function isMarker(text: string, at: number): boolean {
  if (!text.startsWith('---', at)) return false;
  const after = text.charCodeAt(at + 3);
  return Number.isNaN(after) || after === NEWLINE || after === CARRIAGE_RETURN || after === SPACE || after === TAB;
}

/** Start of the next marker line from `from` on, which is the start of a line. */
function nextMarker(text: string, from: number): number | undefined {
  if (isMarker(text, from)) return from;
  for (let at = text.indexOf('\n---', Math.max(0, from - 1)); at !== -1; at = text.indexOf('\n---', at + 1)) {
    if (isMarker(text, at + 1)) return at + 1;
  }
  return undefined;
}

/** Blank lines, comments and directives before the first marker belong to the document that follows. */
function isPreamble(text: string, end: number): boolean {
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < end;) {
    const lineEnd = text.indexOf('\n', at);
    if (!/^[ \t\r]*(?:[#%]|$)/.test(text.slice(at, lineEnd))) return false;
    at = lineEnd + 1;
  }
  return true;
}

/**
 * Spans of the documents of a YAML stream. Split by lines before parsing, as kubectl does it, so that one broken document
 * does not hide its neighbours. The marker line itself belongs to the document after it, so that `--- {kind: X}` is kept.
 */
export function splitDocuments(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let marker = nextMarker(text, 0); marker !== undefined; marker = nextMarker(text, marker + 3)) {
    if (marker === start || (start === 0 && isPreamble(text, marker))) continue;
    spans.push({ start, end: marker });
    start = marker;
  }
  spans.push({ start, end: text.length });
  return spans;
}

/** End of the JSON value that opens at `start`; undefined where nothing closes it. */
function jsonValueEnd(text: string, start: number, end: number): number | undefined {
  const token = /"(?:[^"\\]|\\[^])*"|[[\]{}]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let found = token.exec(text); found && found.index < end; found = token.exec(text)) {
    if (found[0] === '{' || found[0] === '[') depth++;
    else if (found[0] === '}' || found[0] === ']') depth--;
    if (depth === 0) return token.lastIndex;
  }
  return undefined;
}

/** Start of the JSON object that a document holds in place of YAML (kubectl looks at its first character); undefined for YAML. */
export function jsonStart(text: string, span: Span): number | undefined {
  const blank = /[\s\uFEFF]*/y;
  blank.lastIndex = span.start;
  blank.exec(text);
  return blank.lastIndex < span.end && text[blank.lastIndex] === '{' ? blank.lastIndex : undefined;
}

/** Spans of the objects of a JSON stream (`{}{}`); undefined for what is no stream of two or more. */
export function splitJsonStream(text: string, span: Span): Span[] | undefined {
  const spans: Span[] = [];
  let rest: Span = span;
  for (let start = jsonStart(text, rest); start !== undefined; start = jsonStart(text, rest)) {
    const end = jsonValueEnd(text, start, span.end);
    if (end === undefined) return undefined;
    spans.push({ start: rest.start, end });
    rest = { start: end, end: span.end };
  }
  return spans.length > 1 && text.slice(rest.start, rest.end).trim() === '' ? spans : undefined;
}
