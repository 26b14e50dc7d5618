import {
  type Cursor,
  type Fix,
  type Refusal,
  type Resource,
  type Untyped,
  defineRule,
  fixOf,
  labelOf,
  removeKey,
  setScalar,
  valueOf,
} from '../../src/core/api.ts';

const RBAC_GROUP = 'rbac.authorization.k8s.io';
const SUBJECT_KINDS = ['ServiceAccount', 'User', 'Group'];
const ROLE_KINDS = ['Role', 'ClusterRole'];

/** `Subject "builder"`, or what else tells it apart. */
function subjectLabel(subject: Cursor): string {
  const name = valueOf(subject.get('name').string());
  const kind = valueOf(subject.get('kind').string());
  return name ? `Subject "${name}"` : kind ? `A ${kind}` : 'A subject';
}

interface Fault {
  readonly what: string;
  readonly help: string;
  readonly fixes?: readonly Fix[];
}

/** The group follows from the kind. */
function describeGroup({ cursor, at }: Refusal['cause'], isAccount: boolean): Fault {
  const what = `has apiGroup "${valueOf(cursor.string()) ?? ''}"`;
  if (isAccount) return { what, help: 'Remove apiGroup, a ServiceAccount has none', fixes: fixOf('Remove apiGroup', 'safe', removeKey(at)) };
  return { what, help: `Write apiGroup: ${RBAC_GROUP}`, fixes: fixOf(`Change apiGroup to ${RBAC_GROUP}`, 'safe', setScalar(at, RBAC_GROUP)) };
}

function describeKind({ cursor, at }: Refusal['cause'], kinds: readonly string[]): Fault {
  const text = valueOf(cursor.string()) ?? '';
  const kind = text === '' ? undefined : kinds.find(each => each.toLowerCase() === text.toLowerCase());
  const what = `has ${text === '' ? 'no kind' : `kind "${text}"`}`;
  if (kind === undefined) return { what, help: `Use kind ${kinds.join(' or ')}` };
  return { what, help: `Write ${kind}`, fixes: fixOf(`Change kind to ${kind}`, 'safe', setScalar(at, kind)) };
}

function describeName({ cursor }: Refusal['cause']): Fault {
  const isMissing = (valueOf(cursor.string()) ?? '') === '';
  return { what: `has ${isMissing ? 'no name' : 'a name that none can have'}`, help: 'Write the name of the object that is meant' };
}

function describeRoleRef(cause: Refusal['cause'], { kind }: Resource): Fault {
  if (cause.check === 'role-ref/api-group-unsupported') return describeGroup(cause, false);
  if (cause.check === 'role-ref/kind-unsupported') return describeKind(cause, kind === 'ClusterRoleBinding' ? ['ClusterRole'] : ROLE_KINDS);
  return describeName(cause);
}

function describeSubject(cause: Refusal['cause'], subject: Cursor): Fault {
  if (cause.check === 'subject/namespace-required') return { what: 'has no namespace', help: 'Add the namespace of the ServiceAccount' };
  if (cause.check === 'subject/api-group-unsupported') return describeGroup(cause, valueOf(subject.get('kind').string()) === 'ServiceAccount');
  if (cause.check === 'subject/kind-unsupported') return describeKind(cause, SUBJECT_KINDS);
  return describeName(cause);
}

export default defineRule({
  id: 'role-binding-invalid',
  title: 'The binding names a role or a subject that cannot be, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'role-ref/api-group-unsupported',
    'role-ref/kind-unsupported',
    'role-ref/name-required',
    'role-ref/name',
    'subject/kind-unsupported',
    'subject/name-required',
    'subject/name',
    'subject/api-group-unsupported',
    'subject/namespace-required',
  ],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { role: 'error', subject: 'error' },
  facts: ['rbac.authorization.k8s.io/v1 RoleRef', 'rbac.authorization.k8s.io/v1 Subject'],

  *check({ resource, cause }) {
    const label = labelOf(resource);
    const part = cause.cursor.parent?.as<Untyped>();
    if (!part) return;
    if (!cause.check.startsWith('role-ref/')) {
      const { what, ...finding } = describeSubject(cause, part);
      yield { ...finding, variant: 'subject', message: `${subjectLabel(part)} of ${label} ${what}, so it is refused`, at: cause.at };
    } else if (part.isAbsent) {
      const message = `${label} has no roleRef, so the API server refuses it`;
      yield { variant: 'role', message, at: cause.at, help: 'Add roleRef with the kind and the name of the role' };
    } else {
      const { what, ...finding } = describeRoleRef(cause, resource);
      yield { ...finding, variant: 'role', message: `roleRef of ${label} ${what}, so it is refused`, at: cause.at };
    }
  },
});
