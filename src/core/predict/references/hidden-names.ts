import type { Cluster } from '../../model/cluster.ts';
import type { KindName, Reference } from '../../model/references/reference.ts';
import { referencesOf } from '../../model/references/references.ts';
import { standsWhereNamed } from './resolve.ts';
import { isOfKind, splitKind } from './same-kind.ts';

/** Whether an object whose name is a placeholder may be the one that a reference names, or something makes one under a name that is not known. */
export function mayBearName(reference: Reference, cluster: Cluster): boolean {
  const { kind } = reference;
  if (kind === undefined) return false;
  return (
    referencesOf(cluster)
      .to(kind, '')
      .some(({ row }) => row.verb === 'makes') ||
    cluster
      .byName(splitKind(kind).kind, '')
      .some(target => target.name.state === 'unknown' && isOfKind(target, kind) && standsWhereNamed(reference, target, cluster) !== 'no')
  );
}

/** Whether a reference whose name is a placeholder may name any object of a kind: then nothing is known to be unused. */
export function mayBeNamedUnseen(kind: KindName, cluster: Cluster): boolean {
  return referencesOf(cluster).to(kind, '').length > 0;
}
