import { defineRule, findMissingKeys, missingKeyFinding } from '../../src/core/api.ts';

export default defineRule({
  id: 'secret-key-missing',
  title: 'The Secret has no such key, so the containers cannot start',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['env-secret', 'volume-secret', 'projected-secret', 'configured-secret'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { near: 'error', missing: 'error' },
  facts: ['v1 SecretKeySelector', 'v1 KeyToPath'],

  *check(reference, { cluster }) {
    for (const missing of findMissingKeys(reference, cluster)) yield missingKeyFinding(reference, missing);
  },
});
