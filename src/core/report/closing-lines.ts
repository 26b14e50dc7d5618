import { chooseFixes } from '../engine/fix/choose-fixes.ts';
import type { BaselineEntry, Fixed, Incomplete, Location, Notice, ReportedFinding, ReportedQuestion, Summary } from '../engine/report.ts';
import { escapeUnseen } from './escape.ts';
import type { Pen } from './look.ts';
import { renderCount, renderList } from './plural.ts';

const MOST_PLACES = 3;

function renderNames(names: readonly string[], verbose: boolean): string {
  const shown = verbose || names.length === MOST_PLACES + 1 ? names : names.slice(0, MOST_PLACES);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${String(rest)} more` : shown.join(', ');
}

function renderPlace({ file, start }: Location): string {
  return `${escapeUnseen(file.path)}:${String(start.line)}`;
}

/** `2 Services match no pod in these files (a.yaml:3, b.yaml:9): --complete if nothing else runs there`. */
export function renderQuestion({ at, one, many, decide }: ReportedQuestion, verbose: boolean): string {
  return `${renderCount(at.length, one, many)} (${renderNames(at.map(renderPlace), verbose)}): ${decide}`;
}

/** One line per text, with the paths that it is about and does not name itself. */
export function renderNotices(notices: readonly Notice[], verbose: boolean): string[] {
  const byText = new Map<string, string[]>();
  for (const { text, path } of notices) {
    const paths = byText.get(text) ?? [];
    if (path !== null && !` ${text} `.includes(` ${path} `)) paths.push(escapeUnseen(path));
    byText.set(text, paths);
  }
  return [...byText].map(([text, paths]) => (paths.length > 0 ? `${escapeUnseen(text)} (${renderNames(paths, verbose)})` : escapeUnseen(text)));
}

/** What a baseline lists and is no more: `k8s/web.yaml: node-port-out-of-range of shop/Service/web, 2 times`. */
export function renderGone({ path, rule, object, count }: BaselineEntry): string {
  const times = count === 1 ? '' : `, ${String(count)} times`;
  return escapeUnseen(`${path}: ${rule}${object === null ? '' : ` of ${object}`}${times}`);
}

/** The only scope of a run has no name. */
export function renderIncomplete({ path, reason, undone }: Incomplete): string {
  return `${path === '' ? 'Part of the input' : escapeUnseen(path)} was not ${undone ?? 'linted'}: ${escapeUnseen(reason)}`;
}

/** `Fixed 3 findings in 2 files`; undefined where nothing was to be fixed. */
export function renderFixed(fixed: Fixed | undefined): string | undefined {
  if (!fixed) return undefined;
  return fixed.findings === 0 ? 'Fixed nothing' : `Fixed ${renderCount(fixed.findings, 'finding')} in ${renderCount(fixed.files.length, 'file')}`;
}

/** `2 findings can be fixed with --fix, 1 more with --fix-unsafe`: what would be done at once; undefined where nothing would be. */
export function renderFixable(findings: readonly ReportedFinding[]): string | undefined {
  const [safe, all] = [chooseFixes(findings, 'safe').length, chooseFixes(findings, 'unsafe').length];
  if (safe === 0) return all === 0 ? undefined : `${renderCount(all, 'finding')} can be fixed with --fix-unsafe`;
  const first = `${renderCount(safe, 'finding')} can be fixed with --fix`;
  return all > safe ? `${first}, ${String(all - safe)} more with --fix-unsafe` : first;
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

/** What was read, suppressed and left alone, and for which Kubernetes. */
export function renderFacts({ files, resources, scopes, others, suppressed, kubernetes }: Summary): string[] {
  const read = [renderCount(files, 'file'), renderCount(resources, 'object'), ...(scopes > 1 ? [renderCount(scopes, 'scope')] : [])];
  return [
    read.join(', '),
    ...(suppressed > 0 ? [`${String(suppressed)} suppressed`] : []),
    ...(others > 0 ? [`${renderCount(others, 'other document')} left alone`] : []),
    ...(kubernetes === '' ? [] : [`Kubernetes ${kubernetes}`]),
  ];
}

/** What was found, and the facts of the run. */
export function renderSummary(pen: Pen, summary: Summary, complete: boolean): string {
  const dot = ` ${pen.paint('dim', pen.glyphs.dot)} `;
  return [renderVerdict(pen, summary, complete), ...renderFacts(summary).map(part => pen.paint('dim', part))].join(dot);
}
