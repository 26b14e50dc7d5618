export const FACETS = ['severity', 'category', 'rule', 'namespace', 'path'] as const;
export type Facet = (typeof FACETS)[number];

export const GROUPINGS = ['file', 'rule', 'object'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What of the report is shown, and how. The hash of the page holds it, so that a link shows the same. */
export interface View {
  readonly query: string;
  /** Values chosen of each facet; an empty set chooses all. */
  readonly chosen: Readonly<Record<Facet, ReadonlySet<string>>>;
  readonly grouping: Grouping;
  readonly details: boolean;
  readonly suppressed: boolean;
}

const NONE: ReadonlySet<string> = new Set();

export const WHOLE: View = {
  query: '',
  chosen: { severity: NONE, category: NONE, rule: NONE, namespace: NONE, path: NONE },
  grouping: 'file',
  details: true,
  suppressed: false,
};

/** Without search and filters. */
export function withoutFilters(view: View): View {
  return { ...view, query: '', chosen: WHOLE.chosen };
}

export function isFiltered({ query, chosen }: View): boolean {
  return query.trim() !== '' || FACETS.some(facet => chosen[facet].size > 0);
}

export function choose(view: View, facet: Facet, value: string, on: boolean): View {
  const values = new Set(view.chosen[facet]);
  if (on) values.add(value);
  else values.delete(value);
  return { ...view, chosen: { ...view.chosen, [facet]: values } };
}

export function readView(hash: string): View {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const chosen = (facet: Facet): ReadonlySet<string> => new Set(given.getAll(facet));
  return {
    query: given.get('q') ?? '',
    chosen: { severity: chosen('severity'), category: chosen('category'), rule: chosen('rule'), namespace: chosen('namespace'), path: chosen('path') },
    grouping: GROUPINGS.find(name => name === given.get('group')) ?? 'file',
    details: given.get('details') !== 'off',
    suppressed: given.get('suppressed') === 'on',
  };
}

/** The hash of a view without its `#`; empty for the view that a report opens with. */
export function writeView({ query, chosen, grouping, details, suppressed }: View): string {
  const written = new URLSearchParams();
  if (query !== '') written.set('q', query);
  for (const facet of FACETS) for (const value of [...chosen[facet]].sort()) written.append(facet, value);
  if (grouping !== 'file') written.set('group', grouping);
  if (!details) written.set('details', 'off');
  if (suppressed) written.set('suppressed', 'on');
  return written.toString();
}
