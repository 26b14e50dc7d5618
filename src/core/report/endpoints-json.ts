import type { Cluster } from '../model/cluster.ts';
import type { PredictedEndpoint, PredictedPod, PredictedPort, PredictedSlice, ServiceEndpoints } from '../predict/endpoints/types.ts';
import { valueOf } from '../yaml/field.ts';
import { renderSafeJson } from './escape.ts';
import { renderYaml, type PlainValue } from './yaml.ts';

/** The endpoints of the Services of one scope. */
export interface ScopeEndpoints {
  readonly cluster: Cluster;
  readonly services: readonly ServiceEndpoints[];
}

function portValue({ name, port, protocol, appProtocol }: PredictedPort): PlainValue {
  return { name, port: port ?? null, protocol, appProtocol: appProtocol ?? null };
}

/** The pod of a DaemonSet has number 0 where the number of nodes is not known: it stands for one a node. */
function podValue({ template: { workload }, index }: PredictedPod): PlainValue {
  return { kind: workload.kind, name: valueOf(workload.name) ?? null, index: index ?? 0 };
}

function endpointValue({ pod, address, hostname, ready, serving, terminating }: PredictedEndpoint): PlainValue {
  return {
    pod: pod ? podValue(pod) : null,
    address: address ?? null,
    hostname: hostname ?? null,
    ready: ready ?? null,
    serving: serving ?? null,
    terminating: terminating ?? null,
  };
}

function sliceValue({ addressType, managedBy, ports, endpoints }: PredictedSlice): PlainValue {
  return { addressType, managedBy: managedBy ?? null, ports: ports.map(portValue), endpoints: endpoints.map(endpointValue) };
}

/** Why not all is told, each reason once; null where all is. */
export function undecidedOf({ doubts }: ServiceEndpoints): string | null {
  return doubts.length === 0 ? null : [...new Set(doubts.map(({ reason }) => reason))].join('; ');
}

/** One Service of the contract. */
export function serviceValue(endpoints: ServiceEndpoints, scope: string): Readonly<Record<string, PlainValue>> {
  const { service, slices } = endpoints;
  const { file, span } = service.resource.body.at;
  return {
    namespace: valueOf(service.resource.namespace) ?? null,
    name: valueOf(service.resource.name) ?? null,
    type: valueOf(service.type) ?? null,
    path: file.path,
    line: file.lines.position(span.start).line,
    scope,
    undecided: undecidedOf(endpoints),
    slices: slices.map(sliceValue),
  };
}

/** The contract of design §9.2. */
export function endpointsValue(scopes: readonly ScopeEndpoints[]): PlainValue {
  return { version: 1, services: scopes.flatMap(({ cluster, services }) => services.map(endpoints => serviceValue(endpoints, cluster.scope))) };
}

export function renderValue(value: PlainValue, format: 'json' | 'yaml'): string {
  return format === 'json' ? renderSafeJson(value) : renderYaml(value);
}
