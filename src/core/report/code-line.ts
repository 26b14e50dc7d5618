import type { Span } from '../text/span.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { characterWidth, displayWidth } from './display-width.ts';
import { escapeUnseen } from './escape.ts';
import { hiddenIn, MASK } from './mask.ts';

/** A piece of a line of code as it is shown: one character, an escape, a tab, or the mask of a secret. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  /** Offsets of the file that it stands for. */
  readonly span: Span;
}

export interface CodeLine {
  readonly number: number;
  readonly cells: readonly Cell[];
  /** Span of the line in the file, without its line break. */
  readonly span: Span;
}

export interface Columns {
  readonly from: number;
  readonly to: number;
}

/** Longer lines are read up to here only: minified JSON has lines of megabytes, and nobody reads the rest. */
const READ_AROUND = 2000;
const TAB = 4;

function cellOf(character: string, column: number, tab: string): { text: string; width: number } {
  if (character === '\t') {
    const width = TAB - (column % TAB);
    return { text: tab.padEnd(width), width };
  }
  const text = character === '\uFEFF' ? '' : escapeUnseen(character);
  return { text, width: text === character ? characterWidth(character) : text.length };
}

/** Reads a line of a file for display; of an overlong one what stands around `focus`. */
export function readCodeLine(file: SourceFile, number: number, focus: number, tab: string): CodeLine {
  const whole = file.lines.lineSpan(number);
  const span = { start: Math.max(whole.start, focus - READ_AROUND), end: Math.min(whole.end, focus + READ_AROUND) };
  const cells: Cell[] = [];
  const hidden = hiddenIn(file, whole);
  let column = 0;
  for (let at = span.start; at < span.end;) {
    const secret = hidden.find(each => each.start <= at && at < each.end);
    const character = String.fromCodePoint(file.text.codePointAt(at) ?? 0);
    // The indentation of a block scalar is no part of the secret, and the frame needs it.
    const masked = secret !== undefined && character !== ' ';
    const end = masked ? secret.end : at + character.length;
    const cell = masked ? { text: MASK, width: displayWidth(MASK) } : cellOf(character, column, tab);
    cells.push({ ...cell, span: { start: at, end } });
    column += cell.width;
    at = end;
  }
  return { number, cells, span: whole };
}

/** Columns that a span takes in a line, at least one. A span that runs on to other lines ends with this one. */
export function columnsOf(line: CodeLine, span: Span): Columns {
  let [from, to, column] = [-1, -1, 0];
  for (const cell of line.cells) {
    if (from < 0 && cell.span.end > span.start) from = column;
    if (cell.span.start < span.end) to = column + cell.width;
    column += cell.width;
  }
  if (from < 0) from = column;
  return { from, to: Math.max(to, from + 1) };
}

function widthOf(line: CodeLine): number {
  return line.cells.reduce((sum, cell) => sum + cell.width, 0);
}

export interface CutCells {
  readonly cells: readonly Cell[];
  /** Whether text is left out before and after them. */
  readonly before: boolean;
  readonly after: boolean;
  /** Columns that the cut takes away before them. */
  readonly from: number;
}

/** The cells of a line that are shown where there are `width` columns and `keep` is to be seen. */
export function cutCells(line: CodeLine, keep: Columns, width: number): CutCells {
  const total = widthOf(line);
  if (total <= width) return { cells: line.cells, before: false, after: false, from: 0 };
  const room = Math.max(width - 2, 1);
  const from = keep.to <= room ? 0 : Math.min(Math.max(0, keep.from - Math.min(12, room >> 2)), total - room);
  const cells: Cell[] = [];
  let [column, first] = [0, -1];
  for (const cell of line.cells) {
    if (column >= from && column + cell.width <= from + room) {
      if (first < 0) first = column;
      cells.push(cell);
    }
    column += cell.width;
  }
  return { cells, before: first > 0, after: from + room < total, from: Math.max(first, 0) };
}

export interface CutLine {
  readonly text: string;
  /** Columns that the cut takes away before the text, less the mark that stands for them. */
  readonly shift: number;
}

/** The line cut to `width` columns so that `keep` is seen, with `cut` where text is left out. */
export function cutLine(line: CodeLine, keep: Columns, width: number, cut: string): CutLine {
  const { cells, before, after, from } = cutCells(line, keep, width);
  const text = cells.map(cell => cell.text).join('');
  return { text: (before ? cut : '') + text + (after ? cut : ''), shift: from - (before ? cut.length : 0) };
}
