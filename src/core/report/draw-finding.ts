import type { ReportedFinding } from '../engine/report.ts';
import { isWithin } from '../text/path.ts';
import { displayWidth, wrapText } from './display-width.ts';
import { drawFrame, gutterRow, type Easel } from './draw-frame.ts';
import { escapeUnseen } from './escape.ts';
import { buildFrames, linesOf, type Frame } from './frame.ts';
import type { Pen } from './look.ts';
import { renderCount } from './plural.ts';
import { answeredBy } from './answered-by.ts';

export interface FindingOptions {
  /** Whether there is more than one scope. */
  readonly scoped: boolean;
  /** All related places, however many. */
  readonly verbose: boolean;
}

const MOST_RELATED = 5;

function headRows(pen: Pen, { severity, message }: ReportedFinding): string[] {
  const indent = severity.length + 2;
  const [first = '', ...rest] = wrapText(escapeUnseen(message), pen.look.width - indent);
  const rows = rest.map(line => ' '.repeat(indent) + pen.paint('bold', line));
  return [`${pen.paint(severity, `${severity}:`)} ${pen.paint('bold', first)}`, ...rows];
}

const MOST_SCOPES = 3;

/** `overlays/dev, overlays/prod and overlays/test`; of many scopes the first ones and their number. */
function listScopes(scopes: readonly string[]): string {
  const shown = scopes.length > MOST_SCOPES + 1 ? [...scopes.slice(0, MOST_SCOPES), `${String(scopes.length - MOST_SCOPES)} more`] : scopes;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** A scope that the path already names is not named again. */
export function scopeText({ scopes, location, objects }: ReportedFinding): string[] {
  const [only = ''] = scopes;
  if (objects !== undefined) return [`${renderCount(objects, 'object')} in ${listScopes(scopes.map(scope => escapeUnseen(scope)))}`];
  if (scopes.length > 1) return [`in ${listScopes(scopes.map(scope => escapeUnseen(scope)))}`];
  return only === '' || isWithin(location.file.path, only) ? [] : [`in scope ${escapeUnseen(only)}`];
}

function placeRow({ pen, gutter }: Easel, frame: Frame, first: boolean, details: readonly string[]): string {
  const { glyphs, paint } = pen;
  const corner = paint('dim', `${' '.repeat(gutter)} ${first ? glyphs.first : glyphs.next}`);
  const place = `${escapeUnseen(frame.file.path)}:${String(frame.start.line)}:${String(frame.start.column)}`;
  return [`${corner} ${place}`, ...details.map(detail => paint('dim', detail))].join(` ${paint('dim', glyphs.dot)} `);
}

/** Lines below the frames: what to do, and what the API server or helm says. */
function closingRows(easel: Easel, lines: readonly (readonly ['help' | 'server' | 'helm' | 'flux', string | null])[]): string[] {
  const written = lines.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]));
  return written.flatMap((line, index) => labelledRows(easel, line, index === written.length - 1));
}

function labelledRows(
  { pen, gutter }: Easel,
  { label, text }: { readonly label: 'help' | 'server' | 'helm' | 'flux'; readonly text: string },
  isLast: boolean,
): string[] {
  const corner = `${' '.repeat(gutter)} ${isLast || !pen.look.unicode ? pen.glyphs.last : pen.glyphs.next} `;
  const bar = isLast ? '' : `${' '.repeat(gutter)} ${pen.glyphs.bar}`;
  const indent = displayWidth(corner) + `${label}: `.length;
  const [first = '', ...rest] = wrapText(escapeUnseen(text), pen.look.width - indent);
  const further = rest.map(line => pen.paint('dim', bar) + ' '.repeat(indent - displayWidth(bar)) + line);
  return [`${pen.paint('dim', corner)}${pen.paint(label === 'help' ? 'help' : 'dim', `${label}:`)} ${first}`, ...further];
}

function leftOutRow(easel: Easel, count: number): string[] {
  return count > 0 ? [gutterRow(easel, easel.pen.glyphs.gap, `and ${renderCount(count, 'more place')}`)] : [];
}

/** A finding as a picture: message, both ends in their files, help. */
export function drawFinding(pen: Pen, finding: ReportedFinding, { scoped, verbose }: FindingOptions): string {
  const limit = verbose || finding.related.length === MOST_RELATED + 1 ? Infinity : MOST_RELATED;
  const frames = buildFrames(finding, limit);
  const last = Math.max(...frames.flatMap(linesOf));
  const easel: Easel = { pen, severity: finding.severity, gutter: String(last).length + 1 };
  const details = [finding.rule.id, ...(scoped ? scopeText(finding) : [])];
  const body = frames.flatMap((frame, index) => [placeRow(easel, frame, index === 0, index === 0 ? details : []), ...drawFrame(easel, frame)]);
  const closing = closingRows(easel, [
    ['help', finding.help],
    [answeredBy(finding).label, finding.answer],
  ]);
  return `${[...headRows(pen, finding), ...body, ...leftOutRow(easel, finding.related.length - limit), ...closing].join('\n')}\n`;
}
