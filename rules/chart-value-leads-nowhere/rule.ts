import { defineRule, fixOf, labelOf, setScalar, valueOf, type Finding, type ValuedHost, valuedHosts } from '../../src/core/api.ts';

function report({ reference, value, service, clue }: ValuedHost): Finding<'release' | 'slip'> {
  const { name, from } = reference;
  const meant = valueOf(service.resource.name) ?? '';
  const isWhole = value.file.text.slice(value.valueSpan.start, value.valueSpan.end).replace(/^(["'])(.*)\1$/, '$2') === name;
  const edit = clue === 'slip' && isWhole ? setScalar(value, meant) : undefined;
  return {
    variant: clue,
    message: `Value ${value.path} names host "${name}", its Service is "${meant}", so nobody answers`,
    at: value,
    help: clue === 'slip' ? `Name ${meant}` : 'Let the template put the name of the release before it, as it does for the Service',
    related: [
      { at: reference.at, note: `it gets into ${labelOf(from)} here` },
      { at: service.resource.metadata.get('name').at, note: `the Service is "${meant}" in this release` },
    ],
    fixes: fixOf(`Name ${meant}`, 'unsafe', edit),
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
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { release: 'warning', slip: 'warning' },
  facts: ['S-231'],

  *check(cluster) {
    for (const host of valuedHosts(cluster)) yield report(host);
  },
});
