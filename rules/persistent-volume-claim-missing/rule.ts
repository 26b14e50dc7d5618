import { defineRule, MISSING_VARIANTS, reportMissing } from '../../src/core/api.ts';

export default defineRule({
  id: 'persistent-volume-claim-missing',
  title: 'The claim that the pod mounts does not exist, so the pod stays pending',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['volume-claim', 'configured-volume-claim'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: MISSING_VARIANTS,
  facts: ['v1 PersistentVolumeClaimVolumeSource'],

  *check(reference, { cluster }) {
    const finding = reportMissing(reference, cluster, { verb: 'mounts', consequence: 'so its pods stay pending', ofPod: 'so it stays pending' });
    if (finding) yield finding;
  },
});
