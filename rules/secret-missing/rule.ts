import { defineRule, MISSING_VARIANTS, reportMissing } from '../../src/core/api.ts';

export default defineRule({
  id: 'secret-missing',
  title: 'A Secret that the pod needs does not exist, so its containers cannot start',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: [
    'env-secret',
    'env-from-secret',
    'volume-secret',
    'projected-secret',
    'volume-csi-secret',
    'volume-ceph-secret',
    'volume-iscsi-secret',
    'volume-azure-secret',
    'configured-secret',
  ],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: MISSING_VARIANTS,
  facts: ['v1 SecretKeySelector', 'v1 SecretVolumeSource'],

  *check(reference, { cluster }) {
    const finding = reportMissing(reference, cluster, { verb: 'needs', consequence: 'so its pods cannot start', ofPod: 'so it cannot start' });
    if (finding) yield finding;
  },
});
