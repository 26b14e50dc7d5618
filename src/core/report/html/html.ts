import type { ReportedFinding } from '../../engine/report.ts';
import type { Severity } from '../../rule/finding.ts';
import { countFindings } from '../../engine/count-findings.ts';
import { baseNameOf } from '../../text/path.ts';
import type { MaskedReport } from '../mask.ts';
import { incompleteMarkup, noticesMarkup, rulesMarkup, undecidedMarkup } from './closing.ts';
import { filtersMarkup, KEYS, toolsMarkup, topMarkup } from './controls.ts';
import { findingMarkup } from './finding.ts';
import { headlineMarkup, titleOf } from './headline.ts';
import { html, NOTHING, type Markup } from '../page/markup.ts';
import { keysMarkup, renderPage } from '../page/page.ts';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './page.generated.ts';

export interface HtmlOptions {
  readonly version: string;
  readonly quiet: boolean;
}

/** Findings that show their code, the most severe first: what a browser still handles with ease. */
const MOST_WITH_CODE = 5000;
/** Above this number findings are laid out when they come into view. */
const MANY = 200;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The report that `--quiet` asks for: of errors alone. */
function withoutMinor(report: MaskedReport): MaskedReport {
  const findings = report.findings.filter(finding => finding.severity === 'error');
  return { ...report, findings, summary: { ...report.summary, ...countFindings(findings) } };
}

function findWithCode(findings: readonly ReportedFinding[]): ReadonlySet<ReportedFinding> {
  if (findings.length <= MOST_WITH_CODE) return new Set(findings);
  const rank = ({ severity, suppressed }: ReportedFinding): number => (suppressed ? 3 : RANK[severity]);
  return new Set(findings.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_WITH_CODE));
}

function groupByPath(findings: readonly ReportedFinding[]): ReadonlyMap<string, readonly ReportedFinding[]> {
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const { path } = finding.location.file;
    const group = groups.get(path);
    if (group) group.push(finding);
    else groups.set(path, [finding]);
  }
  return groups;
}

function groupMarkup(path: string, findings: readonly Markup[]): Markup {
  const name = baseNameOf(path);
  return html`<section class="group" data-path="${path}">
    <h2><span class="dir">${path.slice(0, path.length - name.length)}</span>${name}</h2>
    ${findings}
  </section> `;
}

function findingsMarkup(report: MaskedReport): Markup {
  const { findings, summary } = report;
  if (findings.length === 0) return NOTHING;
  const withCode = findWithCode(findings);
  const scoped = summary.scopes > 1;
  const groups = [...groupByPath(findings)].map(([path, group]) =>
    groupMarkup(
      path,
      group.map(finding => findingMarkup(finding, { scoped, withCode: withCode.has(finding) })),
    ),
  );
  const left = findings.length - withCode.size;
  const cut = left > 0 ? html`<p class="lead">The code of ${left} less severe findings is left out, to keep the report readable.</p>` : NOTHING;
  return html`<div class="layout">
    ${filtersMarkup()}
    <div class="list">
      ${toolsMarkup(summary.suppressed)}${cut}
      <div id="findings" ${findings.length > MANY ? html` class="many"` : NOTHING}>${groups}</div>
    </div>
  </div> `;
}

/** A report to look at in a browser: one file that loads nothing. Without its script all of it is shown. */
export function renderHtml(given: MaskedReport, { version, quiet }: HtmlOptions): string {
  const report = quiet ? withoutMinor(given) : given;
  const skip = report.findings.length > 0 ? html`<a class="skip" href="#findings">Skip to the findings</a>` : NOTHING;
  const body = html`${skip}${topMarkup(version)}
    <main>
      ${headlineMarkup(report)}${incompleteMarkup(report)}${findingsMarkup(report)}${undecidedMarkup(report)}${noticesMarkup(report)}${rulesMarkup(report.findings)}
    </main>
    <footer>
      <p>Made by <a href="https://github.com/svclint/svclint" rel="noreferrer">svclint</a> ${version}</p>
    </footer>
    ${keysMarkup(KEYS)}`;
  return renderPage({ title: titleOf(report), version, style: { text: STYLE, hash: STYLE_HASH }, script: { text: SCRIPT, hash: SCRIPT_HASH }, body });
}
