import { valuesOf, type Finding } from './findings.ts';
import { FACETS, type Facet, type View } from './view.ts';

const hasChosen = (finding: Finding, { chosen }: View, facet: Facet): boolean =>
  chosen[facet].size === 0 || valuesOf(finding, facet).some(value => chosen[facet].has(value));

/** Findings that a view searches for: every word of the query stands somewhere in them. */
function searched(findings: readonly Finding[], { query, suppressed }: View): readonly Finding[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
  return findings.filter(finding => (suppressed || !finding.suppressed) && words.every(word => finding.text().includes(word)));
}

export interface Selected {
  readonly shown: ReadonlySet<Finding>;
  /** By facet and value how many findings would be left if it were chosen with what is chosen of the other facets. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
  /** Findings that could be shown without any filter. */
  readonly total: number;
}

function countValues(findings: readonly Finding[], facet: Facet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) for (const value of valuesOf(finding, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** What a view shows. */
export function select(findings: readonly Finding[], view: View): Selected {
  const found = searched(findings, view);
  const countOf = (facet: Facet): ReadonlyMap<string, number> => {
    const others = FACETS.filter(other => other !== facet);
    return countValues(
      found.filter(finding => others.every(other => hasChosen(finding, view, other))),
      facet,
    );
  };
  return {
    shown: new Set(found.filter(finding => FACETS.every(facet => hasChosen(finding, view, facet)))),
    counts: { severity: countOf('severity'), category: countOf('category'), rule: countOf('rule'), namespace: countOf('namespace'), path: countOf('path') },
    total: findings.filter(finding => view.suppressed || !finding.suppressed).length,
  };
}
