import { defineRule, isAutoscaled, isSelecting, labelOf, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'service-selects-scaled-to-zero',
  title: 'All pods that the Service selects belong to workloads with no replicas',
  category: 'wiring',
  severity: 'info',
  presets: ['strict'],
  subject: 'service',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'scaled-to-zero': 'info' },
  facts: ['S-014', 'S-064'],

  *check(service, { cluster }) {
    const { sure, possible } = cluster.selectionOf(service);
    const [first] = sure;
    if (!first || possible.length > 0 || isSelecting(service) !== 'yes') return;
    if (sure.some(template => valueOf(template.replicas) !== 0 || isAutoscaled(template, cluster))) return;
    const who = sure.length === 1 ? labelOf(first.workload) : `${String(sure.length)} workloads`;
    yield {
      variant: 'scaled-to-zero',
      message: `${labelOf(service.resource)} selects pods of ${who} only, which run none, so it gets no endpoints`,
      at: service.selector.at,
      help: 'Raise replicas, or remove the Service while nothing runs',
      related: sure.map(template => ({ at: template.replicas.at, note: `${labelOf(template.workload)} has no pods here` })),
    };
  },
});
