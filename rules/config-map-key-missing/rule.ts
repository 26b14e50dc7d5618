import { defineRule, findMissingKeys, missingKeyFinding } from '../../src/core/api.ts';

export default defineRule({
  id: 'config-map-key-missing',
  title: 'The ConfigMap has no such key, so the containers cannot start',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['env-config-map', 'volume-config-map', 'projected-config-map', 'configured-config-map'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { near: 'error', missing: 'error' },
  facts: ['v1 ConfigMapKeySelector', 'v1 KeyToPath'],

  *check(reference, { cluster }) {
    for (const missing of findMissingKeys(reference, cluster)) yield missingKeyFinding(reference, missing);
  },
});
