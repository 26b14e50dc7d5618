import { defineRule, fixOf, labelOf, removeKey } from '../../src/core/api.ts';

export default defineRule({
  id: 'external-traffic-policy-on-cluster-ip',
  title: 'externalTrafficPolicy belongs to Services that are reachable from outside',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/external-traffic-policy-type'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'not-external': 'error' },
  facts: ['S-075', 'S-144'],

  *check({ resource, cause }) {
    yield {
      variant: 'not-external',
      message: `${labelOf(resource)} takes no traffic from outside, so its externalTrafficPolicy is refused`,
      at: cause.at,
      help: 'Remove externalTrafficPolicy, or set type NodePort or LoadBalancer',
      fixes: fixOf('Remove externalTrafficPolicy', 'safe', removeKey(cause.at)),
    };
  },
});
