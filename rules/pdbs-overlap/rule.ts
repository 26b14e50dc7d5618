import { defineRule, findBudgetOverlap, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'pdbs-overlap',
  title: 'Two disruption budgets select the same pods, so the eviction of these pods always fails',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'disruption-budget',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { overlap: 'error' },
  facts: ['S-324', 'S-330'],

  *check(budget, { cluster }) {
    const overlap = findBudgetOverlap(budget, cluster);
    if (!overlap) return;
    const [own, rival, workload] = [budget.resource, overlap.rival.resource, overlap.template.workload].map(labelOf);
    yield {
      variant: 'overlap',
      severity: overlap.isProof ? 'error' : 'warning',
      message: `${own ?? ''} counts pods of ${rival ?? ''} too, so their eviction fails`,
      at: budget.selector.at,
      help: 'Keep one budget for these pods, or make the selectors exclude each other',
      related: [
        { at: overlap.rival.selector.at, note: `${rival ?? ''} selects them as well` },
        { at: overlap.template.labels.at, note: `the pod template of ${workload ?? ''} carries the labels of both` },
      ],
    };
  },
});
