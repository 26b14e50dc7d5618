import {
  budgetsOf,
  candidatesOf,
  defineRule,
  findCutOff,
  findRefusedLabels,
  findSplitPairs,
  findStrayBudgetPods,
  fixOf,
  isEmpty,
  isEvidentlyMeant,
  isLikelyMeant,
  labelOf,
  mayBeRefused,
  mayHidePods,
  MISSED_VARIANTS,
  rankPods,
  reportAbsentPods,
  reportNearPods,
  reportSplitPods,
  selectsSystemPods,
  setScalar,
  valueOf,
  type Cluster,
  type DisruptionBudget,
  type Finding,
  type MissedVariant,
  type StrayPods,
} from '../../src/core/api.ts';

type Variant = MissedVariant | 'other-namespace' | 'no-selector';

const IDLE = 'so it is idle';

function reportStray({ resource }: DisruptionBudget, { template, namespace, odd }: StrayPods): Finding<Variant> {
  const help = `Set metadata.namespace of the budget to ${namespace}`;
  return {
    variant: 'other-namespace',
    message: `${labelOf(resource)} is in namespace "${valueOf(odd.namespace) ?? ''}", its pods are in "${namespace}", ${IDLE}`,
    at: odd.namespace.at,
    help,
    related: [{ at: template.workload.namespace.at, note: `${labelOf(template.workload)} puts its pods into namespace "${namespace}"` }],
    fixes: fixOf(help, 'unsafe', setScalar(odd.namespace.at, namespace)),
  };
}

function reportMissed(budget: DisruptionBudget, cluster: Cluster): Finding<Variant> | undefined {
  const ranked = rankPods(budget, cluster, template => budgetsOf(cluster).over(template).length > 0);
  const meant = ranked.find(isEvidentlyMeant);
  // A workload that contradicts itself has a fault of its own, and its labels may be what is wrong.
  if (meant && (findRefusedLabels(meant.template).length > 0 || mayBeRefused(meant.template))) return undefined;
  if (meant) return reportNearPods(budget, meant, IDLE, true);
  if (mayHidePods(budget, cluster)) return undefined;
  const proves = cluster.absenceProves;
  const apart = proves ? findSplitPairs(budget, cluster) : undefined;
  if (apart) return reportSplitPods(budget, apart, IDLE);
  const likely = ranked.find(isLikelyMeant);
  if (likely) return reportNearPods(budget, likely, IDLE, proves);
  return proves && !selectsSystemPods(budget.selector) ? reportAbsentPods(budget, IDLE, { proves, nearest: ranked[0] }) : undefined;
}

export default defineRule({
  id: 'pdb-selects-no-pods',
  title: 'The disruption budget matches no pod template, so it protects nothing',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'disruption-budget',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { ...MISSED_VARIANTS, 'other-namespace': 'error', 'no-selector': 'warning' },
  questions: {
    'no-pods': {
      one: 'PodDisruptionBudget matches no pod in these files',
      many: 'PodDisruptionBudgets match no pod in these files',
      decide: '--complete if nothing else runs there',
    },
  },
  facts: ['S-009', 'S-010', 'S-330'],

  *check(budget, { cluster }) {
    const { selector, selection, spec, resource } = budget;
    if (candidatesOf(selection).length > 0 || spec.isOpen || selector.open) return;
    if (!selector.written) {
      if (!spec.isPresent) return;
      const message = `${labelOf(resource)} has no selector, ${IDLE}`;
      yield { variant: 'no-selector', message, at: spec.at.atKey, help: 'Add a selector with labels of the pods' };
      return;
    }
    // Labels that a kustomization adds are a mistake of their own.
    if (isEmpty(selector) || findCutOff(budget, cluster)) return;
    const stray = findStrayBudgetPods(budget, cluster);
    yield (stray ? reportStray(budget, stray) : reportMissed(budget, cluster)) ?? { undecided: 'no-pods', at: selector.at };
  },
});
