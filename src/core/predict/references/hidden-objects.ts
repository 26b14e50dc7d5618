import type { Cluster } from '../../model/cluster.ts';

const HIDDEN = new WeakMap<Cluster, boolean>();

function readHidden(cluster: Cluster): boolean {
  const described = new Set((cluster.target.references ?? []).flatMap(({ from }) => (from === 'pod' ? [] : from)));
  if (described.size === 0) return cluster.isOpen;
  const harmless = cluster.target.complete ? 'evidence' : 'proof';
  return cluster.openings.some(({ hinders, by }) => hinders !== harmless && (!by || !described.has(`${by.group}/${by.kind}`)));
}

/**
 * Whether objects that others name may exist although no file shows them. A kind whose references the configuration describes makes what
 * its rows say and no more.
 */
export function mayHideObjects(cluster: Cluster): boolean {
  let hidden = HIDDEN.get(cluster);
  if (hidden === undefined) {
    hidden = readHidden(cluster);
    HIDDEN.set(cluster, hidden);
  }
  return hidden;
}
