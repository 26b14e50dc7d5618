import type { Cluster } from '../model/cluster.ts';
import type { Container, ContainerPort, PodTemplate } from '../model/pod.ts';
import type { ServicePort } from '../model/service.ts';
import { valueOf } from '../yaml/field.ts';
import { backingPods, type BackingPods } from './backing-pods.ts';
import { areTargetsKnown, declaredPorts, evidentTarget, waitingPorts } from './declared-ports.ts';
import { mayBeInjected } from './injected-sidecars.ts';
import { isImageKnown, portsOfImage, stockPortsOf } from './listening/known-images.ts';
import { namesNumber } from './listening/named-numbers.ts';
import { declarationsOf, runningContainers, showsContainers } from './target-port.ts';

/** A numeric target that nothing in the pods declares or names, and what they have instead. */
export interface UndeclaredTarget {
  readonly pods: BackingPods;
  readonly number: number;
  /** The declared port that is evidently meant. */
  readonly meant: ContainerPort | undefined;
  /** Declared ports that no Service sends to. */
  readonly waiting: readonly ContainerPort[];
  /** A container of a stock image that listens elsewhere and declares nothing. */
  readonly stock: { readonly container: Container; readonly ports: readonly number[] } | undefined;
}

/** Ports of the node's own processes, which pods on the host network may stand for (S-033). */
function isNodePort(number: number, pod: PodTemplate): boolean {
  return !pod.spec.get('hostNetwork').isAbsent && ((number >= 10_248 && number <= 10_260) || [2379, 2380, 2381, 6443, 9100].includes(number));
}

/** Whether a container may declare or, by an image that is not known, use more ports than are shown. */
function mayDeclareMore(container: Container): boolean {
  return container.portsOpen || container.ports.some(port => port.number.state !== 'known') || !isImageKnown(container);
}

function isRuledOut(number: number, pod: PodTemplate, cluster: Cluster): boolean {
  if (!showsContainers(pod) || mayBeInjected(pod, number) || isNodePort(number, pod)) return false;
  if (declarationsOf(number, pod).length > 0 || namesNumber(pod, number, cluster) !== 'no') return false;
  return !runningContainers(pod).some(mayDeclareMore);
}

/** Whether an image behind the Service is known to listen on a number that its container does not declare. */
function isPortOfImage(number: number, templates: readonly PodTemplate[]): boolean {
  return templates.some(template => runningContainers(template).some(container => portsOfImage(container).includes(number)));
}

/** A container that declares nothing and of which nothing is known: it may listen anywhere. */
function isSilent(container: Container): boolean {
  return container.ports.length === 0 && !stockPortsOf(container);
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
 * Beside a container that declares nothing, only one waiting port is evidence enough.
 */
export function findUndeclaredTarget(port: ServicePort, cluster: Cluster): UndeclaredTarget | undefined {
  const number = valueOf(port.targetPort);
  const pods = backingPods(port.service, cluster);
  if (typeof number !== 'number' || !pods || pods.open) return undefined;
  const { templates } = pods;
  if (!templates.every(template => isRuledOut(number, template, cluster) && areTargetsKnown(template, cluster))) return undefined;
  const [stock, waiting] = [findStock(pods), waitingPorts(port, templates, cluster)];
  const meant = evidentTarget(port, templates, cluster);
  // The number of the Service port waits in the pods, so the other one is a slip, even if the image has a use for it.
  const isSlip = waiting.some(declared => valueOf(declared.number) === valueOf(port.number));
  if (isPortOfImage(number, templates) && !isSlip) return undefined;
  if (templates.some(template => runningContainers(template).some(isSilent)) && !(meant && waiting.includes(meant))) return undefined;
  return (stock && declaredPorts(templates).length === 0) || waiting.length > 0 || (meant && port.service.ports.length === 1)
    ? { pods, number, meant, stock, waiting }
    : undefined;
}
