import type { Cluster } from '../model/cluster.ts';
import { mayBeSameNamespace, mayMeet } from '../model/namespace.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Reference } from '../model/references/reference.ts';
import type { Resource } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import { valueOf } from '../yaml/field.ts';
import { servicesOf } from './backing-pods.ts';
import { serviceReferences, type ServiceReference } from './service-uses.ts';

/** Pods of StatefulSets and the places that name such pods, found once for a scope. */
interface Governance {
  readonly pods: ReadonlyMap<Resource, PodTemplate>;
  readonly podNames: readonly ServiceReference[];
}

const KNOWN = new WeakMap<Cluster, Governance>();

function governanceOf(cluster: Cluster): Governance {
  let known = KNOWN.get(cluster);
  if (!known) {
    const sets = cluster.podTemplates.filter(({ workload }) => workload.kind === 'StatefulSet');
    const podNames = serviceReferences(cluster).filter(({ podName }) => podName !== undefined);
    known = { pods: new Map(sets.map(pod => [pod.workload, pod])), podNames };
    KNOWN.set(cluster, known);
  }
  return known;
}

/** The pods of the StatefulSet that names a Service. */
export function findGovernedPods({ from }: Reference, cluster: Cluster): PodTemplate | undefined {
  return governanceOf(cluster).pods.get(from);
}

/** The headless Service of the set that selects the pods: the one that can give them names (S-195). */
export function findHeadlessService(pod: PodTemplate, cluster: Cluster): Service | undefined {
  return servicesOf(pod, cluster).find(({ headless }) => headless === 'yes');
}

/** Whether the first label of a host name is a pod of a StatefulSet: `db-0`, or any where a placeholder stands for it. */
function isPodOf(podName: string, set: string): boolean {
  return podName === '*' || (podName.startsWith(`${set}-`) && /^\d+$/.test(podName.slice(set.length + 1)));
}

/** A place of the set that names a pod of a StatefulSet by its DNS name, under a Service of that name (S-195). */
export function findPodNameUse({ workload }: PodTemplate, service: string, cluster: Cluster): ServiceReference | undefined {
  const set = valueOf(workload.name);
  if (set === undefined) return undefined;
  return governanceOf(cluster).podNames.find(({ podName, name, namespace, from }) => {
    if (name !== service || podName === undefined || !isPodOf(podName, set)) return false;
    return namespace === undefined ? mayMeet(from, workload) : mayBeSameNamespace(valueOf(workload.namespace) ?? namespace, namespace);
  });
}

/** A StatefulSet's pods with the Service of the set that it names. */
export interface Governing {
  readonly pod: PodTemplate;
  readonly service: Service;
}

/** The Service that a StatefulSet names, where it is in the set once. */
export function findGoverning(reference: Reference, cluster: Cluster): Governing | undefined {
  const [pod, name] = [findGovernedPods(reference, cluster), valueOf(reference.name)];
  const [service, ...others] = name === undefined ? [] : cluster.findServices(reference.from, name);
  return pod && service && others.length === 0 ? { pod, service } : undefined;
}
