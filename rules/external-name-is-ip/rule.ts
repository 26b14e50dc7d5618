import { defineRule, externalNameToSlice, labelOf, readExternalName } from '../../src/core/api.ts';

export default defineRule({
  id: 'external-name-is-ip',
  title: 'externalName is an IP address, for which DNS has no record',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { address: 'error' },
  facts: ['S-108', 'S-222'],

  *check(service, { cluster }) {
    const name = readExternalName(service, cluster.target.clusterDomain);
    if (name?.form !== 'address') return;
    yield {
      variant: 'address',
      message: `externalName of ${labelOf(service.resource)} is the address ${name.value}, so DNS has no record for it`,
      at: name.at,
      help: 'Use a Service without selector and an EndpointSlice with the address',
      fixes: externalNameToSlice(service, name),
    };
  },
});
