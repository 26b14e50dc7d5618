import type { Finding, RuleRow } from './findings.ts';
import { make } from './make.ts';
import type { Grouping } from './view.ts';

const SEVERITIES = ['error', 'warning', 'info'];
const MANY: Readonly<Record<string, string>> = { error: 'errors', warning: 'warnings', info: 'infos' };

export interface Group {
  readonly section: HTMLElement;
  readonly counts: HTMLElement;
  readonly findings: readonly Finding[];
}

function keyOf({ path, rule, object }: Finding, grouping: Grouping): string {
  return { file: path, rule, object: object === '' ? 'No object' : object }[grouping];
}

function heading(key: string, grouping: Grouping, rules: ReadonlyMap<string, RuleRow>): HTMLElement {
  if (grouping === 'rule') return make('h2', { text: key, children: [make('span', { className: 'title', text: rules.get(key)?.title ?? '' })] });
  const cut = grouping === 'file' ? key.lastIndexOf('/') + 1 : key.indexOf(' ') + 1;
  return make('h2', { children: [make('span', { className: 'dir', text: key.slice(0, cut) }), document.createTextNode(key.slice(cut))] });
}

function weightOf(findings: readonly Finding[]): number {
  const worst = Math.min(...findings.map(({ severity }) => SEVERITIES.indexOf(severity)));
  return worst * 1e6 - findings.length;
}

/** Puts the findings below the headings of a grouping. Files keep their order; rules begin with the gravest. */
export function arrange(list: HTMLElement, findings: readonly Finding[], grouping: Grouping, rules: ReadonlyMap<string, RuleRow>): readonly Group[] {
  const byKey = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding, grouping);
    const group = byKey.get(key);
    if (group) group.push(finding);
    else byKey.set(key, [finding]);
  }
  const entries = [...byKey];
  if (grouping === 'rule') entries.sort(([, a], [, b]) => weightOf(a) - weightOf(b));
  const groups = entries.map(([key, own]) => {
    const counts = make('span', { className: 'counts' });
    const head = heading(key, grouping, rules);
    head.append(counts);
    return { section: make('section', { className: 'group', children: [head, ...own.map(({ element }) => element)] }), counts, findings: own };
  });
  list.replaceChildren(...groups.map(({ section }) => section));
  return groups;
}

/** Hides what is not shown, and counts anew what is. */
export function showIn({ section, counts, findings }: Group, shown: ReadonlySet<Finding>): void {
  const own = findings.filter(finding => shown.has(finding));
  for (const finding of findings) finding.element.hidden = !shown.has(finding);
  section.hidden = own.length === 0;
  const numbers = SEVERITIES.map(severity => ({ severity, count: own.filter(finding => finding.severity === severity).length }));
  const parts = numbers
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => make('span', { className: severity, text: `${String(count)} ${count === 1 ? severity : (MANY[severity] ?? severity)}` }));
  counts.replaceChildren(...parts);
}
