import type { Cluster } from '../../model/cluster.ts';
import { compareNamespaces } from '../../model/namespace.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';

const GROUP = 'rbac.authorization.k8s.io';

/** Bindings of roles that let a program create Secrets. */
const BINDINGS = new WeakMap<Cluster, readonly Resource[]>();

/** ClusterRoles of every cluster that allow it. */
const BUILT_IN: ReadonlySet<string> = new Set(['cluster-admin', 'admin', 'edit']);

/** A list that is not known may hold any. */
function holds(list: Cursor, ...wanted: readonly string[]): boolean {
  return list.isOpen || list.items().some(item => wanted.includes(valueOf(item.string()) ?? '*'));
}

function createsSecrets(role: Resource): boolean {
  const rules = role.body.get('rules').items();
  return rules.some(rule => holds(rule.get('verbs'), 'create', '*') && holds(rule.get('resources'), 'secrets', '*') && holds(rule.get('apiGroups'), '', '*'));
}

function readBindings(cluster: Cluster): readonly Resource[] {
  const bindings = [...cluster.ofKind('RoleBinding', GROUP), ...cluster.ofKind('ClusterRoleBinding', GROUP)];
  return bindings.filter(({ body }) => {
    const [kind, name] = ['kind', 'name'].map(key => valueOf(body.get('roleRef').get(key).string()) ?? '');
    return BUILT_IN.has(name ?? '') || cluster.byName(kind ?? '', name ?? '').some(createsSecrets);
  });
}

/** Whether a program of the set may create the Secret that is named: those that make certificates for themselves do, under names that no file shows. */
export function mayBeMadeByProgram({ from, namespace, kind }: Reference, cluster: Cluster): boolean {
  if (kind !== '/Secret') return false;
  const bindings = BINDINGS.get(cluster) ?? readBindings(cluster);
  BINDINGS.set(cluster, bindings);
  return bindings.some(binding => binding.kind === 'ClusterRoleBinding' || compareNamespaces(namespace ?? from.namespace, binding.namespace) !== 'no');
}
