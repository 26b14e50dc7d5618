import type { ReportedFinding, ReportedFix, ResourceName } from '../../engine/report.ts';
import { docsUrl } from '../docs-url.ts';
import { scopeText } from '../draw-finding.ts';
import { renderCount } from '../plural.ts';
import { GAP, codeMarkup, placeMarkup } from './code.ts';
import { hunksOf, type Hunk } from '../fix-diff.ts';
import { html, NOTHING, sentence, type Content, type Markup } from '../page/markup.ts';
import { answeredBy } from '../answered-by.ts';

export interface FindingOptions {
  /** Whether there is more than one scope. */
  readonly scoped: boolean;
  /** Whether its code is shown: a report of many thousands shows that of the first ones. */
  readonly withCode: boolean;
}

/** Lines of a side of a fix, and characters of a line, that are shown. */
const MOST_LINES = 12;
const LONGEST_LINE = 300;

/** `Service shop/web`: short, and the same for all findings of an object. */
export function objectName({ kind, namespace, name }: ResourceName): string {
  return `${kind} ${namespace === null ? '' : `${namespace}/`}${name ?? '(no name)'}`;
}

function cutText(text: string): string {
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
}

/** The rows of one side, of which the longest show their beginning. */
function diffRows(lines: readonly string[], draw: (text: string, index: number) => Markup): Markup[] {
  const rows = lines.slice(0, MOST_LINES).map((line, index) => draw(cutText(line), index));
  const left = lines.length - rows.length;
  return left > 0 ? [...rows, html`<span class="l gap" data-n="${GAP}">${renderCount(left, 'more line')}</span>`] : rows;
}

function contextRow(line: string | undefined, number: number): Markup {
  return line === undefined ? NOTHING : html`<span class="l" data-n="${number}">${cutText(line)}</span>`;
}

/** A hunk with the lines around it, of which one that the hunk before has shown is not shown again. */
function hunkMarkup({ line, removed, added, before, after }: Hunk, previous: Hunk | undefined): Markup {
  const shown = previous ? previous.line + previous.removed.length : line - 2;
  const gap = line - 1 > shown + 1 ? html`<span class="l gap" data-n="${GAP}"></span>` : NOTHING;
  const above = line - 1 > shown ? contextRow(before, line - 1) : NOTHING;
  const less = diffRows(removed, (text, at) => html`<del data-n="${line + at}">${text}</del>`);
  const more = diffRows(added, text => html`<ins>${text}</ins>`);
  return html`${gap}${above}${less}${more}${contextRow(after, line + removed.length)}`;
}

/** What a fix changes in a file; a file that is not the finding's own is named. */
function changesMarkup(hunks: readonly Hunk[], path: string): Markup {
  const [first] = hunks;
  const caption = !first || first.file.path === path ? NOTHING : html`<figcaption>${placeMarkup(first.file.path, first.line)}</figcaption>`;
  return html`<figure class="diff">
    ${caption}
    <pre>${hunks.map((hunk, index) => hunkMarkup(hunk, hunks[index - 1]))}</pre>
  </figure>`;
}

function fixMarkup(fix: ReportedFix, path: string): Markup {
  const safety = fix.safety === 'safe' ? html`<span class="tag good">safe</span>` : html`<span class="tag">unsafe: a guess to confirm</span>`;
  const hunks = hunksOf(fix);
  const files = [...new Set(hunks.map(hunk => hunk.file))].map(file => hunks.filter(hunk => hunk.file === file));
  return html`<dt>Fix</dt>
    <dd>
      <p>${sentence(fix.title)} ${safety}</p>
      ${files.map(hunks => changesMarkup(hunks, path))}
    </dd>`;
}

const HIDDEN_BY = { comment: 'Suppressed by a comment', annotation: 'Suppressed by an annotation', baseline: 'Known: the baseline lists it' } as const;

function suppressionText({ suppressed }: ReportedFinding): readonly [Content, Markup][] {
  if (!suppressed) return [];
  const { by, reason, location } = suppressed;
  const place = location ? html` at ${placeMarkup(location.file.path, location.start.line)}` : NOTHING;
  return [['Hidden', html`${HIDDEN_BY[by]}${place}${reason === null ? NOTHING : html` (${reason})`}`]];
}

function textRows(finding: ReportedFinding, withCode: boolean): Markup {
  const rows: readonly (readonly [Content, Markup])[] = [
    ...(finding.help === null ? [] : [['Help', sentence(finding.help)] as const]),
    ...(finding.answer === null ? [] : [[answeredBy(finding).label === 'helm' ? 'Helm' : 'Server', html`<code>${finding.answer}</code>`] as const]),
    ...suppressionText(finding),
  ];
  const fixes = (withCode ? finding.fixes : []).map(fix => fixMarkup(fix, finding.location.file.path));
  if (rows.length === 0 && fixes.length === 0) return NOTHING;
  return html`<dl class="more">
    ${rows.map(
      ([label, text]) =>
        html`<dt>${label}</dt>
          <dd>${text}</dd>`,
    )}${fixes}
  </dl>`;
}

/** Its rule, object and scopes. The place is for where no code names it. */
function metaRow(finding: ReportedFinding, scoped: boolean): Markup {
  const { rule, resource, location, fingerprint } = finding;
  const object = resource ? html` <span class="object">${objectName(resource)}</span>` : NOTHING;
  const scopes = scoped ? scopeText(finding).map(text => html` <span>${text}</span>`) : [];
  const place = `${location.file.path}:${String(location.start.line)}:${String(location.start.column)}`;
  return html`<p class="meta">
    <a class="self" href="#f-${fingerprint}">${place}</a> <a class="rule" href="${docsUrl(rule)}" rel="noreferrer">${rule.id}</a>${object}${scopes}
  </p>`;
}

/** A finding: its message, where it is, the code of both ends, what to do, and what a fix would change. */
export function findingMarkup(finding: ReportedFinding, { scoped, withCode }: FindingOptions): Markup {
  const { rule, severity, fingerprint, resource, suppressed } = finding;
  const state = html`${suppressed ? html` data-hidden="${suppressed.by}"` : NOTHING}${withCode ? NOTHING : html` data-brief`}`;
  const namespace = resource?.namespace ? html` data-namespace="${resource.namespace}"` : NOTHING;
  return html`<article id="f-${fingerprint}" tabindex="-1" data-severity="${severity}" data-rule="${rule.id}" ${namespace}${state}>
    <h3><span class="tag ${severity}">${severity}</span> <span>${sentence(finding.message)}</span></h3>
    ${metaRow(finding, scoped)} ${withCode ? codeMarkup(finding) : NOTHING}${textRows(finding, withCode)}
  </article> `;
}
