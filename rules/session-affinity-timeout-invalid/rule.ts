import { defineRule, labelOf, showValue } from '../../src/core/api.ts';

export default defineRule({
  id: 'session-affinity-timeout-invalid',
  title: 'The timeout of the session affinity lies outside 1 to 86400 seconds',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/session-affinity-timeout'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { timeout: 'error' },
  facts: ['S-124', 'S-125'],

  *check({ resource, cause }) {
    yield {
      variant: 'timeout',
      message: `timeoutSeconds ${showValue(cause.cursor)} of ${labelOf(resource)} is outside 1-86400, so the API server refuses it`,
      at: cause.at,
      help: 'Write 1 to 86400 seconds, or remove it for 10800',
    };
  },
});
