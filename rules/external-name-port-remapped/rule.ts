import { defineRule, fixOf, labelOf, removeKey, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'external-name-port-remapped',
  title: 'ExternalName is a DNS alias, so its ports are not translated',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service-port',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { remapped: 'warning' },
  facts: ['S-221'],

  *check({ service, body, number, targetPort }) {
    const written = body.get('targetPort');
    const [from, to] = [valueOf(number), valueOf(targetPort)];
    if (valueOf(service.type) !== 'ExternalName' || !written.isPresent || from === undefined || typeof to !== 'number' || from === to) return;
    yield {
      variant: 'remapped',
      message: `${labelOf(service.resource)} is an alias, so clients of port ${String(from)} reach ${String(from)} there and not ${String(to)}`,
      at: written.at,
      help: `Change port to ${String(to)}, or let the clients dial ${String(to)}`,
      related: [{ at: number.at, note: 'clients dial this port, and an alias does not translate it' }],
      fixes: fixOf('Remove targetPort, which has no effect', 'safe', removeKey(written.at)),
    };
  },
});
