import type { Container, ContainerPort, EnvVar, PodSpec } from 'kubernetes-types/core/v1.d.ts';
import { isWhole, renderQuantity } from '../../../../model/quantity.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { defaultsHostPorts, protocolOf } from './container-ports.ts';
import { containersOf } from './containers.ts';
import type { PodContext } from '../pod/pod-context.ts';
import { readRequests, readResourceList, type ResourceAmount } from './resources.ts';

const BYTES: ReadonlySet<string> = new Set(['memory', 'ephemeral-storage']);

/** Part of a byte, such as memory with the suffix `m`. */
export function warnOfFraction({ name, at, field, quantity }: ResourceAmount, to: Refusals): void {
  if (!quantity || !BYTES.has(name) || isWhole(quantity)) return;
  to.warn('resources/fraction-warning', at, `${field}: fractional byte value "${renderQuantity(quantity)}" is invalid, must be an integer`, { since: 28 });
}

/** Whether an earlier definition of a variable is lost by this one: it is not used in it. Undefined where it is not known. */
function hidesEarlier(variable: Cursor<EnvVar>, name: string): boolean | undefined {
  if (variable.get('valueFrom').isPresent) return true;
  const value = variable.get('value');
  const reference = `$(${name})`;
  const text = value.isAbsent ? '' : value.text;
  if (text === undefined || (textOf(value) === undefined && !text.includes(reference))) return undefined;
  return text === reference || !text.includes(reference);
}

/** Variables that stand twice (S-200). */
function warnOfHiddenEnv(variables: Cursor<EnvVar[]>, to: Refusals): void {
  if (variables.isOpen) return;
  const seen = new Set<string>();
  for (const variable of variables.items()) {
    const name = textOf(variable.get('name'));
    if (name === undefined) continue;
    if (seen.has(name) && hidesEarlier(variable, name) === true) {
      const text = `${variable.fieldPath}: hides previous definition of "${name}", which may be dropped when using apply`;
      to.warn('env/hidden-warning', variable, text);
    }
    seen.add(name);
  }
}

/** A port as the server holds it. */
interface HeldPort {
  readonly at: Cursor<ContainerPort>;
  /** The container whose port it is. */
  readonly list: string;
  readonly name: string | undefined;
  readonly number: number;
  readonly protocol: string;
  readonly hostPort: number;
  readonly hostIP: string;
}

function readHeldPort(at: Cursor<ContainerPort>, isOnHostNetwork: boolean | undefined): HeldPort | undefined {
  const [number, protocol, hostIP] = [numberOf(at.get('containerPort')), protocolOf(at), textOf(at.get('hostIP'))];
  const written = numberOf(at.get('hostPort'));
  const hostPort = written !== 0 || isOnHostNetwork === false ? written : isOnHostNetwork ? number : undefined;
  if (number === undefined || protocol === undefined || hostIP === undefined || hostPort === undefined) return undefined;
  return { at, list: at.parent?.fieldPath ?? '', name: textOf(at.get('name')), number, protocol, hostPort, hostIP };
}

/** How two definitions of one port and protocol stand to each other (S-182). */
function overlapOf(port: HeldPort, other: HeldPort): string | undefined {
  if (port.hostIP === other.hostIP && port.hostPort === other.hostPort) return 'duplicate';
  if (port.hostPort === 0 || other.hostPort === 0) return 'overlapping';
  const isAmbiguous = port.hostPort === other.hostPort && (port.hostIP === '') !== (other.hostIP === '');
  return isAmbiguous ? 'dangerously ambiguous' : undefined;
}

function warnOfOverlap(port: HeldPort, before: readonly HeldPort[], to: Refusals): void {
  for (const other of before) {
    const overlap = port.number === other.number && port.protocol === other.protocol ? overlapOf(port, other) : undefined;
    if (overlap === undefined) continue;
    const check = port.list === other.list ? 'port/repeated-warning' : 'port/shared-warning';
    to.warn(check, port.at, `${port.at.fieldPath}: ${overlap} port definition with ${other.at.fieldPath}`, { since: 28 });
  }
}

/** Names that Services and probes look up, where two ports of the pod have them (S-181). */
function warnOfName({ at, name }: HeldPort, before: readonly HeldPort[], to: Refusals): void {
  const first = name === undefined || name === '' ? undefined : before.find(other => other.name === name)?.at.fieldPath;
  if (name === undefined || first === undefined) return;
  const use = `services and probes that select ports by name will use ${first}`;
  to.warn('port/name-warning', at, `${at.fieldPath}: duplicate port name "${name}" with ${first}, ${use}`, { since: 33 });
}

/** An address of the node without a port of it does nothing (S-184). The server dumps the whole port. */
function warnOfHostIP({ at, name = '', number, protocol, hostPort, hostIP }: HeldPort, to: Refusals): void {
  if (hostIP === '' || hostPort !== 0) return;
  const dump = `{Name:${name} HostPort:0 ContainerPort:${String(number)} Protocol:${protocol} HostIP:${hostIP}}`;
  to.warn('port/host-ip-warning', at, `${at.fieldPath}: hostIP set without hostPort: ${dump}`, { since: 28 });
}

function warnOfPorts(containers: readonly Cursor<Container>[], to: Refusals, isOnHostNetwork: boolean | undefined): void {
  const before: HeldPort[] = [];
  for (const at of containers.filter(container => !container.get('ports').isOpen).flatMap(container => container.get('ports').items())) {
    const port = readHeldPort(at, isOnHostNetwork);
    if (!port) continue;
    warnOfHostIP(port, to);
    warnOfOverlap(port, before, to);
    warnOfName(port, before, to);
    before.push(port);
  }
}

/** What the server says of containers although it takes them. */
export function warnOfContainers(spec: Cursor<PodSpec>, to: Refusals, context: PodContext): void {
  const containers = containersOf(spec);
  for (const container of containers) {
    const resources = container.get('resources');
    for (const amount of readResourceList(resources.get('limits'))) warnOfFraction(amount, to);
    for (const amount of readRequests(resources, !context.isTemplate)) warnOfFraction(amount, to);
    warnOfHiddenEnv(container.get('env'), to);
  }
  warnOfPorts(containers, to, defaultsHostPorts(spec, context));
}
