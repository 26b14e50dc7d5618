import type { Facet } from './view.ts';

export interface Finding {
  readonly element: HTMLElement;
  readonly severity: string;
  readonly rule: string;
  readonly category: string;
  readonly namespace: string;
  readonly path: string;
  readonly object: string;
  readonly suppressed: boolean;
  /** All its text in lower case, read when it is first searched. */
  readonly text: () => string;
}

export interface RuleRow {
  readonly title: string;
  readonly category: string;
}

/** The table at the end of the page knows what findings do not repeat. */
export function readRules(): ReadonlyMap<string, RuleRow> {
  const rows = document.querySelectorAll<HTMLElement>('tr[data-rule]');
  return new Map(
    [...rows].map(({ dataset, children }) => [dataset['rule'] ?? '', { title: children[1]?.textContent ?? '', category: dataset['category'] ?? '' }]),
  );
}

function readFinding(element: HTMLElement, path: string, rules: ReadonlyMap<string, RuleRow>): Finding {
  const { severity = '', rule = '', namespace = '', hidden } = element.dataset;
  let text: string | undefined;
  return {
    element,
    severity,
    rule,
    category: rules.get(rule)?.category ?? '',
    namespace,
    path,
    object: element.querySelector('.object')?.textContent ?? '',
    suppressed: hidden !== undefined,
    text: () => (text ??= `${element.textContent} ${path}`.toLowerCase()),
  };
}

/** The findings of the page, in its order: by file and place. */
export function readFindings(list: HTMLElement, rules: ReadonlyMap<string, RuleRow>): readonly Finding[] {
  return [...list.querySelectorAll<HTMLElement>('section[data-path]')].flatMap(group =>
    [...group.querySelectorAll('article')].map(element => readFinding(element, group.dataset['path'] ?? '', rules)),
  );
}

/** The values that a finding has of a facet: of its path also the folders that hold it. */
export function valuesOf(finding: Finding, facet: Facet): readonly string[] {
  if (facet !== 'path') return [finding[facet]];
  const { path } = finding;
  const folders = [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
  return [...folders, path];
}
