import type { Location, Report, ReportedFinding, ReportedFix, ReportedQuestion, Summary } from '../engine/report.ts';
import { renderFacts, renderNotices } from './closing-lines.ts';
import { docsUrl } from './docs-url.ts';
import { scopeText } from './draw-finding.ts';
import type { PathInRepository } from './finding-lines.ts';
import { hunksOf } from './fix-diff.ts';
import { fillItems } from './markdown-room.ts';
import { renderAddress, renderCode, renderFence, renderLink, renderProse } from './markdown-text.ts';
import type { MaskedReport } from './mask.ts';
import { renderCount, renderList } from './plural.ts';
import { findShown } from './shown.ts';
import { answeredBy } from './answered-by.ts';

export interface MarkdownOptions {
  readonly pathInRepository: PathInRepository;
  readonly quiet: boolean;
  /** Address that shows the files of the repository, with its last slash; links are relative without one. */
  readonly filesUrl?: string | undefined;
}

/** GitHub takes 65,536 characters for a comment. What is left is for who posts it: a line that finds the comment again. */
const LONGEST_COMMENT = 65_000;
/** Of it, what the lists after the findings take at most. */
const LONGEST_LIST = 8_000;
const MOST_ENDS = 5;
const MOST_PLACES = 3;
const LONGEST_DIFF = 20;

const TITLES = { error: 'Errors', warning: 'Warnings', info: 'Infos' } as const;
const SEVERITIES = ['error', 'warning', 'info'] as const;

function renderPlace({ file, start, end }: Location, { pathInRepository, filesUrl }: MarkdownOptions): string {
  const path = filesUrl === undefined ? file.path : pathInRepository(file.path);
  const address = renderAddress(path);
  const lines = `#L${String(start.line)}${end.line > start.line ? `-L${String(end.line)}` : ''}`;
  return renderLink(`${path}:${String(start.line)}`, address && `${filesUrl ?? ''}${address}${lines}`);
}

function renderFix(fix: ReportedFix): string {
  const hunks = hunksOf(fix);
  const lines = hunks.flatMap(({ file, line, removed, added }) => [
    ...(hunks.length > 1 ? [`@@ ${file.path}:${String(line)} @@`] : []),
    ...removed.map(text => `-${text}`),
    ...added.map(text => `+${text}`),
  ]);
  const diff = lines.length > 0 && lines.length <= LONGEST_DIFF ? renderFence('diff', lines, '    ') : '';
  return `  - Fix: ${renderProse(fix.title)}\n${diff}`;
}

function renderFinding(finding: ReportedFinding, options: MarkdownOptions, scoped: boolean): string {
  const { rule, message, location, related, help, answer, fixes } = finding;
  const facts = [renderPlace(location, options), renderLink(rule.id, docsUrl(rule)), ...(scoped ? scopeText(finding).map(text => renderProse(text)) : [])];
  const limit = related.length === MOST_ENDS + 1 ? related.length : MOST_ENDS;
  const ends = related.slice(0, limit).map(end => `${renderPlace(end.location, options)}: ${renderProse(end.note)}`);
  const safe = fixes.find(fix => fix.safety === 'safe');
  const details = [
    ...ends,
    ...(related.length > limit ? [`and ${renderCount(related.length - limit, 'more place')}`] : []),
    ...(help === null ? [] : [`Help: ${renderProse(help, 'keep')}`]),
    ...(answer === null ? [] : [`${answeredBy(finding).name} says: ${renderCode(answer)}`]),
  ];
  const head = `- **${renderProse(message)}**\\\n  ${facts.join(' · ')}\n`;
  return `${head}${details.map(line => `  - ${line}\n`).join('')}${safe ? renderFix(safe) : ''}`;
}

function countSeverities(counts: Pick<Summary, 'error' | 'warning' | 'info'>): string {
  const { error, warning, info } = counts;
  const parts = [error > 0 && renderCount(error, 'error'), warning > 0 && renderCount(warning, 'warning'), info > 0 && renderCount(info, 'info', 'infos')];
  return renderList(parts.filter(part => part !== false));
}

function renderHead({ summary, incomplete }: Report): string {
  const counts = countSeverities(summary);
  const verdict = counts === '' ? 'no findings' : counts;
  const sign = summary.error > 0 || incomplete.length > 0 ? '❌' : counts === '' ? '✅' : '⚠️';
  const gap = incomplete.length > 0 ? `, and ${renderCount(incomplete.length, 'part was', 'parts were')} not linted` : '';
  return `### ${sign} svclint: ${verdict}${gap}\n\n${renderFacts(summary).join(' · ')}\n`;
}

function renderQuestion({ at, one, many, decide }: ReportedQuestion, options: MarkdownOptions): string {
  const limit = at.length === MOST_PLACES + 1 ? at.length : MOST_PLACES;
  const places = at.slice(0, limit).map(place => renderPlace(place, options));
  const rest = at.length > limit ? ` and ${String(at.length - limit)} more` : '';
  return `- ${renderProse(renderCount(at.length, one, many))} (${places.join(', ')}${rest}): ${renderProse(decide)}\n`;
}

function renderMore(left: number): string {
  return `- … and ${String(left)} more\n`;
}

function renderSection(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `\n#### ${title}\n\n${fillItems(items, LONGEST_LIST, renderMore)}`;
}

/** The findings, the most severe first, as far as there is room. */
function renderFindings(report: Report, options: MarkdownOptions, room: number): string {
  const shown = SEVERITIES.flatMap(severity => findShown(report, options.quiet).filter(finding => finding.severity === severity));
  const scoped = report.summary.scopes > 1;
  const items = shown.map((finding, index) => {
    const isFirst = finding.severity !== shown[index - 1]?.severity;
    return (isFirst ? `\n#### ${TITLES[finding.severity]}\n\n` : '\n') + renderFinding(finding, options, scoped);
  });
  return fillItems(items, room, left => {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity } of shown.slice(-left)) counts[severity]++;
    return `\n… and ${String(left)} more (${countSeverities(counts)}) that a comment has no room for\n`;
  });
}

/** A comment on a pull request, and the summary of a job: GitHub's Markdown, in which nothing of a manifest acts. */
export function renderMarkdown(report: MaskedReport, options: MarkdownOptions): string {
  const head = renderHead(report);
  const gaps = report.incomplete.map(({ path, reason }) => `- ${path === '' ? '' : `${renderCode(path)}: `}${renderProse(reason)}\n`);
  const questions = options.quiet ? [] : report.undecided.map(question => renderQuestion(question, options));
  const notices = options.quiet ? [] : renderNotices(report.notices, false).map(text => `- ${renderProse(text)}\n`);
  const tail = renderSection('Not linted', gaps) + renderSection('Undecided', questions) + renderSection('Notes', notices);
  return head + renderFindings(report, options, LONGEST_COMMENT - head.length - tail.length) + tail;
}
