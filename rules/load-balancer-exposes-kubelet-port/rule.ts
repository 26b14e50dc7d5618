import { defineRule, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'load-balancer-exposes-kubelet-port',
  title: 'Port 10250 of a load balancer is refused up to Kubernetes 1.32',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/kubelet-port'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { kubelet: 'error' },
  facts: ['S-103'],

  *check({ resource, cause }) {
    yield {
      variant: 'kubelet',
      message: `${labelOf(resource)} balances port 10250, which servers up to 1.32 refuse`,
      at: cause.at,
      help: 'Use another port, 10250 is that of the kubelet',
    };
  },
});
