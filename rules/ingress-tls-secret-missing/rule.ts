import { MISSING_VARIANTS, defineRule, reportMissing } from '../../src/core/api.ts';

export default defineRule({
  id: 'ingress-tls-secret-missing',
  title: 'The TLS Secret does not exist in the namespace of the Ingress, so clients get a certificate that they distrust',
  category: 'routing',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['ingress-tls-secret'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: MISSING_VARIANTS,
  facts: ['S-250', 'S-252'],

  *check(reference, { cluster }) {
    const finding = reportMissing(reference, cluster, { verb: 'needs', consequence: 'so clients distrust it' });
    if (finding) yield finding;
  },
});
