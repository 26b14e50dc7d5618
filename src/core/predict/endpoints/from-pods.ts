import { SLICE_CONTROLLER } from '../../model/endpoints.ts';
import { labelOf } from '../../model/resource.ts';
import type { Service } from '../../model/service.ts';
import { valueOf, valueOr } from '../../yaml/field.ts';
import { predictFamilies } from './families.ts';
import { hostnameOf, type PodSet } from './pods.ts';
import { portKeyOf, resolvePorts } from './ports.ts';
import { selectPods, type PredictionContext } from './selected.ts';
import type { Doubt, Predicted, PredictedEndpoint, PredictedPod, PredictedPort, PredictedSlice, ServiceEndpoints } from './types.ts';

/** Endpoints of one slice (S-051). */
const MOST_ENDPOINTS = 100;

interface PortGroup {
  readonly ports: readonly PredictedPort[];
  readonly endpoints: PredictedEndpoint[];
}

/** `endpoints[].hostname`: set when the pod names this Service as its subdomain, headless or not (S-034). */
function predictHostname(service: Service, pod: PredictedPod): Predicted<string | undefined> {
  const { hostname, subdomain } = hostnameOf(pod);
  const [host, domain, name] = [valueOr(hostname, ''), valueOr(subdomain, ''), valueOf(service.resource.name)];
  if (host === '' || domain === '' || (domain !== undefined && domain !== name)) return { value: undefined };
  const hidden = host === undefined ? hostname : subdomain;
  if (host === undefined || domain === undefined) return { doubt: { reason: `host names in ${labelOf(pod.template.workload)} are not known`, at: hidden.at } };
  return { value: host };
}

/** Endpoints of the pods of one template (S-031). */
function predictEndpointsOf(service: Service, { pods, state }: PodSet): Predicted<readonly PredictedEndpoint[]> {
  const field = service.spec.get('publishNotReadyAddresses').boolean();
  const publish = valueOr(field, false);
  const settled = state.ready && !state.terminating;
  if (publish === undefined && !settled) return { doubt: { reason: 'whether it publishes addresses that are not ready is not known', at: field.at } };
  const endpoints: PredictedEndpoint[] = [];
  for (const pod of pods) {
    const hostname = predictHostname(service, pod);
    if (hostname.doubt) return hostname;
    const ready = settled || publish === true;
    endpoints.push({ pod, address: undefined, hostname: hostname.value, ready, serving: state.ready, terminating: state.terminating });
  }
  return { value: endpoints };
}

function groupByPorts(service: Service, sets: readonly PodSet[], context: PredictionContext): { groups: readonly PortGroup[]; doubts: readonly Doubt[] } {
  const groups = new Map<string, PortGroup>();
  const doubts: Doubt[] = [];
  for (const set of sets.filter(({ pods }) => pods.length > 0)) {
    const ports = resolvePorts(service, set.template, context.cluster.target.minors);
    const endpoints = predictEndpointsOf(service, set);
    if (ports.doubt) doubts.push(ports.doubt);
    else if (endpoints.doubt) doubts.push(endpoints.doubt);
    else {
      const key = portKeyOf(ports.value);
      const group = groups.get(key) ?? { ports: ports.value, endpoints: [] };
      groups.set(key, group);
      for (const endpoint of endpoints.value) group.endpoints.push(endpoint);
    }
  }
  return { groups: [...groups.values()], doubts };
}

function sliceOf(addressType: string, { ports, endpoints }: PortGroup): PredictedSlice[] {
  const slices: PredictedSlice[] = [];
  for (let start = 0; start < Math.max(1, endpoints.length); start += MOST_ENDPOINTS)
    slices.push({ addressType, managedBy: SLICE_CONTROLLER, ports, endpoints: endpoints.slice(start, start + MOST_ENDPOINTS), source: undefined });
  return slices;
}

/** The slices that the EndpointSlice controller makes for a Service with a selector. */
export function predictFromPods(service: Service, context: PredictionContext): ServiceEndpoints {
  const families = predictFamilies(service, context.environment);
  const selected = selectPods(service, context);
  const { groups, doubts } = groupByPorts(service, selected.sets, context);
  const all = [...(families.doubt ? [families.doubt] : []), ...selected.doubts, ...doubts];
  // Nobody selected: one slice a family stays, without ports and endpoints (S-026). With doubts, that is not sure.
  const shown = groups.length > 0 || all.length > 0 ? groups : [{ ports: [], endpoints: [] }];
  const slices = (families.value ?? []).flatMap(family => shown.flatMap(group => sliceOf(family, group)));
  return { service, slices, doubts: all };
}
