import type { Cluster } from '../model/cluster.ts';
import { isLeftAlone, portListsOf, serviceNameOf, type EndpointPort, type PortList, type WrittenEndpoints } from '../model/endpoints.ts';
import { sameNamespace } from '../model/namespace.ts';
import { isEmpty } from '../model/selector.ts';
import { isSelecting, type Service, type ServicePort } from '../model/service.ts';
import { valueOf } from '../yaml/field.ts';

/** The Service that endpoints of the manifests surely belong to: of its name, and in its namespace. */
export function findServiceOf(endpoints: WrittenEndpoints, cluster: Cluster): Service | undefined {
  const name = valueOf(serviceNameOf(endpoints));
  if (name === undefined) return undefined;
  return cluster.findServices(endpoints.resource, name).find(service => sameNamespace(service.resource, endpoints.resource) === 'yes');
}

/** Whether somebody means endpoints for a Service: not what the API server showed, a controller keeps apart, or an election of a leader. */
export function isHandWritten(endpoints: WrittenEndpoints): boolean {
  if (endpoints.resource.observed) return false;
  return endpoints.kind === 'EndpointSlice' ? endpoints.managedBy.state === 'absent' : endpoints.leader.state === 'absent' && endpoints.subsets.length > 0;
}

/** Whether a Service leaves its endpoints to others: it surely has no selector and is more than an alias (S-009, S-023). */
export function hasNoSelector(service: Service): boolean {
  return isSelecting(service) === 'no' && isEmpty(service.selector) && valueOf(service.type) !== 'ExternalName';
}

/** Endpoints and slices that give a Service addresses, or may: those that are never mirrored do not. */
export function endpointsServing(service: Service, cluster: Cluster): readonly WrittenEndpoints[] {
  const { endpoints } = cluster;
  return [...endpoints.endpointsOf(service).filter(object => isLeftAlone(object) !== 'yes'), ...endpoints.slicesOf(service)];
}

/** Whether something of the set gives a Service addresses, or may. */
export function mayHaveWritten(service: Service, cluster: Cluster): boolean {
  const { endpoints } = cluster;
  return endpoints.endpointsOf(service).length > 0 || endpoints.slicesOf(service).length > 0 || endpoints.findUnclear(service) !== undefined;
}

/** A Service port without endpoints, and the ports of the endpoints that no Service port asks for. */
export interface PortGap {
  readonly port: ServicePort;
  readonly spare: readonly EndpointPort[];
  /** True when the gap and the spare ports belong together: one is missing, and each list has one too many. */
  readonly pairs: boolean;
}

function isHidden({ ports, portsOpen }: PortList): boolean {
  return portsOpen || ports.some(({ name, protocol }) => name.state !== 'known' || protocol.state !== 'known');
}

function meet(port: ServicePort, other: EndpointPort): boolean {
  return (valueOf(port.name) ?? '') === valueOf(other.name) && valueOf(port.protocol) === valueOf(other.protocol);
}

function isReadable(port: ServicePort): boolean {
  return port.name.state !== 'unknown' && port.protocol.state === 'known';
}

/** Service ports that no endpoints of the set serve: these are joined by name and protocol (S-057). None where a value is not known. */
export function findPortGaps(service: Service, cluster: Cluster): readonly PortGap[] {
  const lists = endpointsServing(service, cluster).flatMap(portListsOf);
  if (cluster.endpoints.findUnclear(service) || service.portsOpen || lists.length === 0 || lists.some(isHidden) || !service.ports.every(isReadable)) return [];
  const gaps = service.ports.filter(port => !lists.some(({ ports }) => ports.some(other => meet(port, other))));
  const spareOf = ({ ports }: PortList): readonly EndpointPort[] => ports.filter(other => !service.ports.some(port => meet(port, other)));
  const pairs = gaps.length === 1 && lists.every(list => spareOf(list).length === 1);
  return gaps.map(port => ({ port, spare: lists.flatMap(spareOf), pairs }));
}

const WAITING = new WeakMap<Cluster, readonly Service[]>();

/** Services without a selector that nothing of the set gives addresses. */
export function servicesWithoutEndpoints(cluster: Cluster): readonly Service[] {
  const waiting = WAITING.get(cluster) ?? cluster.services.filter(service => hasNoSelector(service) && !mayHaveWritten(service, cluster));
  WAITING.set(cluster, waiting);
  return waiting;
}
