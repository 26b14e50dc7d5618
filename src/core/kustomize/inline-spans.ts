import { LineTable } from '../text/line-table.ts';
import type { Span } from '../text/span.ts';
import type { Place } from '../yaml/place.ts';
import { ScalarStyle } from '../yaml/tree.ts';

type SpanMap = (span: Span) => Span;

/** Line of the file that holds the first line of a block scalar's text. */
function firstLineOf(source: string, start: number, lines: LineTable): number {
  const { line } = lines.position(start);
  const header = lines.lineSpan(line);
  // The span may begin at the header (`|-`) or below it.
  return /[|>][-+0-9]*[ \t]*(?:#.*)?$/.test(source.slice(header.start, header.end)) ? line + 1 : line;
}

/** Each line of a literal scalar stands on a line of the file, behind its indentation. */
function literalMap(value: string, at: Place, start: number): SpanMap {
  const { file } = at;
  const inner = new LineTable(value);
  const first = firstLineOf(file.text, start, file.lines);
  const offsetOf = (offset: number): number => {
    const { line, column } = inner.position(offset);
    const outer = file.lines.lineSpan(first + line - 1);
    const own = inner.lineSpan(line);
    return Math.min(outer.end, Math.max(outer.start, outer.end - (own.end - own.start)) + column - 1);
  };
  return span => {
    const from = offsetOf(span.start);
    return { start: from, end: Math.max(from, offsetOf(span.end)) };
  };
}

/** From a span of a scalar's value to the span of the file that holds it; the whole scalar where its text and its value differ. */
export function spanMapOf(value: string, at: Place): SpanMap {
  const { tree } = at.document;
  const whole = at.valueSpan;
  if (!tree || at.node === undefined) return () => whole;
  const node = tree.resolve(at.node);
  const style = tree.style(node);
  if (style === ScalarStyle.literal) return literalMap(value, at, tree.start(node));
  if (!tree.isVerbatim(node) || style === ScalarStyle.folded) return () => whole;
  const base = tree.start(node) + (style === ScalarStyle.plain ? 0 : 1);
  return ({ start, end }) => ({ start: base + start, end: base + end });
}
