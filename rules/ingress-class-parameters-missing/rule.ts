import { defineRule, reportMissing, splitKind } from '../../src/core/api.ts';

export default defineRule({
  id: 'ingress-class-parameters-missing',
  title: 'The parameters of the IngressClass name an object that does not exist, so the controller ignores them',
  category: 'routing',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'reference',
  references: ['ingress-class-parameters'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { near: 'warning', likely: 'warning', elsewhere: 'warning', missing: 'error', 'not-in-files': 'info' },
  facts: ['S-259'],

  *check(reference, { cluster }) {
    const finding = reportMissing(reference, cluster, { verb: 'names', consequence: 'so it is ignored' });
    // Objects of the kind come with the controller: without any in the set nothing is known.
    if (finding && reference.kind !== undefined && cluster.ofKind(splitKind(reference.kind).kind).length > 0) yield finding;
  },
});
