import { defineRule, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'external-ips-deprecated',
  title: 'externalIPs are deprecated from 1.36 on, and may do nothing',
  category: 'deprecation',
  severity: 'info',
  presets: ['strict'],
  subject: 'refusal',
  checks: ['service/external-ips-warning'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { deprecated: 'info' },
  facts: ['S-156', 'S-161'],

  *check({ resource, cause }) {
    yield {
      variant: 'deprecated',
      message: `${labelOf(resource)} uses externalIPs, which are deprecated and may do nothing from 1.36 on`,
      at: cause.at,
      help: 'Use a Service of type LoadBalancer, or a Gateway',
    };
  },
});
