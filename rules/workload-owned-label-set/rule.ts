import { defineRule, fixOf, keyOf, labelOf, removeKey } from '../../src/core/api.ts';

export default defineRule({
  id: 'workload-owned-label-set',
  title: 'The template sets a label that its controller owns to another value, so the API server refuses the Job',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['job/owned-label'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'other-value': 'error' },
  facts: ['S-022'],

  *check({ resource, cause }) {
    const key = keyOf(cause.cursor);
    yield {
      variant: 'other-value',
      message: `${labelOf(resource)} sets the label "${key}" of its pods, so the API server refuses it`,
      at: cause.at,
      help: `Remove ${key}`,
      fixes: fixOf(`Remove ${key}`, 'safe', removeKey(cause.at)),
    };
  },
});
