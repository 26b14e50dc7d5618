import type { Cluster } from '../../model/cluster.ts';
import { mayMeet } from '../../model/namespace.ts';
import type { Container, PodTemplate } from '../../model/pod.ts';
import type { Reference } from '../../model/references/reference.ts';
import { referencesOf } from '../../model/references/references.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Place } from '../../yaml/place.ts';
import type { Untyped } from '../../yaml/untyped.ts';
import { runningContainers } from '../target-port.ts';
import { findTarget } from '../references/resolve.ts';

/** A share of what is requested of a resource that an autoscaler holds its pods to. */
export interface Utilization {
  readonly resource: string;
  readonly at: Place;
}

function readMetric(metric: Cursor): readonly Utilization[] {
  const source = metric.get('resource');
  const name = source.get('name').string();
  // `targetAverageUtilization` in v2beta1.
  const share = [source.get('target').get('averageUtilization'), source.get('targetAverageUtilization')].find(field => field.isPresent);
  const resource = valueOf(name);
  return valueOf(metric.get('type').string()) === 'Resource' && share && resource !== undefined ? [{ resource, at: name.at }] : [];
}

/** Shares of requests that a HorizontalPodAutoscaler asks for: of the CPU where it names no metric at all. */
export function utilizationsOf({ body, version, metadata }: Resource): readonly Utilization[] {
  const spec = body.as<Untyped>().get('spec');
  const metrics = spec.get('metrics');
  if (!spec.isPresent || spec.isOpen || metrics.isOpen) return [];
  if (version === 'v1') {
    const share = spec.get('targetCPUUtilizationPercentage');
    const isElsewhere = metadata.get('annotations').get('autoscaling.alpha.kubernetes.io/metrics').isWritten;
    return share.isAbsent && isElsewhere ? [] : [{ resource: 'cpu', at: share.isPresent ? share.at : spec.at.atKey }];
  }
  return metrics.items().length === 0 ? (metrics.isAbsent ? [{ resource: 'cpu', at: spec.at.atKey }] : []) : metrics.items().flatMap(readMetric);
}

/** A LimitRange that gives containers a request or a limit of the resource. */
function isGivenByNamespace(resource: string, workload: Resource, cluster: Cluster): boolean {
  return cluster.ofKind('LimitRange', '').some(range => {
    const limits = range.body.as<Untyped>().get('spec').get('limits');
    const gives = (limit: Cursor): boolean => ['default', 'defaultRequest'].some(key => limit.get(key).isOpen || limit.get(key).get(resource).isWritten);
    return mayMeet(range, workload) && (limits.isOpen || limits.items().some(gives));
  });
}

/** A VerticalPodAutoscaler writes requests into the pods, or may. */
function isResized(workload: Resource, cluster: Cluster): boolean {
  return referencesOf(cluster)
    .ofRows(['vpa-target'])
    .some(reference => reference.kind === undefined || reference.name.state === 'unknown' || findTarget(reference, cluster) === workload);
}

/** Whether a container surely asks for none of the resource: a limit counts as a request too. */
function lacks({ body }: Container, resource: string): boolean {
  const resources = body.as<Untyped>().get('resources');
  return ['requests', 'limits'].every(key => !resources.isOpen && !resources.get(key).isOpen && resources.get(key).get(resource).isAbsent);
}

/**
 * Whether nothing outside the files can give requests to the pods of a workload: a LimitRange stands in a namespace, so where the set makes
 * the namespace it would hold that too.
 */
export function areRequestsShown({ namespace }: Resource, cluster: Cluster): boolean {
  const name = valueOf(namespace);
  return cluster.absenceProves || (name !== undefined && !cluster.isOpen && cluster.byName('Namespace', name).length > 0);
}

/** Containers that run beside a metric of their pods and request nothing of its resource, so that the metric has no value (S-329). */
export function findUnrequested(resource: string, template: PodTemplate, cluster: Cluster): readonly Container[] {
  if (
    cluster.hasUnread ||
    template.spec.as<Untyped>().get('resources').isWritten ||
    isGivenByNamespace(resource, template.workload, cluster) ||
    isResized(template.workload, cluster)
  )
    return [];
  return runningContainers(template).filter(container => lacks(container, resource));
}

/** Containers that injectors add, which no template shows. */
const INJECTED = /^(?:istio-proxy|linkerd-proxy|envoy|envoy-sidecar|daprd|consul-.*|vault-agent.*|otc-container|jaeger-agent|.*-proxy)$/;

/** A metric of one container that the pods do not have. */
export interface ContainerMetric {
  readonly name: string;
  readonly at: Place;
}

/** Containers that metrics name and that the pods surely lack. */
export function findLostContainers({ from }: Reference, template: PodTemplate): readonly ContainerMetric[] {
  const metrics = from.body.as<Untyped>().get('spec').get('metrics').items();
  const names = template.containers.map(container => valueOf(container.name));
  if (template.containersOpen || names.includes(undefined)) return [];
  return metrics.flatMap(metric => {
    const field = metric.get('containerResource').get('container').string();
    const name = valueOf(field);
    return name === undefined || names.includes(name) || INJECTED.test(name) ? [] : [{ name, at: field.at }];
  });
}
