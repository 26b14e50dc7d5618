import type { Cluster } from '../model/cluster.ts';
import { budgetsOf, type DisruptionBudget } from '../model/disruption-budgets.ts';
import type { PodTemplate } from '../model/pod.ts';
import { labelOf } from '../model/resource.ts';
import { valueOf } from '../yaml/field.ts';

/** Another disruption budget over the same pods, whose eviction fails then (S-324). */
export interface BudgetOverlap {
  readonly rival: DisruptionBudget;
  readonly template: PodTemplate;
  /** Whether both are known to be applied together. */
  readonly isProof: boolean;
}

/** An order that the order of files and documents does not change. Two of one name are two states of one budget. */
function isBefore(a: DisruptionBudget, b: DisruptionBudget): boolean {
  const [one, other] = [valueOf(a.resource.name), valueOf(b.resource.name)];
  return one !== undefined && other !== undefined && one < other;
}

/** The first budget before this one that takes pods of it for sure, so that a pair is told once. */
export function findBudgetOverlap(budget: DisruptionBudget, cluster: Cluster): BudgetOverlap | undefined {
  const pairs = budget.selection.sure
    .filter(template => template.kind !== undefined && (valueOf(template.replicas) ?? 0) > 0 && !cluster.isAlternative(template.workload))
    .flatMap(template =>
      budgetsOf(cluster)
        .over(template)
        .map(rival => ({ rival, template })),
    )
    .filter(({ rival, template }) => isBefore(rival, budget) && rival.selection.sure.includes(template));
  const [first] = pairs.sort((a, b) =>
    labelOf(a.rival.resource) + labelOf(a.template.workload) < labelOf(b.rival.resource) + labelOf(b.template.workload) ? -1 : 1,
  );
  return first && { ...first, isProof: cluster.areSurelyTogether(first.rival.resource, budget.resource) };
}
