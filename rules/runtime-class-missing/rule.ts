import { defineRule, MISSING_CLASS_VARIANTS, reportMissingClass } from '../../src/core/api.ts';

export default defineRule({
  id: 'runtime-class-missing',
  title: 'The RuntimeClass does not exist, so the API server refuses the pods',
  category: 'references',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'reference',
  references: ['runtime-class', 'configured-runtime-class'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: MISSING_CLASS_VARIANTS,
  facts: ['v1 PodSpec.runtimeClassName'],

  *check(reference, { cluster }) {
    const finding = reportMissingClass(reference, cluster, { verb: 'names', consequence: 'so its pods are refused', ofPod: 'so it is refused' });
    if (finding) yield finding;
  },
});
