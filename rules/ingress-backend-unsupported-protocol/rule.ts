import { defineRule, labelOf, portLabelOf, portsOfBackend, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'ingress-backend-unsupported-protocol',
  title: 'An Ingress carries HTTP over TCP only, and the backend port is UDP or SCTP, so nobody answers',
  category: 'routing',
  severity: 'error',
  presets: ['recommended'],
  subject: 'ingress-backend',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { protocol: 'error' },
  facts: ['S-264'],

  *check(backend, { cluster }) {
    const [port, ...others] = portsOfBackend(backend, cluster);
    const protocol = port && valueOf(port.protocol);
    if (!port || !['UDP', 'SCTP'].includes(protocol ?? '') || others.some(other => valueOf(other.protocol) !== protocol)) return;
    yield {
      variant: 'protocol',
      message: `${labelOf(backend.ingress.resource)} sends to ${portLabelOf(port).replace(/^P/, 'p')}, which is ${protocol ?? ''}, so nobody answers`,
      at: backend.port.at,
      help: 'Send to a TCP port, or expose this one with a Service of type LoadBalancer',
      related: [{ at: port.protocol.at, note: `the port has protocol ${protocol ?? ''}` }],
    };
  },
});
