import type { ServicePort } from 'kubernetes-types/core/v1.d.ts';
import type { Target } from '../../../model/cluster.ts';
import type { Cursor } from '../../../yaml/cursor.ts';
import { numberOf, pointerOf, textOf } from '../read.ts';
import type { Refusals } from '../refusals.ts';
import { areAllPortsKnown, isType, needsHealthCheck, type ServiceSpec } from './service-spec.ts';

/** The node port that an entry of `spec.ports` gets. */
export interface NodePort {
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

/** The node ports of all entries, as a dry run assigns them; as they are written where the Service gets none or not all is known. */
export function nodePortsOf(spec: ServiceSpec): readonly NodePort[] {
  const numbers = readNumbers(spec);
  const asWritten = spec
    .get('ports')
    .items()
    .map((body): NodePort => ({ body, number: numberOf(body.get('nodePort')) ?? 0, written: body.get('nodePort'), isAsked: true }));
  return numbers && isType(spec, 'NodePort', 'LoadBalancer') === 'yes' ? assign(numbers, choosesNodePorts(spec)) : asWritten;
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
  for (const { body, number } of nodePortsOf(spec)) {
    const protocol = textOf(body.get('protocol'));
    const key = `${protocol === '' ? 'TCP' : (protocol ?? '')} ${String(number)}`;
    if (number === 0 || protocol === undefined) continue;
    if (seen.has(key)) to.duplicate('service/node-port-duplicated', body.get('nodePort'), { value: number });
    seen.add(key);
  }
}

/** What a real create refuses of node ports, and a dry run does not look at (S-350). */
export function allocateNodePorts(spec: ServiceSpec, to: Refusals, target: Target): void {
  if (isType(spec, 'NodePort', 'LoadBalancer') !== 'yes') return;
  const allocated = new Set<number>();
  for (const { body, number, written, isAsked } of nodePortsOf(spec)) {
    if (number === 0 || !written || !isAsked) continue;
    const options = { field: body.get('nodePort').fieldPath };
    if (!isInRange(number, target)) to.invalid('service/node-port-range', written, outsideOf(target), options);
    else if (allocated.has(number)) to.invalid('service/node-port-allocated', written, 'provided port is already allocated', options);
    allocated.add(number);
  }
  allocateHealthCheckNodePort(spec, to, target);
}

/** Refused without a field (S-086). */
function allocateHealthCheckNodePort(spec: ServiceSpec, to: Refusals, target: Target): void {
  const field = spec.get('healthCheckNodePort');
  const number = numberOf(field);
  if (needsHealthCheck(spec) !== 'yes' || number === undefined || number === 0 || isInRange(number, target)) return;
  const message = `Internal error occurred: failed to allocate requested HealthCheck NodePort ${String(number)}: ${outsideOf(target)}`;
  to.add('service/node-port-range', field, { reason: 'FieldValueInvalid', message }, { field: '' });
}

function isInRange(number: number, { nodePortRange: [first, last] }: Target): boolean {
  return number >= first && number <= last;
}

function outsideOf({ nodePortRange: [first, last] }: Target): string {
  return `provided port is not in the valid range. The range of valid ports is ${String(first)}-${String(last)}`;
}
