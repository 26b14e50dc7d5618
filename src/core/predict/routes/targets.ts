import { labelOf, nameplateOf } from '../../model/resource.ts';
import type { PodTemplate } from '../../model/pod.ts';
import { isSelecting, type ServicePort } from '../../model/service.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Doubt, PredictedEndpoint, PredictedPort, PredictedSlice, ServiceEndpoints } from '../endpoints/types.ts';
import { mayHidePods } from '../hidden-pods.ts';
import type { RouteContext } from './context.ts';
import type { Break, RouteTarget } from './types.ts';

interface Found {
  readonly targets: readonly RouteTarget[];
  readonly breaks: Break | undefined;
  readonly doubts: readonly Doubt[];
}

function isOfPort({ name, protocol }: PredictedPort, port: ServicePort): boolean {
  return name === (valueOf(port.name) ?? '') && protocol === valueOf(port.protocol);
}

function targetOf({ pod, address }: PredictedEndpoint, { port, to }: PredictedPort, { source }: PredictedSlice, from: ServicePort): RouteTarget {
  const at = pod ? (to?.body.at ?? nameplateOf(pod.template.workload)) : (source?.body.at ?? from.body.at);
  return { template: pod?.template, address, port, count: pod && pod.index === undefined ? undefined : 1, at };
}

function keyOf({ template, address, port }: RouteTarget, ids: Map<PodTemplate, number>): string {
  const id = template && (ids.get(template) ?? ids.size);
  if (template && id !== undefined) ids.set(template, id);
  return `${String(id ?? address)} ${String(port)}`;
}

/** Endpoints that take requests, one entry a template: a pod is in a slice of each family and counts once. */
function gatherTargets(slices: readonly PredictedSlice[], port: ServicePort): readonly RouteTarget[] {
  const ids = new Map<PodTemplate, number>();
  const families = new Map<string, Map<string, RouteTarget>>();
  for (const slice of slices) {
    const family = families.get(slice.addressType) ?? new Map<string, RouteTarget>();
    families.set(slice.addressType, family);
    for (const slicePort of slice.ports.filter(candidate => isOfPort(candidate, port)))
      for (const endpoint of slice.endpoints.filter(({ ready, terminating }) => ready !== false && terminating !== true)) {
        const target = targetOf(endpoint, slicePort, slice, port);
        const key = keyOf(target, ids);
        const known = family.get(key);
        family.set(key, known?.count === undefined ? (known ?? target) : { ...known, count: known.count + (target.count ?? 0) });
      }
  }
  const all = new Map<string, RouteTarget>();
  for (const family of families.values()) for (const [key, target] of family) if (!all.has(key)) all.set(key, target);
  return [...all.values()];
}

function breakOf(rule: string, message: string, port: ServicePort): Break {
  return { rule, message, at: rule === 'target-port-unresolved' ? port.targetPort.at : port.service.selector.at };
}

/** Why a Service port has no endpoints that take requests, where nothing is in doubt. */
function explainNone(port: ServicePort, { slices }: ServiceEndpoints, { cluster }: RouteContext): Partial<Found> {
  const { service } = port;
  const label = labelOf(service.resource);
  const { sure, possible, elsewhere } = cluster.selectionOf(service);
  if (slices.some(({ endpoints }) => endpoints.length > 0)) {
    const resolved = slices.some(({ ports }) => ports.some(candidate => isOfPort(candidate, port)));
    if (resolved) return { doubts: [{ reason: `no pod of ${label} is ready`, at: service.selector.at }] };
    const name = String(valueOf(port.targetPort) ?? '');
    return { breaks: breakOf('target-port-unresolved', `No pod behind ${label} has a port "${name}"`, port) };
  }
  if (isSelecting(service) !== 'yes') {
    const reason = `${label} selects nothing, and nobody in these files writes its endpoints`;
    return cluster.absenceProves ? { breaks: breakOf('service-selector-missing', reason, port) } : { doubts: [{ reason, at: service.spec.at }] };
  }
  if (sure.length > 0) return { breaks: breakOf('service-selects-scaled-to-zero', `The pods that ${label} selects do not run`, port) };
  const [stray] = possible.length === 0 ? elsewhere : [];
  const namespace = stray && valueOf(stray.workload.namespace);
  if (stray && namespace !== undefined)
    return { breaks: breakOf('service-pods-in-other-namespace', `The pods that ${label} selects are in namespace "${namespace}"`, port) };
  const proves = !mayHidePods(service, cluster) && (cluster.absenceProves || cluster.isSelfContainedWithout(service));
  const message = `${label} selects no pod in these files`;
  return proves ? { breaks: breakOf('service-selects-no-pods', message, port) } : { doubts: [{ reason: message, at: service.selector.at }] };
}

/** What is said of the endpoints of a Service speaks of "it", which on the way of a request may be anything. */
function nameSubject({ reason, at }: Doubt, { service: { resource } }: ServicePort): Doubt {
  return { reason: reason.startsWith('it ') || reason.startsWith('its ') ? `of ${labelOf(resource)}: ${reason}` : reason, at };
}

/** The pods behind a port of a Service, through its endpoints. */
export function findTargets(port: ServicePort, context: RouteContext): Found {
  const endpoints = context.endpoints.get(port.service.resource);
  if (!endpoints) return { targets: [], breaks: undefined, doubts: [] };
  const targets = gatherTargets(endpoints.slices, port);
  const doubts = endpoints.doubts.map(doubt => nameSubject(doubt, port));
  if (targets.length > 0 || doubts.length > 0) return { targets, breaks: undefined, doubts };
  return { targets, breaks: undefined, doubts: [], ...explainNone(port, endpoints, context) };
}
