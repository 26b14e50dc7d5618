import type { Location, Report, ReportedFinding, ReportedQuestion } from '../../engine/report.ts';
import type { RuleMeta } from '../../rule/define-rule.ts';
import { renderIncomplete, renderNotices } from '../closing-lines.ts';
import { docsUrl } from '../docs-url.ts';
import { renderCount } from '../plural.ts';
import { placeMarkup } from './code.ts';
import { html, NOTHING, sentence, type Markup } from '../page/markup.ts';

/** Places of a question that are named. */
const MOST_PLACES = 200;

/** What was asked for and not read: above the findings, since the verdict does not cover it. */
export function incompleteMarkup({ incomplete }: Report): Markup {
  if (incomplete.length === 0) return NOTHING;
  const rows = incomplete.map(each => html`<li>${renderIncomplete(each)}</li>`);
  return html`<section class="unread" aria-labelledby="incomplete">
    <h2 id="incomplete">Incomplete</h2>
    <ul>
      ${rows}
    </ul>
  </section> `;
}

function placeItem({ file, start }: Location): Markup {
  return html`<li>${placeMarkup(file.path, start.line)}</li>`;
}

function questionMarkup({ rule, at, one, many, decide }: ReportedQuestion): Markup {
  const left = at.length - MOST_PLACES;
  const more = left > 0 ? html`<li>and ${left} more</li>` : NOTHING;
  return html`<li class="question">
    <h3>${renderCount(at.length, one, many)}</h3>
    <p class="meta"><a class="rule" href="${docsUrl(rule)}" rel="noreferrer">${rule.id}</a> <span>Decide it: ${sentence(decide)}</span></p>
    <ul class="places">
      ${at.slice(0, MOST_PLACES).map(placeItem)}${more}
    </ul>
  </li> `;
}

/** Questions that the files leave open. */
export function undecidedMarkup({ undecided }: Report): Markup {
  if (undecided.length === 0) return NOTHING;
  return html`<section aria-labelledby="undecided">
    <h2 id="undecided">Undecided</h2>
    <p class="lead">What these files alone do not answer. No finding rests on it.</p>
    <ul class="plain">
      ${undecided.map(questionMarkup)}
    </ul>
  </section> `;
}

export function noticesMarkup({ notices }: Report): Markup {
  if (notices.length === 0) return NOTHING;
  const rows = renderNotices(notices, true).map(text => html`<li>${text}</li>`);
  return html`<section aria-labelledby="notes">
    <h2 id="notes">Notes</h2>
    <ul>
      ${rows}
    </ul>
  </section> `;
}

function ruleRow(rule: RuleMeta, count: number): Markup {
  return html`<tr data-rule="${rule.id}" data-category="${rule.category}">
    <td><a class="rule" href="${docsUrl(rule)}" rel="noreferrer">${rule.id}</a></td>
    <td>${rule.title}</td>
    <td>${rule.category}</td>
    <td class="number">${count}</td>
  </tr> `;
}

/** The rules that were found, with their titles: what groups by rule are named with. */
export function rulesMarkup(findings: readonly ReportedFinding[]): Markup {
  if (findings.length === 0) return NOTHING;
  const found = new Map<string, { readonly rule: RuleMeta; count: number }>();
  for (const { rule, suppressed } of findings) {
    const entry = found.get(rule.id) ?? { rule, count: 0 };
    if (!suppressed) entry.count++;
    found.set(rule.id, entry);
  }
  const rows = [...found.values()].sort((a, b) => b.count - a.count || (a.rule.id < b.rule.id ? -1 : 1)).map(({ rule, count }) => ruleRow(rule, count));
  return html`<section aria-labelledby="rules">
    <h2 id="rules">Rules found</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">What it says</th>
            <th scope="col">Category</th>
            <th scope="col" class="number">Findings</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section> `;
}
