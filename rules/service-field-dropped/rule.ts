import { defineRule, fieldNameOf, fixOf, labelOf, removeKey, valueOf, valueOr } from '../../src/core/api.ts';

const FIELDS = ['loadBalancerIP', 'internalTrafficPolicy'] as const;

export default defineRule({
  id: 'service-field-dropped',
  title: 'The field has no effect on this Service, and the API server says nothing',
  category: 'api',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'external-name': 'warning', 'affinity-config': 'info' },
  facts: ['S-119', 'S-125', 'S-148', 'S-150'],

  *check(service) {
    const { resource, spec } = service;
    const type = valueOf(service.type);
    const config = spec.get('sessionAffinityConfig');
    const affinity = valueOr(spec.get('sessionAffinity').string(), 'None');
    if (type === 'ExternalName') {
      for (const field of FIELDS.map(name => spec.get(name)).concat(
        spec
          .get('ports')
          .items()
          .map(port => port.get('nodePort').as()),
      )) {
        const written = valueOf(field.scalar());
        if (written === undefined || written === null || written === '' || written === 0) continue;
        const name = fieldNameOf(field);
        yield {
          variant: 'external-name',
          message: `${labelOf(resource)} is of type ExternalName, so its ${name} has no effect`,
          at: field.at,
          help: `Remove ${name}`,
          related: [{ at: service.type.at, note: 'a Service of this type is a name in the DNS and nothing else' }],
          fixes: fixOf(`Remove ${name}`, 'safe', removeKey(field.at)),
        };
      }
    }
    if (!config.isMapping || affinity !== 'None') return;
    yield {
      variant: 'affinity-config',
      message: `${labelOf(resource)} configures session affinity without ClientIP, so the server drops it`,
      at: config.at.atKey,
      help: 'Set sessionAffinity: ClientIP, or remove sessionAffinityConfig',
    };
  },
});
