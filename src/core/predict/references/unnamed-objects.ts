import type { Cluster } from '../../model/cluster.ts';
import type { KindName } from '../../model/references/reference.ts';
import { isOfKind, splitKind } from './same-kind.ts';

const KNOWN = new WeakMap<Cluster, Map<KindName, boolean>>();

/** Whether the set has an object of a kind whose name is a placeholder: it may be the one that a reference names. */
export function hasUnnamed(kind: KindName, cluster: Cluster): boolean {
  const known = KNOWN.get(cluster) ?? new Map<KindName, boolean>();
  KNOWN.set(cluster, known);
  let answer = known.get(kind);
  if (answer === undefined) {
    answer = cluster.ofKind(splitKind(kind).kind).some(resource => resource.name.state === 'unknown' && isOfKind(resource, kind));
    known.set(kind, answer);
  }
  return answer;
}
