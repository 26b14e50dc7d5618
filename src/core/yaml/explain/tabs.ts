import type { TextEdit } from '../../text/edit.ts';
import { applyEdits } from '../../text/edit.ts';
import { indentWith, lineAt, type Explanation, type Failure, type Line } from './failure.ts';

const TAB_INDENT = /^ *\t[ \t]*/;
const DEFAULT_UNIT = 2;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at <= text.length;) {
    const line = lineAt(text, at);
    lines.push(line);
    at = line.end + 1;
  }
  return lines;
}

/** Quotes and brackets may hold tabs anywhere, block text behind its own indentation. */
function mayHoldTab({ outline }: Failure, line: Line): boolean {
  const tab = line.start + line.indent;
  return (
    outline.enclosures.some(({ start, end, isClosed }) => isClosed && start < line.start && line.start < end) ||
    outline.blocks.some(({ start, end, indent }) => start <= tab && tab < end && line.indent >= indent)
  );
}

function tabLines(failure: Failure): Line[] {
  const { text } = failure;
  return linesOf(text).filter(line => text[line.start + line.indent] === '\t' && !mayHoldTab(failure, line));
}

/** The smallest indentation of the lines without tabs: what one tab most likely stands for. */
function indentUnit(text: string): number {
  const indents = Array.from(text.matchAll(/^( +)[^\s#]/gm), match => match[1]?.length ?? 0);
  return indents.length === 0 ? DEFAULT_UNIT : indents.reduce((least, indent) => Math.min(least, indent));
}

/** Column after blanks whose tabs reach to multiples of `stop`, or count for `stop` columns each. */
function columnAfter(blanks: string, stop: number, counts: boolean): number {
  let column = 0;
  for (const blank of blanks) {
    if (blank !== '\t') column++;
    else column += counts ? stop : stop - (column % stop);
  }
  return column;
}

function indentEdit(text: string, line: Line, width: (blanks: string) => number): TextEdit {
  const blanks = TAB_INDENT.exec(text.slice(line.start, line.end))?.[0] ?? '';
  return { span: { start: line.start, end: line.start + blanks.length }, newText: ' '.repeat(width(blanks)) };
}

/**
 * The ways to read tabs in an indentation, the likeliest first: so many columns each, up to the next stop, or nothing at all
 * where spaces stand beside each of them.
 */
function readings(text: string, lines: readonly Line[]): ((blanks: string) => number)[] {
  const isBesideSpaces = lines.every(({ start, end }) => TAB_INDENT.exec(text.slice(start, end))?.[0].includes(' '));
  const unit = indentUnit(text);
  return [
    (blanks: string): number => columnAfter(blanks, unit, true),
    ...[2, 4, 8].map(
      stop =>
        (blanks: string): number =>
          columnAfter(blanks, stop, false),
    ),
    ...(isBesideSpaces ? [(blanks: string): number => columnAfter(blanks, 0, true)] : []),
  ];
}

/** Spaces for all tabs of the document, if all readings that give a document again give the same one. */
function repair({ text, read }: Failure, lines: readonly Line[]): TextEdit[] | undefined {
  let first: TextEdit[] | undefined;
  let meaning: string | undefined;
  for (const width of readings(text, lines)) {
    const edits = lines.map(line => indentEdit(text, line, width));
    const value = read(applyEdits(text, edits));
    if (value === undefined) continue;
    if (first && value !== meaning) return undefined;
    first ??= edits;
    meaning = value;
  }
  return first;
}

/** A tab between a dash and the entry behind it: `-<tab>name: web`. */
function explainDash(failure: Failure): Explanation | undefined {
  const line = lineAt(failure.text, failure.at);
  const dash = /^ *(?:- +)*[-?:] *\t[ \t]*(?=[^\s#])/.exec(failure.text.slice(line.start, line.end));
  if (!dash) return undefined;
  const end = line.start + dash[0].length;
  const start = end - (/[ \t]+$/.exec(dash[0])?.[0].length ?? 0);
  const edits = [{ span: { start, end }, newText: ' ' }];
  if (failure.read(applyEdits(failure.text, edits)) === undefined) return undefined;
  const tab = failure.text.indexOf('\t', start);
  return {
    kind: 'tab-indentation',
    cause: 'a tab separates the dash from its entry',
    help: 'put one space after the dash',
    span: { start: tab, end: tab + 1 },
    edits,
  };
}

/** A tab in the indentation, which YAML forbids. */
export function explainTab(failure: Failure): Explanation | undefined {
  const lines = tabLines(failure);
  const failed = lineAt(failure.text, failure.at);
  const first = lines.find(line => line.start <= failed.start);
  if (!first) return explainDash(failure);
  const tab = first.start + first.indent;
  const edits = repair(failure, lines);
  const spaces = edits?.find(edit => edit.span.start === first.start)?.newText.length;
  const help = spaces === undefined ? 'indent it with spaces' : indentWith([spaces]);
  return { kind: 'tab-indentation', cause: 'a tab indents this line', help, span: { start: tab, end: tab + 1 }, ...(edits && { edits }) };
}
