import { defineRule, findMissingOrdinal, fixOf, labelOf, setScalar } from '../../src/core/api.ts';

export default defineRule({
  id: 'service-selects-missing-ordinal',
  title: 'The selector pins a StatefulSet pod whose ordinal lies outside its replicas',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'missing-ordinal': 'warning' },
  facts: ['S-019', 'S-020'],

  *check(service, { cluster }) {
    const missing = findMissingOrdinal(service, cluster);
    if (!missing) return;
    const { template, ordinal, range, requirement, valueFor } = missing;
    const set = labelOf(template.workload);
    const last = range?.[1];
    const nearest = range && (ordinal < range[0] ? range[0] : range[1]);
    const help = nearest === undefined ? `Give ${set} replicas` : `Select ${valueFor(nearest)}, or raise replicas of ${set}`;
    yield {
      variant: 'missing-ordinal',
      message: `${labelOf(service.resource)} pins pod ${String(ordinal)} of ${set}, ${last === undefined ? 'which has none' : `the last one is ${String(last)}`}, so it gets no endpoints`,
      at: requirement.at,
      help,
      related: [{ at: template.replicas.at, note: range ? `the pods of ${set} are ${String(range[0])} to ${String(range[1])}` : `${set} has no pods` }],
      fixes: nearest === undefined ? [] : fixOf(`Select ${valueFor(nearest)}`, 'unsafe', setScalar(requirement.at, valueFor(nearest))),
    };
  },
});
