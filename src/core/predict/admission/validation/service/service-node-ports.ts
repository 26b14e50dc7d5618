import type { Service, ServicePort } from 'kubernetes-types/core/v1.d.ts';
import type { Target } from '../../../../model/cluster.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { CheckId } from '../../checks/index.ts';
import { numberOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { CreateStep } from '../../validator.ts';
import { areAllPortsKnown, isType, needsHealthCheck, type ServiceSpec } from './service-spec.ts';

/** The node port that an entry of `spec.ports` gets. */
interface NodePort {
  readonly body: Cursor<ServicePort>;
  /** 0 for none. */
  readonly number: number;
  /** The entry that writes the number; undefined where the server chooses it. */
  readonly written: Cursor<number> | undefined;
  /** The allocator is asked for it: entries of one port number share their node port (S-082). */
  readonly isAsked: boolean;
}

interface PortNumbers {
  readonly body: Cursor<ServicePort>;
  readonly port: number;
  readonly nodePort: number;
}

/** The number that a dry run stands in for the first one that is free. */
const FIRST_STAND_IN = 32_769;

function readNumbers(spec: ServiceSpec): readonly PortNumbers[] | undefined {
  const numbers: PortNumbers[] = [];
  for (const body of spec.get('ports').items()) {
    const [port, nodePort] = [numberOf(body.get('port')), numberOf(body.get('nodePort'))];
    if (port === undefined || nodePort === undefined) return undefined;
    numbers.push({ body, port, nodePort });
  }
  return areAllPortsKnown(spec) ? numbers : undefined;
}

/** Whether entries without a number get one (S-082). */
function choosesNodePorts(spec: ServiceSpec): boolean {
  const allocate = pointerOf(spec.get('allocateLoadBalancerNodePorts').boolean());
  return isType(spec, 'NodePort') === 'yes' || allocate === null || allocate === true;
}

/** The node ports of all entries, as a dry run assigns them; undefined where the Service gets none, or not all is known. */
function assignNodePorts(spec: ServiceSpec): readonly NodePort[] | undefined {
  const numbers = readNumbers(spec);
  return numbers && isType(spec, 'NodePort', 'LoadBalancer') === 'yes' ? assign(numbers, choosesNodePorts(spec)) : undefined;
}

function writtenNodePorts(spec: ServiceSpec): readonly Pick<NodePort, 'body' | 'number'>[] {
  return spec
    .get('ports')
    .items()
    .map(body => ({ body, number: numberOf(body.get('nodePort')) ?? 0 }));
}

function assign(numbers: readonly PortNumbers[], chooses: boolean): readonly NodePort[] {
  const byPort = new Map<number, number>();
  const allocated: number[] = [];
  return numbers.map(({ body, port, nodePort }): NodePort => {
    const shared = byPort.get(port);
    if (nodePort === 0 && !chooses) return { body, number: 0, written: undefined, isAsked: false };
    if (shared !== undefined && (nodePort === 0 || nodePort === shared)) {
      return { body, number: shared, written: nodePort === 0 ? undefined : body.get('nodePort'), isAsked: false };
    }
    const asking = shared === undefined ? numbers.find(each => each.port === port && each.nodePort !== 0) : { body, nodePort };
    const number = asking?.nodePort ?? Math.max(FIRST_STAND_IN - 1, ...allocated) + 1;
    if (shared === undefined) byPort.set(port, number);
    allocated.push(number);
    return { body, number, written: asking?.body.get('nodePort'), isAsked: asking !== undefined };
  });
}

/** One node port for each protocol and number (S-120), those that the server shares out among entries included. */
export function validateUniqueNodePorts(spec: ServiceSpec, to: Refusals): void {
  const seen = new Set<string>();
  if (!areAllPortsKnown(spec)) return;
  for (const { body, number } of assignNodePorts(spec) ?? writtenNodePorts(spec)) {
    const protocol = textOf(body.get('protocol'));
    const key = `${protocol === '' ? 'TCP' : (protocol ?? '')} ${String(number)}`;
    if (number === 0 || protocol === undefined) continue;
    if (seen.has(key)) to.duplicate('service/node-port-duplicated', body.get('nodePort'), { value: number });
    seen.add(key);
  }
}

/** A number is allocated once: two entries share it only if they have one port number (S-081). */
function allocate(spec: ServiceSpec, to: Refusals): void {
  const allocated = new Set<number>();
  for (const { body, number, written, isAsked } of assignNodePorts(spec) ?? []) {
    if (number === 0 || !written || !isAsked) continue;
    const field = body.get('nodePort').fieldPath;
    if (allocated.has(number)) to.invalid('service/node-port-allocated', written, 'provided port is already allocated', { field });
    allocated.add(number);
  }
  const check = healthCheckNodePortOf(spec);
  if (check !== undefined && allocated.has(check)) refuseHealthCheck('service/node-port-allocated', spec, to, 'provided port is already allocated');
}

/** Numbers outside the range (S-079). */
function create(spec: ServiceSpec, to: Refusals, target: Target): void {
  if (isType(spec, 'NodePort', 'LoadBalancer') !== 'yes') return;
  for (const { body, number } of writtenNodePorts(spec)) {
    if (number !== 0 && !isInRange(number, target)) to.invalid('service/node-port-range', body.get('nodePort'), outsideOf(target));
  }
  const check = healthCheckNodePortOf(spec);
  if (check !== undefined && !isInRange(check, target)) refuseHealthCheck('service/node-port-range', spec, to, outsideOf(target));
}

/** The numbers that a Service asks for, against each other. */
export const ALLOCATE_NODE_PORTS: CreateStep = {
  tells: 'first',
  refuse(object, to) {
    allocate(object.as<Service>().get('spec'), to);
  },
};

/** What a real create refuses of node ports, and a dry run does not look at (S-350). */
export const CREATE_NODE_PORTS: CreateStep = {
  tells: 'first',
  refuse(object, to, { target }) {
    create(object.as<Service>().get('spec'), to, target);
  },
};

/** The number that the Service asks for its health check; undefined for none, and where it is not known. */
function healthCheckNodePortOf(spec: ServiceSpec): number | undefined {
  const number = needsHealthCheck(spec) === 'yes' ? numberOf(spec.get('healthCheckNodePort')) : undefined;
  return number === 0 ? undefined : number;
}

/** Refused without a field (S-086). */
function refuseHealthCheck(check: CheckId, spec: ServiceSpec, to: Refusals, why: string): void {
  const field = spec.get('healthCheckNodePort');
  const message = `Internal error occurred: failed to allocate requested HealthCheck NodePort ${String(numberOf(field))}: ${why}`;
  to.add(check, field, { reason: 'FieldValueInvalid', message }, { field: '' });
}

function isInRange(number: number, { nodePortRange: [first, last] }: Target): boolean {
  return number >= first && number <= last;
}

function outsideOf({ nodePortRange: [first, last] }: Target): string {
  return `provided port is not in the valid range. The range of valid ports is ${String(first)}-${String(last)}`;
}
