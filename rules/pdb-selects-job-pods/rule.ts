import { defineRule, findCountedJobPods, findTellingLabel, fixOf, insertKey, labelOf, type DisruptionBudget, type PodTemplate } from '../../src/core/api.ts';

/** A label that all serving pods of the budget carry and the others do not. */
function findTelling({ selection }: DisruptionBudget, job: PodTemplate): { readonly key: string; readonly value: string } | undefined {
  const serving = selection.sure.filter(({ workload, kind }) => kind?.runs === 'serving' && workload.kind !== 'Pod');
  const [telling, ...others] = serving.map(template => findTellingLabel(template, job));
  return others.every(other => other?.key === telling?.key && other?.value === telling?.value) ? telling : undefined;
}

export default defineRule({
  id: 'pdb-selects-job-pods',
  title: 'The budget also counts pods of Jobs or Pods that end, so drains of nodes can block',
  category: 'references',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'disruption-budget',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'job-pods': 'warning' },
  facts: ['S-015', 'S-330'],

  *check(budget) {
    for (const { template, label } of findCountedJobPods(budget)) {
      const job = labelOf(template.workload);
      const pods = template.workload.kind === 'Pod' ? job : `pods of ${job}`;
      const telling = findTelling(budget, template);
      const help = telling ? `Add ${telling.key}: ${telling.value} to the selector` : `Give ${pods} another value of ${label.key}`;
      yield {
        variant: 'job-pods',
        message: `${labelOf(budget.resource)} also counts ${pods}, so drains of nodes can block`,
        at: budget.selector.at,
        help,
        related: [{ at: label.value.at, note: `${template.workload.kind === 'Pod' ? job : `the pod template of ${job}`} carries all selected labels` }],
        fixes: telling ? fixOf(help, 'unsafe', insertKey(budget.spec.get('selector').get('matchLabels'), telling.key, telling.value)) : [],
      };
    }
  },
});
