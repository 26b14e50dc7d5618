import { defineRule, reportMissing } from '../../src/core/api.ts';

export default defineRule({
  id: 'ingress-annotation-service-missing',
  title: 'An annotation of the Ingress names a Service that does not exist, so what it asks for fails',
  category: 'routing',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'reference',
  references: ['ingress-annotation-service', 'ingress-annotation-url'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { near: 'warning', likely: 'warning', elsewhere: 'warning', missing: 'error', 'not-in-files': 'info' },
  facts: ['S-265'],

  *check(reference, { cluster }) {
    const finding = reportMissing(reference, cluster, { verb: 'names', consequence: 'so the annotation fails' });
    // Of an address the name is a part only.
    if (finding) yield reference.row.form === undefined ? finding : { ...finding, fixes: [] };
  },
});
