import type { Cluster } from '../../model/cluster.ts';
import { mayMeet } from '../../model/namespace.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';

const GROUP = 'rbac.authorization.k8s.io';

/** The ClusterRole of the name where a binding names a Role, or the Role of its namespace where it names a ClusterRole. */
export function findRoleOfOtherKind({ kind, name, from }: Reference, cluster: Cluster): Resource | undefined {
  const other = kind === `${GROUP}/Role` ? 'ClusterRole' : kind === `${GROUP}/ClusterRole` ? 'Role' : undefined;
  if (other === undefined) return undefined;
  return cluster.byName(other, valueOf(name) ?? '').find(role => role.group === GROUP && (other === 'ClusterRole' || mayMeet(from, role)));
}
