import { defineRule, findExternalTarget, fixOf, labelOf, readExternalName, setScalar, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'external-name-relative',
  title: 'externalName is resolved as an absolute name, and this one is relative',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { service: 'warning', 'svc-suffix': 'warning' },
  facts: ['S-223'],

  *check(service, { cluster }) {
    const domain = cluster.target.clusterDomain;
    const name = readExternalName(service, domain);
    if (name?.form !== 'relative' || name.service === undefined) return;
    const target = findExternalTarget(name, service, cluster);
    const suffixed = name.value.endsWith('.svc');
    if (!target && !suffixed) return;
    const namespace = name.namespace ?? valueOf(service.resource.namespace);
    const full = `${name.service}.${namespace ?? '<namespace>'}.svc.${domain}`;
    yield {
      variant: suffixed ? 'svc-suffix' : 'service',
      message: `externalName "${name.value}" of ${labelOf(service.resource)} is taken as absolute, so it does not resolve`,
      at: name.at,
      help: `Write the whole name: ${full}`,
      related: target
        ? [{ at: target.resource.metadata.get('name').at, note: `${labelOf(target.resource)} is here, and no search list completes an alias` }]
        : [],
      fixes: namespace === undefined ? [] : fixOf(`Change externalName to ${full}`, 'unsafe', setScalar(name.at, full)),
    };
  },
});
