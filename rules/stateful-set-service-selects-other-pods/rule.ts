import {
  defineRule,
  findGoverning,
  findHeadlessService,
  fixOf,
  isEvidentlyMeant,
  isLikelyMeant,
  isSelecting,
  labelOf,
  podSatisfies,
} from '../../src/core/api.ts';
import { rankPods, restsOnAddedLabels, sameNamespace, selectsPods, setScalar, valueOf } from '../../src/core/api.ts';
import type { Cluster, Governing } from '../../src/core/api.ts';

/** Whether a Service that selects nothing at all is explained by its own selector: that mistake is of another rule. */
function isExplained({ service }: Governing, cluster: Cluster): boolean {
  return cluster.meetsNoPods(service) && rankPods(service, cluster).some(near => isEvidentlyMeant(near) || isLikelyMeant(near));
}

function surelyMisses({ pod, service }: Governing): boolean {
  const { selector } = service;
  return (
    isSelecting(service) === 'yes' &&
    !restsOnAddedLabels(selector) &&
    sameNamespace(pod.workload, service.resource) === 'yes' &&
    selectsPods(selector, pod) === 'no'
  );
}

export default defineRule({
  id: 'stateful-set-service-selects-other-pods',
  title: "The governing Service does not select the StatefulSet's pods",
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['stateful-set-service'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { missed: 'error' },
  facts: ['S-195'],

  *check(reference, { cluster }) {
    const governing = findGoverning(reference, cluster);
    if (!governing || !surelyMisses(governing) || isExplained(governing, cluster)) return;
    const { pod, service } = governing;
    const unmet = service.selector.requirements.find(requirement => podSatisfies(requirement, pod) === 'no');
    const other = findHeadlessService(pod, cluster);
    const name = other && valueOf(other.resource.name);
    const help = name === undefined ? `Select labels that the pods of ${labelOf(pod.workload)} carry` : `Change serviceName to ${name}`;
    yield {
      variant: 'missed',
      message: `${labelOf(service.resource)} selects no pod of ${labelOf(pod.workload)}, so none gets a name`,
      at: reference.at.at,
      help,
      related: unmet ? [{ at: unmet.at, note: `${labelOf(service.resource)} selects ${unmet.key}, which these pods lack or have otherwise` }] : [],
      fixes: name === undefined ? undefined : fixOf(help, 'unsafe', setScalar(reference.at.at, name)),
    };
  },
});
