import type { RoleRef, Subject } from 'kubernetes-types/rbac/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123SubdomainFaults, pathSegmentFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

const RBAC_GROUP = 'rbac.authorization.k8s.io';
const SUBJECT_KINDS = ['ServiceAccount', 'User', 'Group'];

/** The role that a binding gives. Its group is that of RBAC unless another one is written, which does not exist. */
export function validateRoleRef(roleRef: Cursor<RoleRef>, to: Refusals, kinds: readonly string[]): void {
  const [group, kind, name] = [roleRef.get('apiGroup'), roleRef.get('kind'), roleRef.get('name')];
  const [groupText, kindText, nameText] = [textOf(group), textOf(kind), textOf(name)];
  if (groupText && groupText !== RBAC_GROUP) to.notSupported('role-ref/api-group-unsupported', group, [RBAC_GROUP]);
  if (kindText !== undefined && !kinds.includes(kindText)) to.notSupported('role-ref/kind-unsupported', kind, kinds);
  if (nameText === '') to.required('role-ref/name-required', name);
  else for (const fault of pathSegmentFaults(nameText ?? '')) to.invalid('role-ref/name', name, fault);
}

/** Who gets the role. The binding of a whole cluster has no namespace that could stand in for the account's. */
export function validateSubject(subject: Cursor<Subject>, to: Refusals, scope: 'Namespaced' | 'Cluster'): void {
  const kind = textOf(subject.get('kind'));
  if (textOf(subject.get('name')) === '') to.required('subject/name-required', subject.get('name'));
  if (kind === 'ServiceAccount') validateServiceAccountSubject(subject, to, scope);
  else if (kind === 'User' || kind === 'Group') validateSubjectGroup(subject.get('apiGroup'), to, RBAC_GROUP);
  else if (kind !== undefined) to.notSupported('subject/kind-unsupported', subject.get('kind'), SUBJECT_KINDS);
}

function validateServiceAccountSubject(subject: Cursor<Subject>, to: Refusals, scope: 'Namespaced' | 'Cluster'): void {
  const name = textOf(subject.get('name'));
  if (name) for (const fault of dns1123SubdomainFaults(name)) to.invalid('subject/name', subject.get('name'), fault);
  validateSubjectGroup(subject.get('apiGroup'), to, '');
  const namespace = subject.get('namespace');
  if (scope === 'Cluster' && textOf(namespace) === '') to.required('subject/namespace-required', namespace);
}

/** The group of a subject follows from its kind, and is that where none is written. */
function validateSubjectGroup(apiGroup: Cursor<string>, to: Refusals, group: string): void {
  const written = textOf(apiGroup);
  if (written && written !== group) to.notSupported('subject/api-group-unsupported', apiGroup, [group]);
}
