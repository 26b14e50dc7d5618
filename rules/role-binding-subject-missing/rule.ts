import { defineRule, fixOf, judgeAbsence, MISSING_VARIANTS, referencesOf, reportMissing, setScalar, valueOf } from '../../src/core/api.ts';
import type { Absence, Cluster, Finding, Reference, Resource } from '../../src/core/api.ts';

/** Pods name the account that was meant, so only another binding makes it less likely that this one means it. */
function isBound(target: Resource, reference: Reference, cluster: Cluster): boolean {
  return referencesOf(cluster)
    .to('/ServiceAccount', valueOf(target.name) ?? '')
    .some(({ row, from }) => row.id === 'binding-subject' && from !== reference.from);
}

/** The account is where its pods are, so the subject has to follow. */
function followTo(absence: Absence, { holder }: Reference): Pick<Finding, 'help' | 'fixes'> {
  const namespace = absence.grade === 'elsewhere' ? valueOf(absence.target.namespace) : undefined;
  const written = holder.get('namespace');
  if (namespace === undefined || !written.isPresent) return {};
  const help = `Change the namespace of the subject to ${namespace}`;
  return { help, fixes: fixOf(help, 'unsafe', setScalar(written.at, namespace)) };
}

export default defineRule({
  id: 'role-binding-subject-missing',
  title: "The binding's ServiceAccount does not exist there, so its pods lack the rights",
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['binding-subject'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: MISSING_VARIANTS,
  facts: ['rbac.authorization.k8s.io/v1 Subject'],

  *check(reference, { cluster }) {
    // The namespace of a RoleBinding stands in for that of its account. Of a ClusterRoleBinding the API server refuses one without.
    const isPlaced = reference.namespace !== undefined || reference.from.kind === 'RoleBinding';
    const absence = reference.kind === '/ServiceAccount' && isPlaced ? judgeAbsence(reference, cluster) : undefined;
    const isFree = (target: Resource): boolean => !isBound(target, reference, cluster);
    const found = absence && reportMissing(reference, cluster, { verb: 'names', consequence: 'so it grants nothing', isFree });
    if (found) yield { ...found, ...followTo(absence, reference) };
  },
});
