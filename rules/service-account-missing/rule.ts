import { defineRule, MISSING_VARIANTS, reportMissing } from '../../src/core/api.ts';

export default defineRule({
  id: 'service-account-missing',
  title: 'The ServiceAccount does not exist, so no pod of the workload is created',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['service-account', 'old-service-account', 'configured-service-account'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: MISSING_VARIANTS,
  facts: ['S-155', 'v1 PodSpec.serviceAccountName'],

  *check(reference, { cluster }) {
    const finding = reportMissing(reference, cluster, { verb: 'runs as', consequence: 'so no pod is created', ofPod: 'so it is refused' });
    if (finding) yield finding;
  },
});
