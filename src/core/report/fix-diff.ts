import type { ReportedEdit, ReportedFix } from '../engine/report.ts';
import type { Span } from '../text/span.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { hiddenIn, MASK } from './mask.ts';

/** Lines that a fix takes away and puts there instead. */
export interface Hunk {
  readonly file: SourceFile;
  /** Number of the first line. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** The lines around them, where the file has such. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The text of a part of a file without its secrets. `hidden` covers its whole lines. */
function readMasked({ text }: SourceFile, { start, end }: Span, hidden: readonly Span[]): string {
  let [shown, at] = ['', start];
  for (const secret of hidden) {
    if (secret.end <= at || secret.start >= end) continue;
    shown += text.slice(at, Math.max(secret.start, at)) + MASK;
    at = secret.end;
  }
  return shown + text.slice(Math.min(at, end), end);
}

/** Edits whose lines touch, in the order of the text. */
function groupEdits(edits: readonly ReportedEdit[]): ReportedEdit[][] {
  const groups: ReportedEdit[][] = [];
  for (const edit of edits.toSorted((a, b) => a.location.span.start - b.location.span.start)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && edit.location.start.line <= last.location.end.line + 1) group.push(edit);
    else groups.push([edit]);
  }
  return groups;
}

function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Whole lines, with the line break of the last one. */
function wholeLines({ lines, text }: SourceFile, from: number, to: number): Span {
  return { start: lines.lineSpan(from).start, end: to < lines.lineCount ? lines.lineSpan(to + 1).start : text.length };
}

/** A line without its secrets. */
function lineAt(file: SourceFile, number: number): string | undefined {
  const { lines, text } = file;
  if (number < 1 || number > lines.lineCount) return undefined;
  const span = lines.lineSpan(number);
  return number === lines.lineCount && span.start === text.length ? undefined : readMasked(file, span, hiddenIn(file, span));
}

/** The lines with the edits made in them. */
function editLines(file: SourceFile, lines: Span, edits: readonly ReportedEdit[]): string {
  const hidden = hiddenIn(file, lines);
  let [text, at] = ['', lines.start];
  for (const { location, newText } of edits) {
    text += readMasked(file, { start: at, end: location.span.start }, hidden) + newText;
    at = location.span.end;
  }
  return text + readMasked(file, { start: at, end: lines.end }, hidden);
}

function hunkOf(edits: readonly ReportedEdit[]): Hunk[] {
  const [first] = edits;
  if (!first) return [];
  const { file, start } = first.location;
  const lines = wholeLines(file, start.line, Math.max(...edits.map(edit => edit.location.end.line)));
  const [removed, added] = [splitLines(readMasked(file, lines, hiddenIn(file, lines))), splitLines(editLines(file, lines, edits))];
  let same = 0;
  while (same < removed.length && same < added.length && removed[same] === added[same]) same++;
  let [oldEnd, newEnd] = [removed.length, added.length];
  while (oldEnd > same && newEnd > same && removed[oldEnd - 1] === added[newEnd - 1]) [oldEnd, newEnd] = [oldEnd - 1, newEnd - 1];
  const line = start.line + same;
  const around = { before: lineAt(file, line - 1), after: lineAt(file, start.line + oldEnd) };
  return [{ file, line, removed: removed.slice(same, oldEnd), added: added.slice(same, newEnd), ...around }];
}

/** What a fix changes, line by line and file by file. */
export function hunksOf({ edits }: ReportedFix): Hunk[] {
  const files = [...new Set(edits.map(edit => edit.location.file))];
  return files.flatMap(file => groupEdits(edits.filter(edit => edit.location.file === file)).flatMap(hunkOf));
}
