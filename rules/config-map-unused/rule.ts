import { defineRule, reportUnused } from '../../src/core/api.ts';

export default defineRule({
  id: 'config-map-unused',
  title: 'Nothing in the set refers to this ConfigMap',
  category: 'references',
  severity: 'info',
  presets: ['strict'],
  subject: 'resource',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { unused: 'info' },
  facts: ['v1 ConfigMap'],

  *check(resource, { cluster }) {
    const finding = reportUnused(resource, 'ConfigMap', cluster);
    if (finding) yield finding;
  },
});
