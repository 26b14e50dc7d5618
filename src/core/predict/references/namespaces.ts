import type { Cluster } from '../../model/cluster.ts';
import { groupBy } from '../../model/group-by.ts';
import { labelOf, type Resource } from '../../model/resource.ts';
import { differInWords, nearnessOfNames } from '../../text/near.ts';
import { valueOf } from '../../yaml/field.ts';
import { mayHideObjects } from './hidden-objects.ts';
import { isOfCluster } from './makers.ts';
import { isClusterWide } from './same-kind.ts';

/** A namespace that objects are put into and that the set, which makes namespaces, does not make. */
export interface StrayNamespace {
  readonly name: string;
  readonly objects: readonly [Resource, ...Resource[]];
  /** A Namespace of the set whose name is one slip apart. */
  readonly near: Resource | undefined;
}

/** Kinds that are a namespace, or whose controller makes one of their name. */
const NAMESPACES = ['Namespace', 'Project', 'ProjectRequest', 'SubnamespaceAnchor', 'ServiceMeshMemberRoll'];

function isSlip(name: string, other: string): boolean {
  return nearnessOfNames(name, other) === 1 && !differInWords(name, other);
}

/** Objects by the namespace that they name, but those of kinds that have none. */
function placedObjects(cluster: Cluster): ReadonlyMap<string, readonly Resource[]> {
  const placed = cluster.resources.filter(
    ({ namespace, group, kind, observed }) => !observed && valueOf(namespace) !== undefined && isClusterWide(`${group}/${kind}`, cluster.kinds) !== true,
  );
  return groupBy(placed, ({ namespace }) => valueOf(namespace) ?? '');
}

/** By what they are called: the order of files tells nothing. */
function byLabel(a: Resource, b: Resource): number {
  return labelOf(a) < labelOf(b) ? -1 : 1;
}

/** The namespaces of a set that none of its Namespaces makes. A set without any leaves them all to somebody else. */
export function findStrayNamespaces(cluster: Cluster): readonly StrayNamespace[] {
  const makers = NAMESPACES.flatMap(kind => cluster.ofKind(kind));
  const namespaces = cluster.ofKind('Namespace', '');
  if (namespaces.length === 0 || mayHideObjects('/Namespace', cluster) || makers.some(({ name }) => name.state !== 'known')) return [];
  const made = new Set(makers.map(({ name }) => valueOf(name)));
  return [...placedObjects(cluster)].flatMap(([name, objects]) => {
    const [first, ...others] = objects.toSorted(byLabel);
    if (!first || name === '' || made.has(name) || isOfCluster('Namespace', name) || cluster.run.byName('Namespace', name).length > 0) return [];
    return [{ name, objects: [first, ...others] as const, near: namespaces.find(namespace => isSlip(name, valueOf(namespace.name) ?? '')) }];
  });
}
