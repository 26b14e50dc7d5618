import { defineRule, labelOf, renamedHosts, valueOf, type Finding, type RenamedHost } from '../../src/core/api.ts';

function report({ reference, before: { service, name, affixes } }: RenamedHost): Finding<'old-name'> {
  const now = valueOf(service.resource.name) ?? '';
  return {
    variant: 'old-name',
    message: `${labelOf(reference.from)} names host "${name}", its Service is "${now}", so nobody answers`,
    at: reference.at,
    help: `Fill the host from the Service by replacements, which see the new name, or write ${now}`,
    related: [
      { at: service.resource.metadata.get('name').at, note: `the Service is "${name}" here` },
      ...affixes.map(({ at, field, text }) => ({ at, note: `${field} adds "${text}"`, isOfScope: true as const })),
    ],
    resource: reference.from,
  };
}

export default defineRule({
  id: 'kustomization-prefix-breaks-host',
  title: 'A prefix or suffix renames the Service, and a host name in plain text keeps the old name',
  category: 'references',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'cluster',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'old-name': 'warning' },
  facts: ['S-230', 'S-231'],

  *check(cluster) {
    for (const host of renamedHosts(cluster)) yield report(host);
  },
});
