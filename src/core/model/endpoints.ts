import type {
  EndpointAddress,
  EndpointPort as EndpointsPortSpec,
  Endpoints as EndpointsSpec,
  EndpointSubset as SubsetSpec,
} from 'kubernetes-types/core/v1.d.ts';
import type { Endpoint as EndpointSpec, EndpointPort as SlicePortSpec, EndpointSlice as EndpointSliceSpec } from 'kubernetes-types/discovery/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import type { Answer } from './answer.ts';
import { withDefault } from './default.ts';
import type { Resource } from './resource.ts';

export const SERVICE_NAME_LABEL = 'kubernetes.io/service-name';
export const MANAGED_BY_LABEL = 'endpointslice.kubernetes.io/managed-by';
export const SKIP_MIRROR_LABEL = 'endpointslice.kubernetes.io/skip-mirror';
export const LEADER_ANNOTATION = 'control-plane.alpha.kubernetes.io/leader';
export const SLICE_CONTROLLER = 'endpointslice-controller.k8s.io';
export const MIRRORING_CONTROLLER = 'endpointslicemirroring-controller.k8s.io';

/** A port of an EndpointSlice or of a subset of Endpoints. Traffic reaches it by name and protocol, not by number (S-057). */
export interface EndpointPort {
  readonly body: Cursor<SlicePortSpec | EndpointsPortSpec>;
  /** "" where none is written, which is the name of an unnamed Service port. */
  readonly name: Field<string>;
  /** Absent in a slice for all ports. */
  readonly number: Field<number>;
  /** TCP where none is written. */
  readonly protocol: Field<string>;
  readonly appProtocol: Field<string>;
}

export interface PortList {
  readonly ports: readonly EndpointPort[];
  /** True when there may be ports that are not shown. */
  readonly portsOpen: boolean;
}

/** One endpoint of an EndpointSlice: its addresses stand for one another. */
export interface SliceEndpoint {
  readonly body: Cursor<EndpointSpec>;
  readonly addresses: readonly Field<string>[];
  readonly hostname: Field<string>;
}

export interface EndpointSlice extends PortList {
  readonly kind: 'EndpointSlice';
  readonly resource: Resource;
  /** The label that ties the slice to a Service; its own name ties nothing (S-056). */
  readonly serviceName: Field<string>;
  readonly managedBy: Field<string>;
  readonly addressType: Field<string>;
  readonly endpoints: readonly SliceEndpoint[];
  /** True when there may be endpoints that are not shown. */
  readonly endpointsOpen: boolean;
}

/** An address of Endpoints; those that are not ready stand in a list of their own. */
export interface SubsetAddress {
  readonly body: Cursor<EndpointAddress>;
  readonly ip: Field<string>;
  readonly hostname: Field<string>;
  readonly ready: boolean;
}

export interface EndpointsSubset extends PortList {
  readonly addresses: readonly SubsetAddress[];
  readonly addressesOpen: boolean;
}

export interface Endpoints {
  readonly kind: 'Endpoints';
  readonly resource: Resource;
  readonly subsets: readonly EndpointsSubset[];
  readonly subsetsOpen: boolean;
  /** The label with which the mirroring controller leaves the object alone when it says "true" (S-054). */
  readonly skipMirror: Field<string>;
  /** The annotation of old leader elections: such an object holds no endpoints (S-054). */
  readonly leader: Field<string>;
}

/** Endpoints as a manifest writes them, in either of the two kinds. */
export type WrittenEndpoints = Endpoints | EndpointSlice;

function mayHide<T>(list: Cursor<T>): boolean {
  return list.isOpen || list.items().some(item => !item.isMapping);
}

function readPort(body: Cursor<SlicePortSpec | EndpointsPortSpec>): EndpointPort {
  return {
    body,
    name: withDefault(body.get('name').string(), ''),
    number: body.get('port').number(),
    protocol: withDefault(body.get('protocol').string(), 'TCP'),
    appProtocol: body.get('appProtocol').string(),
  };
}

