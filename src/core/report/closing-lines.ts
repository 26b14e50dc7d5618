import type { Incomplete, Location, Notice, ReportedQuestion, Summary } from '../engine/report.ts';
import { escapeUnseen } from './escape.ts';
import type { Pen } from './look.ts';
import { renderCount, renderList } from './plural.ts';

const MOST_PLACES = 3;

function renderPlaces(places: readonly Location[], verbose: boolean): string {
  const shown = verbose || places.length === MOST_PLACES + 1 ? places : places.slice(0, MOST_PLACES);
  const names = shown.map(({ file, start }) => `${escapeUnseen(file.path)}:${String(start.line)}`).join(', ');
  const rest = places.length - shown.length;
  return rest > 0 ? `${names} and ${String(rest)} more` : names;
}

/** `2 Services match no pod in these files (a.yaml:3, b.yaml:9): --complete if nothing else runs there`. */
export function renderQuestion({ at, one, many, decide }: ReportedQuestion, verbose: boolean): string {
  return `${renderCount(at.length, one, many)} (${renderPlaces(at, verbose)}): ${decide}`;
}

export function renderNotice({ text }: Notice): string {
  return escapeUnseen(text);
}

export function renderIncomplete({ path, reason }: Incomplete): string {
  return `${escapeUnseen(path)} was not linted: ${escapeUnseen(reason)}`;
}

function renderVerdict(pen: Pen, { error, warning, info }: Summary, complete: boolean): string {
  const { glyphs, paint } = pen;
  const counts = [
    error > 0 ? paint('error', renderCount(error, 'error')) : '',
    warning > 0 ? paint('warning', renderCount(warning, 'warning')) : '',
    info > 0 ? paint('info', renderCount(info, 'info', 'infos')) : '',
  ].filter(text => text !== '');
  const sign = error > 0 || !complete ? paint('error', glyphs.bad) : counts.length > 0 ? '' : paint('success', glyphs.good);
  const verdict = counts.length > 0 ? renderList(counts) : complete ? 'No findings' : 'No findings in what was read';
  return sign === '' ? verdict : `${sign} ${verdict}`;
}

/** What was read, found, suppressed and left alone, and for which Kubernetes. */
export function renderSummary(pen: Pen, summary: Summary, complete: boolean): string {
  const { files, resources, scopes, others, suppressed, kubernetes } = summary;
  const read = [renderCount(files, 'file'), renderCount(resources, 'object'), ...(scopes > 1 ? [renderCount(scopes, 'scope')] : [])];
  const parts = [
    read.join(', '),
    ...(suppressed > 0 ? [`${String(suppressed)} suppressed`] : []),
    ...(others > 0 ? [`${renderCount(others, 'other document')} left alone`] : []),
    ...(kubernetes === '' ? [] : [`Kubernetes ${kubernetes}`]),
  ];
  const dot = ` ${pen.paint('dim', pen.glyphs.dot)} `;
  return [renderVerdict(pen, summary, complete), ...parts.map(part => pen.paint('dim', part))].join(dot);
}
