import { defineRule } from '../../src/core/api.ts';

export default defineRule({
  id: 'configuration-invalid',
  title: 'The configuration names an unknown rule, option, preset or value',
  category: 'style',
  severity: 'error',
  presets: ['recommended'],
  subject: 'configuration',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  dependsOn: ['placeholders'],
  variants: {
    syntax: 'error',
    'duplicate-key': 'error',
    'unknown-key': 'error',
    'unknown-rule': 'error',
    'unknown-option': 'error',
    'unknown-value': 'error',
    'wrong-type': 'error',
    pattern: 'error',
    lock: 'error',
    conflict: 'error',
    plugin: 'error',
  },

  // The reader of the configuration knows what it cannot use; what it says is reported as it is.
  *check({ faults }) {
    yield* faults;
  },
});
