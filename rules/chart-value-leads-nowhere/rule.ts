import { defineRule, labelOf, valueOf, type Finding, type ValuedHost, valuedHosts } from '../../src/core/api.ts';

function report({ reference, value, service, clue }: ValuedHost): Finding<'release' | 'slip'> {
  const { name, from } = reference;
  const meant = valueOf(service.resource.name) ?? '';
  return {
    variant: clue,
    message: `Value ${value.path} names host "${name}", its Service is "${meant}", so nobody answers`,
    at: value,
    help: clue === 'slip' ? `Name ${meant}` : 'Let the template put the name of the release before it, as it does for the Service',
    related: [
      { at: reference.at, note: `it gets into ${labelOf(from)} here` },
      { at: service.resource.metadata.get('name').at, note: `the Service is "${meant}" in this release` },
    ],
    resource: from,
  };
}

export default defineRule({
  id: 'chart-value-leads-nowhere',
  title: 'A value of the chart is a host name that no Service of the chart has, and one nearly has',
  category: 'references',
  severity: 'warning',
  presets: ['strict'],
  subject: 'cluster',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { release: 'warning', slip: 'warning' },
  facts: ['S-231'],

  *check(cluster) {
    for (const host of valuedHosts(cluster)) yield report(host);
  },
});
