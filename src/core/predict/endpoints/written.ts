import { isLeftAlone, MIRRORING_CONTROLLER, type Endpoints, type EndpointSlice, type EndpointsSubset, type PortList } from '../../model/endpoints.ts';
import { labelOf } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import { portKeyOf } from './ports.ts';
import { repackSubsets, type ReadSubset, type StoredSubset } from './repack.ts';
import type { Doubt, Predicted, PredictedEndpoint, PredictedPort, PredictedSlice } from './types.ts';

/** Addresses of one subset that the mirroring controller takes, and endpoints of one slice that it makes (S-054). */
const MOST_MIRRORED = 1000;

function readPorts({ ports, portsOpen }: PortList): readonly PredictedPort[] | undefined {
  const read = ports.map(port => {
    const [name, protocol] = [valueOf(port.name), valueOf(port.protocol)];
    if (name === undefined || protocol === undefined || port.number.state === 'unknown' || port.appProtocol.state === 'unknown') return undefined;
    return { name, protocol, port: valueOf(port.number), appProtocol: valueOf(port.appProtocol), from: undefined, to: undefined };
  });
  const known = read.filter(port => port !== undefined);
  return portsOpen || known.length < read.length ? undefined : known;
}

function doubtIn(resource: Endpoints['resource']): Doubt {
  return { reason: `${labelOf(resource)} holds values that are not known`, at: resource.body.at };
}

function readSliceEndpoints(slice: EndpointSlice): readonly PredictedEndpoint[] | undefined {
  const endpoints: PredictedEndpoint[] = [];
  for (const { body, addresses, hostname } of slice.endpoints) {
    const conditions = body.get('conditions');
    const [ready, serving, terminating] = [conditions.get('ready').boolean(), conditions.get('serving').boolean(), conditions.get('terminating').boolean()];
    if ([ready, serving, terminating, hostname, ...addresses].some(field => field.state === 'unknown') || body.isOpen) return undefined;
    const stated = { hostname: valueOf(hostname), ready: valueOf(ready), serving: valueOf(serving), terminating: valueOf(terminating) };
    for (const address of addresses) endpoints.push({ pod: undefined, address: valueOf(address), ...stated });
  }
  return slice.endpointsOpen ? undefined : endpoints;
}

/** The slice that a manifest writes, as it is stored. */
export function predictWrittenSlice(slice: EndpointSlice): Predicted<PredictedSlice> {
  const [addressType, ports, endpoints] = [valueOf(slice.addressType), readPorts(slice), readSliceEndpoints(slice)];
  if (addressType === undefined || !ports || !endpoints) return { doubt: doubtIn(slice.resource) };
  return { value: { addressType, managedBy: valueOf(slice.managedBy), ports, endpoints, source: slice.resource } };
}

interface Mirror {
  readonly addressType: string;
  readonly ports: readonly PredictedPort[];
  readonly endpoints: Map<string, PredictedEndpoint>;
}

function mirrorSubset({ ports, addresses }: StoredSubset, mirrors: Map<string, Mirror>): void {
  const inOrder = [...addresses.filter(({ ready }) => ready), ...addresses.filter(({ ready }) => !ready)];
  for (const { ip, hostname, ready } of inOrder.slice(0, MOST_MIRRORED)) {
    const addressType = ip.includes(':') ? 'IPv6' : 'IPv4';
    const key = `${addressType} ${portKeyOf(ports)}`;
    const mirror = mirrors.get(key) ?? { addressType, ports, endpoints: new Map<string, PredictedEndpoint>() };
    mirrors.set(key, mirror);
    const identity = `${ip} ${hostname ?? ''}`;
    const stated = { ready, serving: undefined, terminating: undefined };
    if (!mirror.endpoints.has(identity)) mirror.endpoints.set(identity, { pod: undefined, address: ip, hostname, ...stated });
  }
}

function readSubset(subset: EndpointsSubset): ReadSubset | undefined {
  const ports = readPorts(subset);
  const hidden = subset.addressesOpen || subset.addresses.some(({ ip, hostname }) => ip.state !== 'known' || hostname.state === 'unknown');
  return ports && !hidden ? { ports, addresses: subset.addresses } : undefined;
}

/** The slices that the mirroring controller makes of Endpoints whose Service has no selector (S-054). */
export function predictMirrored(endpoints: Endpoints): Predicted<readonly PredictedSlice[]> {
  const leftAlone = isLeftAlone(endpoints);
  if (leftAlone === 'yes') return { value: [] };
  const subsets = endpoints.subsets.map(readSubset).filter(subset => subset !== undefined);
  if (leftAlone === 'unknown' || endpoints.subsetsOpen || subsets.length < endpoints.subsets.length) return { doubt: doubtIn(endpoints.resource) };
  const mirrors = new Map<string, Mirror>();
  for (const subset of repackSubsets(subsets)) mirrorSubset(subset, mirrors);
  const slices = [...mirrors.values()].map(mirror => ({
    addressType: mirror.addressType,
    managedBy: MIRRORING_CONTROLLER,
    ports: mirror.ports,
    endpoints: [...mirror.endpoints.values()],
    source: endpoints.resource,
  }));
  return { value: slices };
}
