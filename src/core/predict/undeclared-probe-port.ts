import type { Cluster } from '../model/cluster.ts';
import type { Container, PodTemplate } from '../model/pod.ts';
import type { Probe } from '../model/probe.ts';
import type { Service } from '../model/service.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { servicesOf } from './backing-pods.ts';
import { findHealthListeners } from './listening/health-listeners.ts';
import { portsOfImage, stockPortsOf } from './listening/known-images.ts';
import { isToldNumber } from './listening/named-numbers.ts';
import { resolveProbePort } from './probe-port.ts';

/** What shows that a process listens on another port than the one that its probe asks. */
export type ProbePortEvidence =
  /** The process is told another port for its health. */
  | { readonly kind: 'told'; readonly meant: number; readonly at: Place }
  /** The number stands for a port of the pod at the node or at a Service. */
  | { readonly kind: 'host-port'; readonly meant: number; readonly at: Place }
  | { readonly kind: 'service-port'; readonly meant: number; readonly at: Place; readonly service: Service }
  /** The image listens on one port as long as nothing configures it. */
  | { readonly kind: 'image'; readonly meant: number; readonly at: Place };

function findTold(container: Container, number: number): ProbePortEvidence | undefined {
  const listeners = findHealthListeners(container);
  const [first] = listeners;
  if (!first || listeners.some(({ port }) => port !== first.port || port === number)) return undefined;
  return { kind: 'told', meant: first.port, at: first.at };
}

function findServicePort(container: Container, number: number, cluster: Cluster): ProbePortEvidence | undefined {
  for (const service of servicesOf(container.pod, cluster)) {
    for (const port of service.ports) {
      const written = [port.number, port.nodePort].find(field => valueOf(field) === number);
      const target = valueOf(port.targetPort);
      const declared = container.ports.find(({ name, number: own }) => (typeof target === 'string' ? valueOf(name) : valueOf(own)) === target);
      const meant = declared && valueOf(declared.number);
      if (written && meant !== undefined) return { kind: 'service-port', meant, at: written.at, service };
    }
  }
  return undefined;
}

function findHostPort(container: Container, number: number): ProbePortEvidence | undefined {
  const port = container.ports.find(({ hostPort }) => valueOf(hostPort) === number);
  const meant = port && valueOf(port.number);
  return port && meant !== undefined ? { kind: 'host-port', meant, at: port.hostPort.at } : undefined;
}

function findOfImage(container: Container): ProbePortEvidence | undefined {
  const [meant, ...others] = stockPortsOf(container) ?? [];
  return meant === undefined || others.length > 0 ? undefined : { kind: 'image', meant, at: container.image.at };
}

function mayDeclare({ containers, containersOpen }: PodTemplate, wanted: number): boolean {
  return containersOpen || containers.some(({ ports, portsOpen }) => portsOpen || ports.some(({ number }) => (valueOf(number) ?? wanted) === wanted));
}

/** The number that a probe asks of its pod, where no container declares it and nothing else names it (S-191). */
function findStranger(probe: Probe, cluster: Cluster): number | undefined {
  const { container, host } = probe;
  const port = resolveProbePort(probe);
  // On the network of the node anything may answer.
  if (port.state !== 'resolved' || host.state !== 'absent' || !container.pod.spec.get('hostNetwork').isAbsent) return undefined;
  if (container.ports.length === 0 || mayDeclare(container.pod, port.number) || portsOfImage(container).includes(port.number)) return undefined;
  return isToldNumber(container.pod, port.number, cluster) === 'no' ? port.number : undefined;
}

export interface UndeclaredProbePort {
  readonly number: number;
  readonly evidence: ProbePortEvidence | undefined;
}

/** The port number of a probe that nothing in sight declares or names, and what shows where the process listens instead. */
export function findUndeclaredProbePort(probe: Probe, cluster: Cluster): UndeclaredProbePort | undefined {
  const { container } = probe;
  const number = container.role === 'init' ? undefined : findStranger(probe, cluster);
  if (number === undefined) return undefined;
  const evidence = findTold(container, number) ?? findHostPort(container, number) ?? findServicePort(container, number, cluster) ?? findOfImage(container);
  return { number, evidence };
}
