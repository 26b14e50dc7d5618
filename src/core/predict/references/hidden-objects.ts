import type { Cluster } from '../../model/cluster.ts';
import type { KindName } from '../../model/references/reference.ts';

/** Kinds that the configuration describes. */
interface Described {
  readonly from: ReadonlySet<KindName>;
  readonly to: ReadonlySet<KindName>;
}

const HIDDEN = new WeakMap<Cluster, Map<KindName, boolean>>();

function describedKinds({ target: { references = [] } }: Cluster): Described {
  const to = references.flatMap(row => (typeof row.to === 'string' ? [row.to] : []));
  return { from: new Set(references.flatMap(({ from }) => (typeof from === 'string' ? [] : from))), to: new Set(to) };
}

/** Kinds whose references the configuration describes: they make what their rows say and no more. */
export function kindsDescribed(cluster: Cluster): ReadonlySet<KindName> {
  return describedKinds(cluster).from;
}

function readHidden(wanted: KindName, cluster: Cluster): boolean {
  const { from, to } = describedKinds(cluster);
  if (from.size === 0) return cluster.isOpen;
  const harmless = cluster.target.complete ? 'evidence' : 'proof';
  return cluster.openings.some(({ hinders, by }) => {
    const kind = by && (`${by.group}/${by.kind}` as const);
    return hinders !== harmless && !(kind !== undefined && (from.has(kind) || (kind === wanted && to.has(kind))));
  });
}

/**
 * Whether objects of a kind that others name may exist although no file shows them. Objects of a kind that rows of the configuration name
 * make none of their own kind.
 */
export function mayHideObjects(kind: KindName, cluster: Cluster): boolean {
  const known = HIDDEN.get(cluster) ?? new Map<KindName, boolean>();
  HIDDEN.set(cluster, known);
  const hidden = known.get(kind) ?? readHidden(kind, cluster);
  known.set(kind, hidden);
  return hidden;
}
