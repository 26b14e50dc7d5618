import {
  defineRule,
  findCutOff,
  findMissingOrdinal,
  findRefusedLabels,
  findSplitPairs,
  findStrayPods,
  isEvidentlyMeant,
  isLikelyMeant,
  mayBeRefused,
  mayHidePods,
  MISSED_VARIANTS,
  rankPods,
  reportAbsentPods,
  reportNearPods,
  reportSplitPods,
  selectsSystemPods,
  type Cluster,
  type Finding,
  type MissedVariant,
  type NearPods,
  type Service,
} from '../../src/core/api.ts';

const NO_ENDPOINTS = 'so it gets no endpoints';

/** Evidence short of both ends, which counts only where no object exists that the files do not show. */
function reportUnexplained(service: Service, cluster: Cluster, ranked: readonly NearPods[]): Finding<MissedVariant> | undefined {
  if (mayHidePods(service, cluster)) return undefined;
  const apart = findSplitPairs(service, cluster);
  if (apart) return reportSplitPods(service, apart, NO_ENDPOINTS);
  const likely = ranked.find(isLikelyMeant);
  const proves = cluster.absenceProves;
  if (likely) return reportNearPods(service, likely, NO_ENDPOINTS, proves);
  if (selectsSystemPods(service.selector)) return undefined;
  return proves || cluster.isSelfContainedWithout(service) ? reportAbsentPods(service, NO_ENDPOINTS, { proves, nearest: ranked[0] }) : undefined;
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
  variants: MISSED_VARIANTS,
  questions: {
    'no-pods': { one: 'Service matches no pod in these files', many: 'Services match no pod in these files', decide: '--complete if nothing else runs there' },
  },
  facts: ['S-005', 'S-010', 'S-011', 'S-014', 'S-019', 'S-026', 'S-028', 'S-064'],

  *check(service, { cluster }) {
    // Pods in another namespace, a StatefulSet without that pod, and labels that a kustomization adds are mistakes of their own.
    if (!cluster.meetsNoPods(service) || findStrayPods(service, cluster) || findMissingOrdinal(service, cluster) || findCutOff(service, cluster)) return;
    const ranked = rankPods(service, cluster);
    const meant = ranked.find(isEvidentlyMeant);
    // The workload contradicts itself, so it is refused and its pods are no end that could meet.
    if (meant && findRefusedLabels(meant.template).length > 0) return;
    const finding = meant
      ? mayBeRefused(meant.template)
        ? undefined
        : reportNearPods(service, meant, NO_ENDPOINTS, true)
      : reportUnexplained(service, cluster, ranked);
    yield finding ?? { undecided: 'no-pods', at: service.selector.at };
  },
});
