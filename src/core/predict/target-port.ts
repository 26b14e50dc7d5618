import { allOf, type Answer } from '../model/answer.ts';
import type { Container, ContainerPort } from '../model/pod.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { ServicePort } from '../model/service.ts';
import type { Field } from '../yaml/field.ts';
import { mayBeInjected } from './injected-sidecars.ts';

/** What a Service port becomes in the pods of one template. Each pod is looked at alone (S-042). */
export type TargetPort =
  | { readonly state: 'resolved'; readonly number: number; readonly declared: ContainerPort | undefined }
  | { readonly state: 'unresolved' }
  | { readonly state: 'unknown' };

const UNKNOWN: TargetPort = { state: 'unknown' };
const UNRESOLVED: TargetPort = { state: 'unresolved' };

/** From this minor on, named ports are looked up in native sidecars too (S-039). */
const SIDECAR_LOOKUP = 33;

function isEqual(field: Field<string>, value: string): Answer {
  return field.state === 'known' ? (field.value === value ? 'yes' : 'no') : field.state === 'absent' ? 'no' : 'unknown';
}

/** The first port of that name and protocol, in the order of containers and of their ports (S-038, S-049). */
function findNamed(name: string, protocol: string, containers: readonly Container[]): ContainerPort | 'unknown' | undefined {
  for (const container of containers) {
    for (const port of container.ports) {
      const answer = allOf([isEqual(port.name, name), isEqual(port.protocol, protocol)]);
      if (answer === 'yes') return port;
      if (answer === 'unknown') return 'unknown';
    }
    if (container.portsOpen) return 'unknown';
  }
  return undefined;
}

/** Init containers of which it is not known whether they stay as sidecars. */
function mayStay(container: Container): boolean {
  return container.role === 'init' && container.body.get('restartPolicy').isUnknown;
}

function findInSidecars(name: string, protocol: string, pod: PodTemplate, minors: readonly number[]): ContainerPort | 'unknown' | undefined {
  if (findNamed(name, protocol, pod.containers.filter(mayStay)) !== undefined) return 'unknown';
  const found = findNamed(
    name,
    protocol,
    pod.containers.filter(container => container.role === 'sidecar'),
  );
  if (found === undefined || minors.every(minor => minor >= SIDECAR_LOOKUP)) return found;
  return minors.every(minor => minor < SIDECAR_LOOKUP) ? undefined : 'unknown';
}

/** Whether the template shows all containers of its pods: not for custom resources, whose operator adds to them, nor for virtual machines. */
export function showsContainers(pod: PodTemplate): boolean {
  return pod.kind !== undefined && pod.containers.length > 0 && !pod.containersOpen;
}

function resolveName(name: string, protocol: Field<string>, pod: PodTemplate, minors: readonly number[]): TargetPort {
  if (protocol.state !== 'known' || !showsContainers(pod)) return UNKNOWN;
  const running = pod.containers.filter(container => container.role === 'container');
  const found = findNamed(name, protocol.value, running) ?? findInSidecars(name, protocol.value, pod, minors);
  if (found === undefined) return mayBeInjected(pod, name) ? UNKNOWN : UNRESOLVED;
  return found === 'unknown' || found.number.state !== 'known' ? UNKNOWN : { state: 'resolved', number: found.number.value, declared: found };
}

/** Containers that run as long as the pod does; the others' ports serve nobody (S-188). */
export function runningContainers(pod: PodTemplate): readonly Container[] {
  return pod.containers.filter(container => container.role !== 'init');
}

/** The ports that a pod declares with a number, whatever their protocol. */
export function declarationsOf(number: number, pod: PodTemplate): readonly ContainerPort[] {
  return runningContainers(pod).flatMap(container => container.ports.filter(port => port.number.state === 'known' && port.number.value === number));
}

/**
 * Where the endpoint controllers send a Service port in the pods of a template. A number is taken as it is, declared or not
 * (S-036); a name is looked up with the protocol of the Service port, and a name under another protocol is no match (S-040).
 */
export function resolveTargetPort(port: ServicePort, pod: PodTemplate, minors: readonly number[]): TargetPort {
  const { targetPort, protocol } = port;
  if (targetPort.state !== 'known') return UNKNOWN;
  if (typeof targetPort.value === 'string') return resolveName(targetPort.value, protocol, pod, minors);
  const declared = declarationsOf(targetPort.value, pod);
  const same = declared.find(
    declaration => declaration.protocol.state === 'known' && protocol.state === 'known' && declaration.protocol.value === protocol.value,
  );
  return { state: 'resolved', number: targetPort.value, declared: same };
}

/** Whether the Service leaves the target to the default: absent, 0 or "" (S-037). */
export function omitsTargetPort(port: ServicePort): boolean {
  const written = port.body.get('targetPort').as<unknown>().scalar();
  return written.state === 'absent' || (written.state === 'known' && (written.value === 0 || written.value === ''));
}
