import { defineRule, labelOf, showValue } from '../../src/core/api.ts';

export default defineRule({
  id: 'load-balancer-class-invalid',
  title: 'loadBalancerClass is no qualified name, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/load-balancer-class'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { form: 'error' },
  facts: ['S-143'],

  *check({ resource, cause }) {
    yield {
      variant: 'form',
      message: `loadBalancerClass ${showValue(cause.cursor)} of ${labelOf(resource)} is no qualified name, so it is refused`,
      at: cause.at,
      help: 'Write the name that the load balancer goes by, such as example.com/internal',
    };
  },
});
