import { defineRule, findExternalLoop, labelOf, readExternalName, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'external-name-loops',
  title: 'externalName leads back to the Service itself',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  dependsOn: ['order'],
  variants: { itself: 'error', chain: 'error' },
  facts: ['S-221', 'S-223'],

  *check(service, { cluster }) {
    const name = readExternalName(service, cluster.target.clusterDomain);
    const loop = name && findExternalLoop(service, cluster);
    // One loop, one finding: at its first Service.
    if (!loop || cluster.services.find(other => loop.includes(other)) !== service) return;
    const others = loop.slice(1);
    const through = others.map(other => `"${valueOf(other.resource.name) ?? ''}"`).join(', ');
    yield {
      variant: others.length === 0 ? 'itself' : 'chain',
      message:
        others.length === 0
          ? `externalName of ${labelOf(service.resource)} is its own name, so it never resolves`
          : `externalName of ${labelOf(service.resource)} leads back to it through ${through}, so it never resolves`,
      at: name.at,
      help: 'Point externalName at the name that serves the clients in the end',
      related: others.map(other => ({ at: other.spec.get('externalName').at, note: `${labelOf(other.resource)} passes the question on` })),
    };
  },
});
