import type { Cluster } from '../model/cluster.ts';
import type { PodTemplate } from '../model/pod.ts';

/** Conditions that controllers of load balancers and of rollouts set on pods. */
const KNOWN_CONDITION =
  /^(?:target-health\.(?:elbv2\.k8s\.aws|alb\.ingress\.k8s\.aws)\/|cloud\.google\.com\/|networking\.gke\.io\/|service\.readiness\.alibabacloud\.com\/|(?:[\w.-]+\.)?kruise\.io\/|(?:InPlaceUpdateReady|KruisePodReady)$|(?:[\w.-]+\.)?tke\.cloud\.tencent\.com\/)/;

/** Whether something is known to set a condition, or may: a text of another object names it, or an object is of its group. */
export function isGateServed(condition: string, pod: PodTemplate, cluster: Cluster): boolean {
  const domain = condition.includes('/') ? condition.slice(0, condition.indexOf('/')) : undefined;
  const isOfDomain = (group: string): boolean =>
    domain !== undefined && group !== '' && (group === domain || domain.endsWith(`.${group}`) || group.endsWith(`.${domain}`));
  if (KNOWN_CONDITION.test(condition) || cluster.isOpen) return true;
  return cluster.resources.some(({ body, group }) => isOfDomain(group) || (body !== pod.workload.body && body.source.includes(condition)));
}
