import { defineRule, fieldNameOf, fixOf, labelOf, removeKey, showValue } from '../../src/core/api.ts';

export default defineRule({
  id: 'node-port-out-of-range',
  title: 'The nodePort lies outside the node port range, so the API server refuses it',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/node-port-range', 'service/health-check-node-port'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'out-of-range': 'error' },
  facts: ['S-079', 'S-086', 'S-121', 'S-350'],

  *check({ resource, cause }, { cluster }) {
    const range = cluster.target.nodePortRange.map(String);
    const field = fieldNameOf(cause.cursor);
    yield {
      variant: 'out-of-range',
      message: `${field} ${showValue(cause.cursor)} of ${labelOf(resource)} is outside ${range.join('-')}, so the API server refuses it`,
      at: cause.at,
      help: `Use a number from ${range.join(' to ')}, or remove ${field} to get a free one`,
      fixes: fixOf(`Remove ${field} to get a free one`, 'unsafe', removeKey(cause.at)),
    };
  },
});