function readPorts(list: Cursor<readonly (SlicePortSpec | EndpointsPortSpec)[]>): PortList {
  return { ports: list.items().map(readPort), portsOpen: mayHide(list) };
}

function readLabel(resource: Resource, key: string): Field<string> {
  return resource.metadata.get('labels').as<Readonly<Record<string, string>>>().get(key).string();
}

function readSliceEndpoint(body: Cursor<EndpointSpec>): SliceEndpoint {
  const addresses = body.get('addresses').as<readonly string[]>();
  return { body, addresses: addresses.items().map(address => address.string()), hostname: body.get('hostname').string() };
}

export function readEndpointSlice(resource: Resource): EndpointSlice {
  const body = resource.body.as<EndpointSliceSpec>();
  const endpoints = body.get('endpoints').as<readonly EndpointSpec[]>();
  const { ports, portsOpen } = readPorts(body.get('ports').as<readonly SlicePortSpec[]>());
  return {
    kind: 'EndpointSlice',
    resource,
    serviceName: readLabel(resource, SERVICE_NAME_LABEL),
    managedBy: readLabel(resource, MANAGED_BY_LABEL),
    addressType: body.get('addressType').string(),
    ports,
    portsOpen: portsOpen || body.isOpen,
    endpoints: endpoints.items().map(readSliceEndpoint),
    endpointsOpen: mayHide(endpoints) || body.isOpen,
  };
}

function readAddress(body: Cursor<EndpointAddress>, ready: boolean): SubsetAddress {
  return { body, ip: body.get('ip').string(), hostname: body.get('hostname').string(), ready };
}

function readSubset(body: Cursor<SubsetSpec>): EndpointsSubset {
  const ready = body.get('addresses').as<readonly EndpointAddress[]>();
  const notReady = body.get('notReadyAddresses').as<readonly EndpointAddress[]>();
  const { ports, portsOpen } = readPorts(body.get('ports').as<readonly EndpointsPortSpec[]>());
  return {
    ports,
    portsOpen: portsOpen || body.isOpen,
    addresses: [...ready.items().map(address => readAddress(address, true)), ...notReady.items().map(address => readAddress(address, false))],
    addressesOpen: mayHide(ready) || mayHide(notReady) || body.isOpen,
  };
}

export function readEndpoints(resource: Resource): Endpoints {
  const body = resource.body.as<EndpointsSpec>();
  const subsets = body.get('subsets').as<readonly SubsetSpec[]>();
  const annotations = resource.metadata.get('annotations').as<Readonly<Record<string, string>>>();
  return {
    kind: 'Endpoints',
    resource,
    subsets: subsets.items().map(readSubset),
    subsetsOpen: mayHide(subsets) || body.isOpen,
    skipMirror: readLabel(resource, SKIP_MIRROR_LABEL),
    leader: annotations.get(LEADER_ANNOTATION).string(),
  };
}

/** Whether a controller wrote the slice that `kubectl get` showed: an observation, not a claim of the manifests. */
export function isObservation(slice: EndpointSlice): boolean {
  const managedBy = valueOf(slice.managedBy);
  return slice.resource.observed && (managedBy === SLICE_CONTROLLER || managedBy === MIRRORING_CONTROLLER);
}

/** The Service that the object belongs to: by label for a slice, by its own name for Endpoints (S-054, S-056). */
export function serviceNameOf(endpoints: WrittenEndpoints): Field<string> {
  return endpoints.kind === 'Endpoints' ? endpoints.resource.name : endpoints.serviceName;
}

/** All port lists of the object: one of a slice, one a subset of Endpoints. */
export function portListsOf(endpoints: WrittenEndpoints): readonly PortList[] {
  return endpoints.kind === 'Endpoints' ? endpoints.subsets : [endpoints];
}

/** Whether the mirroring controller leaves Endpoints alone, so that no slice is made of them (S-054). */
export function isLeftAlone({ skipMirror, leader }: Endpoints): Answer {
  if (valueOf(skipMirror) === 'true' || leader.state === 'known') return 'yes';
  return skipMirror.state === 'unknown' || leader.state === 'unknown' ? 'unknown' : 'no';
}
