import type { Cluster } from '../model/cluster.ts';
import type { Container, ContainerPort } from '../model/pod.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { ServicePort } from '../model/service.ts';
import { valueOf } from '../yaml/field.ts';
import { backingPods, type BackingPods } from './backing-pods.ts';
import { declaredPorts, evidentTarget } from './declared-ports.ts';
import { mayBeInjected } from './injected-sidecars.ts';
import { portsOfImage, stockPortsOf } from './listening/known-images.ts';
import { namesNumber } from './listening/named-numbers.ts';
import { declarationsOf, runningContainers, showsContainers } from './target-port.ts';

/** A numeric target that nothing in the pods declares or names, and what they have instead. */
export interface UndeclaredTarget {
  readonly pods: BackingPods;
  readonly number: number;
  /** The declared port that is evidently meant. */
  readonly meant: ContainerPort | undefined;
  /** A container of a stock image that listens elsewhere and declares nothing. */
  readonly stock: { readonly container: Container; readonly ports: readonly number[] } | undefined;
}

/** Ports of the node's own processes, which pods on the host network may stand for (S-033). */
function isNodePort(number: number, pod: PodTemplate): boolean {
  return !pod.spec.get('hostNetwork').isAbsent && ((number >= 10_248 && number <= 10_260) || [2379, 2380, 2381, 6443, 9100].includes(number));
}

/** Whether a container may listen on a number that its ports do not list: it lists none, or its image is known to. */
function mayListen(container: Container, number: number): boolean {
  if (container.portsOpen || portsOfImage(container).includes(number)) return true;
  const stock = stockPortsOf(container);
  return container.ports.length === 0 && !stock;
}

function isRuledOut(number: number, pod: PodTemplate, cluster: Cluster): boolean {
  if (!showsContainers(pod) || mayBeInjected(pod, number) || isNodePort(number, pod)) return false;
  if (declarationsOf(number, pod).length > 0 || namesNumber(pod, number, cluster)) return false;
  return runningContainers(pod).every(container => !mayListen(container, number) && container.ports.every(port => port.number.state === 'known'));
}

function findStock(pods: BackingPods): UndeclaredTarget['stock'] {
  for (const container of pods.templates.flatMap(runningContainers)) {
    const ports = container.ports.length === 0 ? stockPortsOf(container) : undefined;
    if (ports) return { container, ports };
  }
  return undefined;
}

/**
 * Whether a numeric target is evidently wrong. A number works undeclared (S-036), so it takes more than a missing declaration: no
 * argument, variable, probe or mounted file names it, the image is not known for it, and another port waits for a Service.
 */
export function findUndeclaredTarget(port: ServicePort, cluster: Cluster): UndeclaredTarget | undefined {
  const number = valueOf(port.targetPort);
  const pods = backingPods(port.service, cluster);
  if (typeof number !== 'number' || !pods || pods.open) return undefined;
  if (!pods.templates.every(template => isRuledOut(number, template, cluster))) return undefined;
  const stock = findStock(pods);
  const meant = evidentTarget(port, pods.templates, cluster);
  return meant || stock || declaredPorts(pods.templates).length > 0 ? { pods, number, meant, stock } : undefined;
}
