import { valueOf } from '../yaml/field.ts';
import type { Resource } from './resource.ts';

/** Kinds that left the group `extensions`: one object, whichever group writes it. */
const MOVED: Readonly<Record<string, string>> = {
  Deployment: 'apps',
  DaemonSet: 'apps',
  ReplicaSet: 'apps',
  Ingress: 'networking.k8s.io',
  NetworkPolicy: 'networking.k8s.io',
};

/** What makes an object this one in a cluster: group, kind, namespace and name. Undefined where the name is not known. */
export function identityOf(resource: Resource): string | undefined {
  const name = valueOf(resource.name);
  if (name === undefined || resource.namespace.state === 'unknown') return undefined;
  const group = resource.group === 'extensions' ? (MOVED[resource.kind] ?? resource.group) : resource.group;
  return `${group}/${resource.kind}/${valueOf(resource.namespace) ?? ''}/${name}`;
}
