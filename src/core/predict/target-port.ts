import type { Container, ContainerPort, PodTemplate } from '../model/pod.ts';
import type { ServicePort } from '../model/service.ts';
import type { Field } from '../yaml/field.ts';
import { findContainerPort } from './endpoints/ports.ts';
import { mayBeInjected } from './injected-sidecars.ts';

/** What a Service port becomes in the pods of one template. Each pod is looked at alone (S-042). */
export type TargetPort =
  | { readonly state: 'resolved'; readonly number: number; readonly declared: ContainerPort | undefined }
  | { readonly state: 'unresolved' }
  | { readonly state: 'unknown' };

const UNKNOWN: TargetPort = { state: 'unknown' };
const UNRESOLVED: TargetPort = { state: 'unresolved' };

/** Whether the template shows all containers of its pods: not for custom resources, whose operator adds to them, nor for virtual machines. */
export function showsContainers(pod: PodTemplate): boolean {
  return pod.kind !== undefined && pod.containers.length > 0 && !pod.containersOpen;
}

function resolveName(name: string, protocol: Field<string>, pod: PodTemplate, minors: readonly number[]): TargetPort {
  if (protocol.state !== 'known' || !showsContainers(pod)) return UNKNOWN;
  const lookup = findContainerPort(pod, name, protocol.value, minors);
  if (lookup.found === 'yes') return { state: 'resolved', number: lookup.number, declared: lookup.port };
  return lookup.found === 'no' && !mayBeInjected(pod, name) ? UNRESOLVED : UNKNOWN;
}

/** Containers that run as long as the pod does; the others' ports serve nobody (S-188). */
export function runningContainers(pod: PodTemplate): readonly Container[] {
  return pod.containers.filter(container => container.role !== 'init');
}

/** The ports that a pod declares with a number, whatever their protocol. */
export function declarationsOf(number: number, pod: PodTemplate): readonly ContainerPort[] {
  return runningContainers(pod).flatMap(container => container.ports.filter(port => port.number.state === 'known' && port.number.value === number));
}

/** Whether a pod declares a number, or may do so where its ports are not shown. */
export function mayDeclare(number: number, pod: PodTemplate): boolean {
  if (!showsContainers(pod) || declarationsOf(number, pod).length > 0) return true;
  return runningContainers(pod).some(container => container.portsOpen || container.ports.some(port => port.number.state !== 'known'));
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
