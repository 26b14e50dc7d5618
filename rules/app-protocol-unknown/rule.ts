import { defineRule, findNearest, fixOf, labelOf, setScalar, showValue, valueOf } from '../../src/core/api.ts';

const DOMAIN = 'kubernetes.io/';
const PROTOCOLS = ['kubernetes.io/h2c', 'kubernetes.io/ws', 'kubernetes.io/wss'];

export default defineRule({
  id: 'app-protocol-unknown',
  title: 'appProtocol names a protocol of Kubernetes that does not exist',
  category: 'api',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service-port',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { unknown: 'warning' },
  facts: ['S-116', 'S-286'],

  *check({ service, body }) {
    const field = body.get('appProtocol').string();
    const protocol = valueOf(field);
    if (protocol === undefined || !protocol.startsWith(DOMAIN) || PROTOCOLS.includes(protocol)) return;
    const meant = findNearest(protocol, PROTOCOLS, each => each) ?? (/http2|grpc/i.test(protocol) ? 'kubernetes.io/h2c' : undefined);
    yield {
      variant: 'unknown',
      message: `appProtocol ${showValue(body.get('appProtocol'))} of ${labelOf(service.resource)} is unknown, so it changes nothing`,
      at: field.at,
      help: `Write ${meant ?? 'kubernetes.io/h2c, kubernetes.io/ws or kubernetes.io/wss, or a name without this domain'}`,
      fixes: meant === undefined ? [] : fixOf(`Change it to ${meant}`, 'unsafe', setScalar(field.at, meant)),
    };
  },
});
