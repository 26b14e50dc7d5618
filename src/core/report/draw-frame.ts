import type { Severity } from '../rule/finding.ts';
import { columnsOf, cutLine, readCodeLine, type CodeLine } from './code-line.ts';
import { displayWidth, wrapText } from './display-width.ts';
import { escapeUnseen } from './escape.ts';
import { linesOf, type Frame, type Mark } from './frame.ts';
import type { Pen } from './look.ts';

/** What all frames of a finding are drawn with. */
export interface Easel {
  readonly pen: Pen;
  readonly severity: Severity;
  /** Columns of the line numbers. */
  readonly gutter: number;
}

/** Where nothing limits a line, this does. */
const LONGEST_LINE = 200;
const NARROWEST_NOTE = 24;

export function gutterRow({ pen, gutter }: Easel, label: string, text: string): string {
  return `${pen.paint('dim', `${label.padStart(gutter)} ${pen.glyphs.bar}`)} ${text}`.trimEnd();
}

function roomFor({ pen, gutter }: Easel): number {
  return Math.max(Math.min(pen.look.width, LONGEST_LINE) - gutter - 3, 10);
}

/** The mark under the code with its note behind it, or below it where there is no room. */
function markRows(easel: Easel, mark: Mark, from: number, length: number): string[] {
  const { pen, severity } = easel;
  const style = mark.primary ? severity : 'note';
  const sign = pen.paint(style, (mark.primary ? '^' : '-').repeat(length));
  const row = (indent: number, text: string): string => gutterRow(easel, '', ' '.repeat(indent) + text);
  if (mark.note === '') return [row(from, sign)];
  const note = escapeUnseen(mark.note);
  const room = pen.look.width - easel.gutter - 3;
  if (from + length + 1 + displayWidth(note) <= room) return [row(from, `${sign} ${pen.paint(style, note)}`)];
  const indent = room - from >= NARROWEST_NOTE ? from : Math.min(from, 2);
  return [row(from, sign), ...wrapText(note, room - indent).map(line => row(indent, pen.paint(style, line)))];
}

function lineRows(easel: Easel, line: CodeLine, marks: readonly Mark[]): string[] {
  const { pen } = easel;
  const room = roomFor(easel);
  const [first] = marks;
  const keep = first ? columnsOf(line, first.span) : { from: 0, to: 1 };
  const cut = cutLine(line, keep, room, pen.glyphs.cut);
  const rows = [gutterRow(easel, String(line.number), marks.length > 0 ? cut.text : pen.paint('dim', cut.text))];
  const shown = displayWidth(cut.text);
  for (const mark of marks) {
    const { from, to } = columnsOf(line, mark.span);
    const start = Math.min(Math.max(from - cut.shift, 0), Math.max(shown, 1));
    const length = Math.max(Math.min(to - cut.shift, Math.max(shown, start + 1)) - start, 1);
    rows.push(...markRows(easel, mark, start, length));
  }
  return rows;
}

/** The lines of a frame, each with the marks under it. Far lines between them are left out. */
export function drawFrame(easel: Easel, frame: Frame): string[] {
  const { pen } = easel;
  const rows: string[] = [];
  let previous: number | undefined;
  for (const number of linesOf(frame)) {
    if (previous !== undefined && number > previous + 1) rows.push(gutterRow(easel, pen.glyphs.gap, ''));
    const marks = frame.marks.filter(mark => mark.line === number);
    const focus = marks[0]?.span.start ?? frame.file.lines.lineSpan(number).start;
    rows.push(...lineRows(easel, readCodeLine(frame.file, number, focus, pen.glyphs.tab), marks));
    previous = number;
  }
  return rows;
}
