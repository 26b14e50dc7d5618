import {
  defineRule,
  explainGap,
  findMissingOrdinal,
  findRefusedLabels,
  findSplitPairs,
  findStrayPods,
  fixOf,
  isEvidentlyMeant,
  isLikelyMeant,
  labelOf,
  mayBeRefused,
  rankPods,
  relateGap,
  restsOnAddedLabels,
  selectsSystemPods,
  valueOf,
  type Cluster,
  type Finding,
  type NearPods,
  type Requirement,
  type Service,
  type SplitPairs,
} from '../../src/core/api.ts';

type Variant = 'near-miss' | 'label-on-workload' | 'label-missing' | 'pairs-apart' | 'likely' | 'absent';

const NO_ENDPOINTS = 'so it gets no endpoints';

function textOf({ key, values }: Requirement): string {
  return `${key} "${values.map(value => valueOf(value) ?? '').join()}"`;
}

function reportNear({ resource }: Service, near: NearPods, isProof: boolean): Finding<Variant> | undefined {
  const [first] = near.unmet;
  if (!first) return undefined;
  const { kind, clause, help, edit } = explainGap(first, near);
  return {
    variant: isProof ? kind : 'likely',
    message: `${labelOf(resource)} selects ${first.key} "${first.wanted}"${clause}, ${NO_ENDPOINTS}`,
    at: first.requirement.at,
    help,
    related: near.unmet.map(pair => relateGap(pair, near)),
    fixes: near.unmet.length === 1 ? fixOf(help, 'unsafe', edit) : [],
  };
}

function reportSplit({ resource, selector }: Service, parts: SplitPairs): Finding<Variant> {
  const pairs = parts.map(({ requirement }) => textOf(requirement));
  return {
    variant: 'pairs-apart',
    message: `${labelOf(resource)} selects ${pairs.length > 2 ? 'labels' : pairs.join(' and ')}, no pod carries ${pairs.length > 2 ? 'all' : 'both'}, ${NO_ENDPOINTS}`,
    at: selector.at,
    help: 'Select labels that one pod template carries together',
    related: parts.map(({ template, requirement }) => ({
      at: template.labels.entries.get(requirement.key)?.at ?? template.labels.at,
      note: `the pod template of ${labelOf(template.workload)} carries ${requirement.key} only`,
    })),
  };
}

function reportAbsent({ resource, selector }: Service, proves: boolean, nearest: NearPods | undefined): Finding<Variant> {
  const [only, ...others] = selector.requirements;
  const wanted = only && others.length === 0 ? textOf(only) : 'labels';
  return {
    variant: 'absent',
    severity: proves ? 'error' : 'warning',
    message: `${labelOf(resource)} selects ${wanted} that no pod in these files carries, ${NO_ENDPOINTS}`,
    at: (nearest?.unmet[0]?.requirement ?? (others.length === 0 ? only : undefined))?.at ?? selector.at,
    help: 'Make the selector equal to labels of a pod template in the same namespace',
  };
}

/** Evidence short of both ends, which counts only where no object exists that the files do not show. */
function reportUnexplained(service: Service, cluster: Cluster, ranked: readonly NearPods[]): Finding<Variant> | undefined {
  if (cluster.isOpen || restsOnAddedLabels(service.selector)) return undefined;
  const apart = findSplitPairs(service, cluster);
  if (apart) return reportSplit(service, apart);
  const likely = ranked.find(isLikelyMeant);
  if (likely) return reportNear(service, likely, cluster.absenceProves);
  if (selectsSystemPods(service.selector)) return undefined;
  return cluster.absenceProves || cluster.isSelfContainedWithout(service) ? reportAbsent(service, cluster.absenceProves, ranked[0]) : undefined;
}

export default defineRule({
  id: 'service-selects-no-pods',
  title: 'No pod template carries the labels that the Service selects, so it gets no endpoints',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: {
    'near-miss': 'error',
    'label-on-workload': 'error',
    'label-missing': 'error',
    'pairs-apart': 'error',
    likely: 'warning',
    absent: 'warning',
  },
  questions: {
    'no-pods': { one: 'Service matches no pod in these files', many: 'Services match no pod in these files', decide: '--complete if nothing else runs there' },
  },
  facts: ['S-005', 'S-010', 'S-011', 'S-014', 'S-019', 'S-026', 'S-028', 'S-064'],

  *check(service, { cluster }) {
    // Pods in another namespace, or a StatefulSet without that pod, are mistakes of their own.
    if (!cluster.meetsNoPods(service) || findStrayPods(service, cluster) || findMissingOrdinal(service, cluster)) return;
    const ranked = rankPods(service, cluster);
    const meant = ranked.find(isEvidentlyMeant);
    // The workload contradicts itself, so it is refused and its pods are no end that could meet.
    if (meant && findRefusedLabels(meant.template).length > 0) return;
    const finding = meant ? (mayBeRefused(meant.template) ? undefined : reportNear(service, meant, true)) : reportUnexplained(service, cluster, ranked);
    yield finding ?? { undecided: 'no-pods', at: service.selector.at };
  },
});
