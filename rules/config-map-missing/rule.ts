import { defineRule, MISSING_VARIANTS, reportMissing } from '../../src/core/api.ts';

export default defineRule({
  id: 'config-map-missing',
  title: 'A ConfigMap that the pod needs does not exist, so its containers cannot start',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['env-config-map', 'env-from-config-map', 'volume-config-map', 'projected-config-map', 'configured-config-map'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: MISSING_VARIANTS,
  facts: ['v1 ConfigMapKeySelector', 'v1 ConfigMapVolumeSource'],

  *check(reference, { cluster }) {
    const finding = reportMissing(reference, cluster, { verb: 'needs', consequence: 'so its pods cannot start', ofPod: 'so it cannot start' });
    if (finding) yield finding;
  },
});
