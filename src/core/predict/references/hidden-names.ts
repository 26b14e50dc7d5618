import type { Cluster } from '../../model/cluster.ts';
import type { KindName } from '../../model/references/reference.ts';
import { referencesOf } from '../../model/references/references.ts';

/** Whether something makes an object of a kind under a name that is a placeholder: it may be any that is missing. */
export function mayBeMadeUnseen(kind: KindName, cluster: Cluster): boolean {
  return referencesOf(cluster)
    .to(kind, '')
    .some(({ row }) => row.verb === 'makes');
}

/** Whether a reference whose name is a placeholder may name any object of a kind: then nothing is known to be unused. */
export function mayBeNamedUnseen(kind: KindName, cluster: Cluster): boolean {
  return referencesOf(cluster).to(kind, '').length > 0;
}
