import { defineRule, MISSING_VARIANTS, reportMissing } from '../../src/core/api.ts';

export default defineRule({
  id: 'custom-reference-missing',
  title: 'An object that the configuration says a custom resource names does not exist',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['configured'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: MISSING_VARIANTS,
  facts: ['v1 ObjectReference'],

  *check(reference, { cluster }) {
    const finding = reportMissing(reference, cluster, { verb: 'names', consequence: 'so it does not work' });
    if (finding) yield finding;
  },
});
