import type { Cluster } from '../../model/cluster.ts';
import { compareNamespaces } from '../../model/namespace.ts';
import type { Answer } from '../../model/answer.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import { isClusterWide, isOfKind, splitKind } from './same-kind.ts';

/** The objects that a reference may mean. */
export interface Resolution {
  /** Of the kind and name, in the namespace. */
  readonly found: readonly Resource[];
  /** Of the kind and name, in a namespace that is not known to be the same one. */
  readonly possible: readonly Resource[];
  /** Of the kind and name, in another namespace for certain. */
  readonly elsewhere: readonly Resource[];
}

const NOTHING: Resolution = { found: [], possible: [], elsewhere: [] };

/** Whether an object stands where a reference looks. */
export function standsWhereNamed({ from, namespace, kind }: Reference, target: Resource, cluster: Cluster): Answer {
  if (kind !== undefined && isClusterWide(kind, cluster.kinds) === true) return 'yes';
  return compareNamespaces(namespace ?? from.namespace, target.namespace);
}

/** Finds the objects of a scope that a reference names. Nothing is found where its name or kind is not known. */
export function resolve(reference: Reference, cluster: Cluster): Resolution {
  const name = valueOf(reference.name);
  const { kind } = reference;
  if (name === undefined || kind === undefined) return NOTHING;
  const named = cluster.byName(splitKind(kind).kind, name).filter(resource => isOfKind(resource, kind));
  if (named.length === 0) return NOTHING;
  const by = (answer: Answer): readonly Resource[] => named.filter(target => standsWhereNamed(reference, target, cluster) === answer);
  return { found: by('yes'), possible: by('unknown'), elsewhere: by('no') };
}

/** The object that a reference means, or may mean: the sure one first. */
export function findTarget(reference: Reference, cluster: Cluster): Resource | undefined {
  const { found, possible } = resolve(reference, cluster);
  return found[0] ?? possible[0];
}
