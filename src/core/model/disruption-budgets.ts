import type { PodDisruptionBudget, PodDisruptionBudgetSpec } from 'kubernetes-types/policy/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { Cluster } from './cluster.ts';
import { groupBy } from './group-by.ts';
import type { PodTemplate } from './pod.ts';
import type { Resource } from './resource.ts';
import { buildSelection, candidatesOf, type PodSelecting, type Selection } from './selection.ts';
import { isEmpty, readLabelSelector } from './selector.ts';

export interface DisruptionBudget extends PodSelecting {
  readonly spec: Cursor<PodDisruptionBudgetSpec>;
  /** The pods that it counts. */
  readonly selection: Selection;
}

const NO_PODS: Selection = { sure: [], possible: [], elsewhere: [] };

/** Without a selector it counts no pods; an empty one takes all of the namespace since policy/v1, and took none before (S-009). */
function readBudget(resource: Resource, cluster: Cluster): DisruptionBudget {
  const spec = resource.body.as<PodDisruptionBudget>().get('spec');
  const selector = readLabelSelector(spec.get('selector'));
  const takesNone = selector.written ? isEmpty(selector) && resource.version === 'v1beta1' : !spec.isOpen;
  return { resource, spec, selector, selection: takesNone ? NO_PODS : buildSelection(resource, selector, cluster.podIndex) };
}

/** The disruption budgets of a scope, by what they count. */
export class DisruptionBudgets {
  readonly all: readonly DisruptionBudget[];
  readonly #byPods: ReadonlyMap<PodTemplate, readonly { readonly budget: DisruptionBudget }[]>;

  constructor(cluster: Cluster) {
    this.all = cluster.ofKind('PodDisruptionBudget', 'policy').map(resource => readBudget(resource, cluster));
    const pairs = this.all.flatMap(budget => candidatesOf(budget.selection).map(pods => ({ budget, pods })));
    this.#byPods = groupBy(pairs, ({ pods }) => pods);
  }

  /** Budgets that count or may count the pods of a template. */
  over(template: PodTemplate): readonly DisruptionBudget[] {
    return (this.#byPods.get(template) ?? []).map(({ budget }) => budget);
  }
}

const KNOWN = new WeakMap<Cluster, DisruptionBudgets>();

/** The disruption budgets of a scope, read once. */
export function budgetsOf(cluster: Cluster): DisruptionBudgets {
  const known = KNOWN.get(cluster) ?? new DisruptionBudgets(cluster);
  KNOWN.set(cluster, known);
  return known;
}
