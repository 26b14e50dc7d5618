import type { KindName } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import type { Kinds } from '../../schema/kinds.ts';

/** Groups that kinds have left, each with the one where they are now. */
const MOVED: Readonly<Record<string, string>> = {
  'extensions/Ingress': 'networking.k8s.io',
  'extensions/Deployment': 'apps',
  'extensions/DaemonSet': 'apps',
  'extensions/ReplicaSet': 'apps',
};

export function splitKind(kind: KindName): { readonly group: string; readonly kind: string } {
  const slash = kind.indexOf('/');
  const name = kind.slice(slash + 1);
  return { group: MOVED[kind] ?? kind.slice(0, slash), kind: name };
}

/** Whether an object is of a kind, in whatever version, and in a group that the kind has left. */
export function isOfKind(resource: Resource, wanted: KindName): boolean {
  const { group, kind } = splitKind(wanted);
  return resource.kind === kind && (MOVED[`${resource.group}/${resource.kind}`] ?? resource.group) === group;
}

/** Whether objects of a kind have no namespace; undefined where the kind is not known. */
export function isClusterWide(wanted: KindName, kinds: Kinds): boolean | undefined {
  const { group, kind } = splitKind(wanted);
  const [newest] = kinds.versionsOf(group, kind);
  return newest ? newest.scope === 'Cluster' : undefined;
}
