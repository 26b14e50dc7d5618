import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { outlineDocument, type Outline } from '../enclosure.ts';
import type { SyntaxProblem, SyntaxProblemKind } from '../problem.ts';

/** A document that the parser refuses. Offsets count from the start of its text. */
export interface Failure {
  readonly text: string;
  /** Where the parser stopped, which is often after the cause. */
  readonly at: number;
  /** The parser's own words. */
  readonly reason: string;
  readonly outline: Outline;
  /** Reads another text: the same word for the same meaning, undefined for what does not parse either. */
  readonly read: (text: string) => string | undefined;
}

/** What is wrong with a document, and where. */
export interface Explanation {
  readonly kind?: SyntaxProblemKind;
  readonly cause: string;
  readonly help: string;
  readonly span: Span;
  readonly related?: SyntaxProblem['related'];
  readonly edits?: readonly TextEdit[];
}

export interface Line {
  readonly start: number;
  readonly end: number;
  /** Number of leading spaces. */
  readonly indent: number;
  /** Without indentation and without a trailing comment. */
  readonly content: string;
}

export function failureOf(text: string, position: number, reason: string, read: Failure['read']): Failure {
  return { text, at: Math.min(position, text.length), reason, outline: outlineDocument(text), read };
}

export function lineAt(text: string, offset: number): Line {
  // A negative place to search from would count as 0.
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline === -1 ? text.length : newline;
  const line = text.slice(start, end);
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  return {
    start,
    end,
    indent,
    content: line
      .slice(indent)
      .replace(/(?:^|[ \t])#[^]*$/, '')
      .trimEnd(),
  };
}

/** The nearest line above that holds more than blanks and comments. */
export function lineAbove(text: string, line: Line): Line | undefined {
  for (let above = line; above.start > 0;) {
    above = lineAt(text, above.start - 1);
    if (above.content !== '' && above.content !== '---') return above;
  }
  return undefined;
}

/** The line that the parser stopped at; at the end of the text, the last one that holds something. */
export function failedLine({ text, at }: Failure): Line {
  const line = lineAt(text, at);
  return line.content === '' ? (lineAbove(text, line) ?? line) : line;
}

/** The content of a line after its dashes, with its column. */
export function afterDashes(line: Line): { readonly content: string; readonly column: number } {
  const dashes = /^(?:-[ \t]+)*/.exec(line.content)?.[0].length ?? 0;
  return { content: line.content.slice(dashes), column: line.indent + dashes };
}

/** The span of the line's content without dashes. */
export function contentSpan(line: Line): Span {
  const { content, column } = afterDashes(line);
  return { start: line.start + column, end: line.start + column + content.length };
}

/** Whether the content of a line begins an entry of a mapping. */
export function isEntry(content: string): boolean {
  return /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s'"#[{][^#]*?)\s*:(?:\s|$)/.test(content);
}

/** Whether a line lies in quotes, brackets or block text, where indentation and colons mean nothing. */
export function isEnclosed({ outline }: Failure, line: Line): boolean {
  return (
    outline.enclosures.some(({ start, end, isClosed }) => isClosed && start < line.start && line.start < end) ||
    outline.blocks.some(({ start, end }) => start <= line.start && line.start < end)
  );
}

/** The advice to begin a line at one of these columns, counted from 0. */
export function indentWith(columns: readonly number[]): string {
  const [only] = columns;
  if (columns.length === 1 && only === 0) return 'begin it at the start of the line';
  return `indent it with ${columns.join(' or ')} ${columns.length === 1 && only === 1 ? 'space' : 'spaces'}`;
}
