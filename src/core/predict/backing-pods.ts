import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { selectsPods } from '../model/pod-match.ts';
import type { PodTemplate } from '../model/pod.ts';
import { isSelecting, type Service } from '../model/service.ts';

/** The pods that a rule about ports may speak of. */
export interface BackingPods {
  /** Labels surely match. Workloads that end (Jobs) only where nothing else is selected. */
  readonly templates: readonly PodTemplate[];
  /** False where a namespace that one side leaves out decides whether they meet. */
  readonly sure: boolean;
  /** True where other pods of the set may be selected too. */
  readonly open: boolean;
}

function withoutBatch(templates: readonly PodTemplate[]): readonly PodTemplate[] {
  const serving = templates.filter(template => template.kind?.runs !== 'batch');
  return serving.length > 0 ? serving : templates;
}

const BACKING = new WeakMap<Service, BackingPods | null>();

function findBacking(service: Service, cluster: Cluster): BackingPods | null {
  if (isSelecting(service) !== 'yes') return null;
  const { sure, possible } = cluster.selectionOf(service);
  const likely = possible.filter(template => selectsPods(service.selector, template) === 'yes');
  const open = possible.length > likely.length;
  const templates = withoutBatch(sure.length > 0 ? [...sure, ...likely] : likely);
  return templates.length === 0 ? null : { templates, sure: sure.length > 0, open };
}

/** The pods behind a selecting Service; undefined where none is surely selected by its labels. */
export function backingPods(service: Service, cluster: Cluster): BackingPods | undefined {
  let found = BACKING.get(service);
  if (found === undefined) {
    found = findBacking(service, cluster);
    BACKING.set(service, found);
  }
  return found ?? undefined;
}

const SERVICES = new WeakMap<Cluster, ReadonlyMap<PodTemplate, readonly Service[]>>();

/** The Services whose labels surely select the pods of a template. */
export function servicesOf(template: PodTemplate, cluster: Cluster): readonly Service[] {
  let services = SERVICES.get(cluster);
  if (!services) {
    const pairs = cluster.services.flatMap(service => (backingPods(service, cluster)?.templates ?? []).map(pod => ({ service, pod })));
    const grouped = groupBy(pairs, pair => pair.pod);
    services = new Map([...grouped].map(([pod, found]) => [pod, found.map(pair => pair.service)]));
    SERVICES.set(cluster, services);
  }
  return services.get(template) ?? [];
}
