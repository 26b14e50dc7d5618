import { defineRule, reportUnused } from '../../src/core/api.ts';

export default defineRule({
  id: 'secret-unused',
  title: 'Nothing in the set refers to this Secret',
  category: 'references',
  severity: 'info',
  presets: ['strict'],
  subject: 'resource',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { unused: 'info' },
  facts: ['v1 Secret'],

  *check(resource, { cluster }) {
    const finding = reportUnused(resource, 'Secret', cluster);
    if (finding) yield finding;
  },
});
