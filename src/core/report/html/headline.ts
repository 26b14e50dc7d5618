import type { Report, Summary } from '../../engine/report.ts';
import type { Severity } from '../../rule/finding.ts';
import { renderCount } from '../plural.ts';
import { html, joinMarkup, NOTHING, type Markup } from '../page/markup.ts';

const WORDS: readonly (readonly [Severity, string])[] = [
  ['error', 'errors'],
  ['warning', 'warnings'],
  ['info', 'infos'],
];

function countMarkup(count: number, severity: Severity, many: string): Markup {
  return html`<span class="${severity}"><b>${count}</b> ${count === 1 ? severity : many}</span>`;
}

function countsOf(summary: Summary): Markup[] {
  return WORDS.filter(([severity]) => summary[severity] > 0).map(([severity, many]) => countMarkup(summary[severity], severity, many));
}

/** `2 errors, 1 warning and 3 infos`; where there is none what that is worth. */
function verdict({ summary, incomplete }: Report): Markup {
  const counts = countsOf(summary);
  const last = counts.at(-1);
  if (!last) return incomplete.length === 0 ? html`<span class="clean">No findings</span>` : html`No findings in what was read`;
  return counts.length === 1 ? last : html`${joinMarkup(counts.slice(0, -1), ', ')} and ${last}`;
}

/** Shares of the severities. A width in a style would need leave of the page's policy: a drawing needs none. */
function shares({ error, warning, info }: Summary): Markup {
  const total = error + warning + info;
  if (total === 0) return NOTHING;
  let from = 0;
  const parts = WORDS.map(([severity]) => ({ severity, count: { error, warning, info }[severity] }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => {
      const part = html`<rect class="${severity}" x="${from}" width="${count}" height="1" />`;
      from += count;
      return part;
    });
  return html`<svg class="shares" viewBox="0 0 ${total} 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

function facts({ files, resources, scopes, others, suppressed, kubernetes }: Summary): Markup {
  const rows: readonly (readonly [string, string])[] = [
    ['Read', [renderCount(files, 'file'), renderCount(resources, 'object'), ...(scopes > 1 ? [renderCount(scopes, 'scope')] : [])].join(', ')],
    ...(kubernetes === '' ? [] : [['Kubernetes', kubernetes.replace('-', '–')] as const]),
    ...(suppressed > 0 ? [['Suppressed', renderCount(suppressed, 'finding')] as const] : []),
    ...(others > 0 ? [['Left alone', renderCount(others, 'other document')] as const] : []),
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([label, text]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}

/** What the run came to, and what it looked at. */
export function headlineMarkup(report: Report): Markup {
  return html`<section class="hero" aria-labelledby="verdict">
    <h1 id="verdict">${verdict(report)}</h1>
    ${shares(report.summary)}${facts(report.summary)}
  </section> `;
}

/** The verdict for the title of a window. */
export function titleOf({ summary, incomplete }: Report): string {
  const counts = WORDS.filter(([severity]) => summary[severity] > 0).map(([severity, many]) => renderCount(summary[severity], severity, many));
  const text = counts.length > 0 ? counts.join(', ') : incomplete.length > 0 ? 'incomplete' : 'no findings';
  return `svclint: ${text}`;
}
