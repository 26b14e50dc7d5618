import type { ReportedFinding } from '../../engine/report.ts';
import type { Severity } from '../../rule/finding.ts';
import { countFindings } from '../../engine/count-findings.ts';
import { baseNameOf } from '../../text/path.ts';
import type { MaskedReport } from '../mask.ts';
import { incompleteMarkup, noticesMarkup, rulesMarkup, undecidedMarkup } from './closing.ts';
import { filtersMarkup, keysMarkup, toolsMarkup, topMarkup } from './controls.ts';
import { findingMarkup } from './finding.ts';
import { headlineMarkup, titleOf } from './headline.ts';
import { html, NOTHING, type Markup } from './markup.ts';
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

/** Only this style and this script, and nothing from elsewhere. The script writes text into the page and never HTML. */
const POLICY = [
  "default-src 'none'",
  `script-src '${SCRIPT_HASH}'`,
  `style-src '${STYLE_HASH}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#2f6feb" stroke-width="2"><path d="M4 7h7a4 4 0 0 1 4 4v2a4 4 0 0 0 4 4h1"/><circle cx="4" cy="7" r="2.5"/><circle cx="20" cy="17" r="2.5"/></svg>',
)}`;

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
  // Whole, since a blank more in them would be another hash.
  const [style, script] = [{ html: `<style>${STYLE}</style>` }, { html: `<script>${SCRIPT}</script>` }];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${{ html: POLICY }}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="svclint ${version}" />
        <title>${titleOf(report)}</title>
        <link rel="icon" href="${{ html: ICON }}" />
        ${style}
      </head>
      <body>
        ${skip}${topMarkup(version)}
        <main>
          ${headlineMarkup(report)}${incompleteMarkup(report)}${findingsMarkup(report)}${undecidedMarkup(report)}${noticesMarkup(report)}${rulesMarkup(report.findings)}
        </main>
        <footer>
          <p>Made by <a href="https://github.com/svclint/svclint" rel="noreferrer">svclint</a> ${version}</p>
        </footer>
        ${keysMarkup()} ${script}
      </body>
    </html> `.html;
}
