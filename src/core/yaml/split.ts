import type { Span } from '../text/span.ts';

/**
 * Spans of the documents of a YAML stream. Split by lines before parsing, as kubectl does it, so that one broken document
 * does not hide its neighbours. The marker line itself belongs to the document after it, so that `--- {kind: X}` is kept.
 */
export function splitDocuments(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const marker = /^---(?=[ \t\r\n]|$)/gm;
  for (let match = marker.exec(text); match; match = marker.exec(text)) {
    if (match.index > start && !isPreamble(text, start, match.index)) {
      spans.push({ start, end: match.index });
      start = match.index;
    }
  }
  spans.push({ start, end: text.length });
  return spans;
}

/** Blank lines, comments and directives before the first marker belong to the document that follows. */
function isPreamble(text: string, start: number, end: number): boolean {
  return start === 0 && /^(?:\uFEFF?[ \t]*(?:[#%][^\n]*)?\r?\n)*$/.test(text.slice(start, end));
}
