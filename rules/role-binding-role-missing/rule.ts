import { defineRule, findRoleOfOtherKind, fixOf, judgeAbsence, labelOf, MISSING_VARIANTS, nameplateOf, reportMissing } from '../../src/core/api.ts';
import { setScalar, valueOf, type Finding, type Reference, type Resource } from '../../src/core/api.ts';

const CONSEQUENCE = 'so it grants nothing';

function reportKind(reference: Reference, other: Resource): Finding<'other-kind'> {
  const isBindable = other.kind === 'ClusterRole' || reference.from.kind === 'RoleBinding';
  const help = `Set kind of roleRef to ${other.kind}`;
  return {
    variant: 'other-kind',
    message: `${labelOf(reference.from)} binds "${valueOf(reference.name) ?? ''}", which is a ${other.kind}, ${CONSEQUENCE}`,
    at: reference.at.at,
    help: isBindable ? help : 'Use a RoleBinding in the namespace of the Role, or make the Role a ClusterRole',
    related: [{ at: nameplateOf(other), note: `only ${labelOf(other)} has the name` }],
    fixes: isBindable ? fixOf(help, 'unsafe', setScalar(reference.holder.get('kind').at, other.kind)) : undefined,
  };
}

export default defineRule({
  id: 'role-binding-role-missing',
  title: "The binding's Role or ClusterRole does not exist",
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['binding-role'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'other-kind': 'error', ...MISSING_VARIANTS },
  facts: ['rbac.authorization.k8s.io/v1 RoleRef'],

  *check(reference, { cluster }) {
    const isRole = reference.kind === 'rbac.authorization.k8s.io/Role' || reference.kind === 'rbac.authorization.k8s.io/ClusterRole';
    if (!isRole || !judgeAbsence(reference, cluster)) return;
    const other = findRoleOfOtherKind(reference, cluster);
    const finding = other ? reportKind(reference, other) : reportMissing(reference, cluster, { verb: 'binds', consequence: CONSEQUENCE });
    if (finding) yield finding;
  },
});
