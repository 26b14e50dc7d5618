import { defineRule, findTellingLabel, findUnrelatedPods, fixOf, insertKey, labelOf, type Related, type UnrelatedPods } from '../../src/core/api.ts';

function relate({ own, other, why, port, rival }: UnrelatedPods): Related[] {
  const workload = labelOf(other.workload);
  const lacks = port === undefined ? '' : ` and declares no port ${String(port)}`;
  return [
    {
      at: other.labels.at,
      note: why === 'instance' ? `${workload} is another instance than ${labelOf(own.workload)}` : `${workload} carries the same labels${lacks}`,
    },
    ...(rival ? [{ at: rival.selector.at, note: `${labelOf(rival.resource)} selects the same pods` }] : []),
  ];
}

export default defineRule({
  id: 'service-selects-unrelated-pods',
  title: 'The selector takes pods of several applications and some of them do not serve the port',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'port-not-served': 'warning', 'equal-selectors': 'warning', 'several-instances': 'warning' },
  facts: ['S-018', 'S-028', 'S-036', 'S-042'],

  *check(service, { cluster }) {
    const unrelated = findUnrelatedPods(service, cluster);
    if (!unrelated) return;
    const { own, other, why } = unrelated;
    const apart = findTellingLabel(own, other);
    const help = apart
      ? `Add ${apart.key}: ${apart.value} to the selector`
      : `Add a label to the selector that only the pods of ${labelOf(own.workload)} carry`;
    yield {
      variant: ({ port: 'port-not-served', twin: 'equal-selectors', instance: 'several-instances' } as const)[why],
      message: `${labelOf(service.resource)} also selects pods of ${labelOf(other.workload)}, so part of its requests fail`,
      at: service.selector.at,
      help,
      related: relate(unrelated),
      fixes: apart ? fixOf(help, 'unsafe', insertKey(service.spec.get('selector'), apart.key, apart.value)) : [],
    };
  },
});
