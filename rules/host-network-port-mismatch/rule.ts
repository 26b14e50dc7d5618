import { defineRule, fixOf, holderOf, setScalar, showValue, valueOf } from '../../src/core/api.ts';

interface Port {
  readonly containerPort?: number;
}

export default defineRule({
  id: 'host-network-port-mismatch',
  title: 'On the host network hostPort must equal containerPort, or the API server refuses the pod',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['port/host-port-on-host-network'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { mismatch: 'error' },
  facts: ['S-185'],

  *check(refusal) {
    const { cursor, at } = refusal.cause;
    const containerPort = cursor.parent?.as<Port>().get('containerPort');
    const number = containerPort && valueOf(containerPort.number());
    if (containerPort === undefined || number === undefined) return;
    yield {
      variant: 'mismatch',
      message: `hostPort ${showValue(cursor)} of ${holderOf(refusal)} differs from its port ${String(number)} on the host network`,
      at,
      help: `Set hostPort to ${String(number)}, or remove hostNetwork`,
      related: [{ at: containerPort.at, note: 'the port on which the container listens, and with it the node' }],
      fixes: fixOf(`Set hostPort to ${String(number)}`, 'safe', setScalar(at, number)),
    };
  },
});
