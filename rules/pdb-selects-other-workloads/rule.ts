import { defineRule, findAllCounted, findBudgetStrangers, findTellingLabel, fixOf, insertKey, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'pdb-selects-other-workloads',
  title: 'One disruption budget counts the pods of several applications as if they were one',
  category: 'references',
  severity: 'warning',
  presets: ['strict'],
  subject: 'disruption-budget',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'other-workload': 'warning', 'all-pods': 'warning' },
  facts: ['S-330'],

  *check(budget, { cluster }) {
    const { resource, selector, spec } = budget;
    const all = findAllCounted(budget, cluster);
    if (all.length > 1) {
      yield {
        variant: 'all-pods',
        message: `${labelOf(resource)} selects all pods of its namespace, so ${String(all.length)} workloads share one budget`,
        at: selector.at,
        help: 'Select the pods of one workload',
        related: all.slice(0, 3).map(template => ({ at: template.labels.at, note: `pods of ${labelOf(template.workload)} count` })),
      };
      return;
    }
    const strangers = findBudgetStrangers(budget, cluster);
    if (!strangers) return;
    const { own, other } = strangers;
    const apart = findTellingLabel(own, other);
    const help = apart ? `Add ${apart.key}: ${apart.value} to the selector` : `Give the pods of ${labelOf(own.workload)} a label of their own and select it`;
    yield {
      variant: 'other-workload',
      message: `${labelOf(resource)} also counts pods of ${labelOf(other.workload)}, so one can stand in for the other`,
      at: selector.at,
      help,
      related: [{ at: other.labels.at, note: `the pod template of ${labelOf(other.workload)} carries the selected labels` }],
      fixes: apart ? fixOf(help, 'unsafe', insertKey(spec.get('selector').get('matchLabels'), apart.key, apart.value)) : [],
    };
  },
});
