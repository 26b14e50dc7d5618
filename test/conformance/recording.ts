import { MIRRORING_CONTROLLER, SLICE_CONTROLLER } from '../../src/core/model/endpoints.ts';
import type { PredictedEndpoint, PredictedPort, PredictedSlice, ServiceEndpoints } from '../../src/core/predict/endpoints/types.ts';
import { valueOf } from '../../src/core/yaml/field.ts';

/** What the recording of a control plane holds of one slice. Absent keys are absent in the object. */
export interface RecordedSlice {
  readonly addressType: string;
  readonly managedBy: 'endpointslice' | 'mirroring' | 'user';
  readonly ports: readonly RecordedPort[];
  readonly endpoints: readonly RecordedEndpoint[];
}

export interface RecordedPort {
  readonly name: string;
  readonly protocol: string;
  readonly port?: number;
  readonly appProtocol?: string;
}

export interface RecordedEndpoint {
  readonly owner?: string;
  readonly ordinal?: number;
  readonly addresses?: readonly string[];
  readonly hostname?: string;
  readonly ready: boolean | null;
  readonly serving: boolean | null;
  readonly terminating: boolean | null;
  readonly count: number;
}

export interface RecordedCluster {
  readonly id: string;
  readonly yaml: string;
  readonly services: Readonly<Record<string, { readonly slices: readonly RecordedSlice[] }>>;
  readonly refused: readonly { readonly object: string }[];
}

const CONTROLLERS: Readonly<Record<string, RecordedSlice['managedBy']>> = { [SLICE_CONTROLLER]: 'endpointslice', [MIRRORING_CONTROLLER]: 'mirroring' };

function recordPort({ name, protocol, port, appProtocol }: PredictedPort): RecordedPort {
  return { name, protocol, ...(port === undefined ? {} : { port }), ...(appProtocol === undefined ? {} : { appProtocol }) };
}

function recordEndpoint({ pod, address, hostname, ready, serving, terminating }: PredictedEndpoint): RecordedEndpoint {
  const workload = pod?.template.workload;
  return {
    ...(workload ? { owner: `${workload.kind}/${valueOf(workload.name) ?? ''}` } : {}),
    ...(workload?.kind === 'StatefulSet' && pod?.index !== undefined ? { ordinal: pod.index } : {}),
    ...(address === undefined ? {} : { addresses: [address] }),
    ...(hostname === undefined ? {} : { hostname }),
    ready: ready ?? null,
    serving: serving ?? null,
    terminating: terminating ?? null,
    count: 1,
  };
}

/** A prediction in the words of the recording. */
export function recordSlice({ addressType, managedBy, ports, endpoints, source }: PredictedSlice): RecordedSlice {
  const controller = source?.kind === 'EndpointSlice' ? undefined : CONTROLLERS[managedBy ?? ''];
  return { addressType, managedBy: controller ?? 'user', ports: ports.map(recordPort), endpoints: endpoints.map(recordEndpoint) };
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

function countEqual(endpoints: readonly RecordedEndpoint[]): string[] {
  const counts = new Map<string, number>();
  for (const { count, ...endpoint } of endpoints) counts.set(sortedText(endpoint), (counts.get(sortedText(endpoint)) ?? 0) + count);
  return [...counts].map(([endpoint, count]) => `${String(count)} ${endpoint}`).sort();
}

/** Slices as text that is equal for equal multisets, whatever their order. */
export function canonical(slices: readonly RecordedSlice[]): string[] {
  return slices.map(({ ports, endpoints, ...rest }) => sortedText({ ...rest, ports: ports.map(sortedText).sort(), endpoints: countEqual(endpoints) })).sort();
}

/** `namespace/name` of a Service; a manifest without a namespace was applied to the namespace "default". */
export function keyOf({ service }: ServiceEndpoints): string {
  return `${valueOf(service.resource.namespace) ?? 'default'}/${valueOf(service.resource.name) ?? ''}`;
}
