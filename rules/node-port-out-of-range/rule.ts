import { defineRule, fixOf, labelOf, removeKey, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'node-port-out-of-range',
  title: 'The nodePort lies outside the node port range, so the API server refuses it',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service-port',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'out-of-range': 'error' },
  facts: ['S-079', 'S-121'],

  *check({ service, nodePort }, { cluster }) {
    const [first, last] = cluster.target.nodePortRange;
    const type = valueOf(service.type);
    if (nodePort.state !== 'known' || (type !== 'NodePort' && type !== 'LoadBalancer')) return;
    if (nodePort.value >= first && nodePort.value <= last) return;
    yield {
      variant: 'out-of-range',
      message: `nodePort ${String(nodePort.value)} of ${labelOf(service.resource)} is outside ${String(first)}-${String(last)}, so the API server refuses it`,
      at: nodePort.at,
      help: `Use a number from ${String(first)} to ${String(last)}, or remove nodePort to get a free one`,
      fixes: fixOf('Remove nodePort to get a free one', 'unsafe', removeKey(nodePort.at)),
    };
  },
});
