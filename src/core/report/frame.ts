import type { Location, ReportedFinding } from '../engine/report.ts';
import type { Span } from '../text/span.ts';
import type { SourceFile } from '../yaml/source-file.ts';

/** A place that a frame marks. */
export interface Mark {
  readonly primary: boolean;
  readonly span: Span;
  readonly line: number;
  /** Empty for the primary place: the message speaks of it. */
  readonly note: string;
}

/** The marked lines of one file, in their order. */
export interface Frame {
  readonly file: SourceFile;
  /** Where the frame's first-named place starts. */
  readonly start: Location['start'];
  readonly marks: readonly Mark[];
}

function markOf({ span, start }: Location, note: string, primary: boolean): Mark {
  return { primary, span, line: start.line, note };
}

/** A related place that is the primary one adds its note there. */
function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = [];
  for (const mark of marks) {
    const same = merged.findIndex(other => other.span.start === mark.span.start && other.line === mark.line && other.note === '');
    const first = merged[same];
    if (first) merged[same] = { ...first, note: mark.note };
    else if (!merged.some(other => other.span.start === mark.span.start && other.note === mark.note)) merged.push(mark);
  }
  return merged.sort((a, b) => a.line - b.line || Number(b.primary) - Number(a.primary) || a.span.start - b.span.start);
}

/** One frame per file: the file of the primary place first, the others as the finding names them. */
export function buildFrames({ location, related }: ReportedFinding, limit: number): Frame[] {
  const byFile = new Map<SourceFile, { start: Location['start']; marks: Mark[] }>();
  byFile.set(location.file, { start: location.start, marks: [markOf(location, '', true)] });
  for (const { location: other, note } of related.slice(0, limit)) {
    const frame = byFile.get(other.file) ?? { start: other.start, marks: [] };
    frame.marks.push(markOf(other, note, false));
    byFile.set(other.file, frame);
  }
  return [...byFile].map(([file, { start, marks }]) => ({ file, start, marks: mergeMarks(marks) }));
}

function isTelling(text: string): boolean {
  return text.trim() !== '' && !/^\s*#/.test(text) && !/^(?:---|\.\.\.)\s*$/.test(text);
}

/** A single line between two shown ones takes no more room than the sign that it is left out. */
function bridgeGaps(lines: ReadonlySet<number>): number[] {
  const sorted = [...lines].sort((a, b) => a - b);
  return sorted.flatMap((line, index) => (index > 0 && line - (sorted[index - 1] ?? line) === 2 ? [line - 1, line] : [line]));
}

/** Numbers of the lines that a frame shows: the marked ones, each with the line above it where that says something. */
export function linesOf({ file, marks }: Frame): number[] {
  const lines = new Set<number>();
  for (const { line } of marks) {
    if (line > 1 && isTelling(file.lines.lineText(line - 1))) lines.add(line - 1);
    lines.add(line);
  }
  return bridgeGaps(lines);
}

const SEPARATOR = /^(?:---|\.\.\.)(?:\s|$)/;

/** Numbers of the marked lines with `around` lines on both sides of each, as far as their document goes. */
export function linesAround({ file, marks }: Frame, around: number): number[] {
  const lines = new Set<number>();
  const last = file.lines.lineText(file.lines.lineCount) === '' ? file.lines.lineCount - 1 : file.lines.lineCount;
  for (const { line } of marks) {
    lines.add(line);
    for (const step of [-1, 1]) {
      for (let at = line + step; Math.abs(at - line) <= around && at >= 1 && at <= last; at += step) {
        if (SEPARATOR.test(file.lines.lineText(at))) break;
        lines.add(at);
      }
    }
  }
  return bridgeGaps(lines);
}
