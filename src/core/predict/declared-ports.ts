import type { Cluster } from '../model/cluster.ts';
import { containerLabelOf } from '../model/container-label.ts';
import type { ContainerPort, PodTemplate } from '../model/pod.ts';
import type { Service, ServicePort } from '../model/service.ts';
import { findNearest } from '../text/near.ts';
import { valueOf, valueOr } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { backingPods } from './backing-pods.ts';
import { resolveTargetPort, runningContainers } from './target-port.ts';

/** Ports with a known number that the running containers of some templates declare. */
export function declaredPorts(templates: readonly PodTemplate[]): readonly ContainerPort[] {
  return templates.flatMap(template => runningContainers(template).flatMap(container => container.ports.filter(port => port.number.state === 'known')));
}

/** Numbers that the Services of a set send to, by template. */
const TARGETED = new WeakMap<Cluster, ReadonlyMap<PodTemplate, ReadonlyMap<number, readonly ServicePort[]>>>();

function addTargets(service: Service, cluster: Cluster, targeted: Map<PodTemplate, Map<number, ServicePort[]>>): void {
  for (const template of backingPods(service, cluster)?.templates ?? []) {
    const numbers = targeted.get(template) ?? new Map<number, ServicePort[]>();
    targeted.set(template, numbers);
    for (const port of service.ports) {
      const target = resolveTargetPort(port, template, cluster.target.minors);
      if (target.state === 'resolved') numbers.set(target.number, [...(numbers.get(target.number) ?? []), port]);
    }
  }
}

function buildTargeted(cluster: Cluster): ReadonlyMap<PodTemplate, ReadonlyMap<number, readonly ServicePort[]>> {
  const targeted = new Map<PodTemplate, Map<number, ServicePort[]>>();
  for (const service of cluster.services) addTargets(service, cluster, targeted);
  return targeted;
}

/** The Service ports that send to a number of the pods of a template. */
export function servicePortsTo(number: number, template: PodTemplate, cluster: Cluster): readonly ServicePort[] {
  let targeted = TARGETED.get(cluster);
  if (!targeted) {
    targeted = buildTargeted(cluster);
    TARGETED.set(cluster, targeted);
  }
  return targeted.get(template)?.get(number) ?? [];
}

function hasProtocolOf(port: ServicePort): (declared: ContainerPort) => boolean {
  const protocol = valueOf(port.protocol);
  return declared => valueOf(declared.protocol) === protocol;
}

function onlyOne(ports: readonly ContainerPort[]): ContainerPort | undefined {
  const [first] = ports;
  return ports.every(port => valueOf(port.number) === valueOf(first?.number ?? port.number)) ? first : undefined;
}

/** The declared ports of the Service port's protocol that no Service of the set sends to: they wait for one. */
export function waitingPorts(port: ServicePort, templates: readonly PodTemplate[], cluster: Cluster): readonly ContainerPort[] {
  return declaredPorts(templates)
    .filter(hasProtocolOf(port))
    .filter(candidate => servicePortsTo(valueOf(candidate.number) ?? 0, candidate.container.pod, cluster).length === 0);
}

/**
 * The declared port that a Service port evidently means, where its target is none of them: one of a near name, of the Service
 * port's own name or number, the only one that waits for a Service, or the only one at all. Undefined without such evidence.
 */
export function evidentTarget(port: ServicePort, templates: readonly PodTemplate[], cluster: Cluster): ContainerPort | undefined {
  const declared = declaredPorts(templates).filter(hasProtocolOf(port));
  const waiting = waitingPorts(port, templates, cluster);
  const [target, name, number] = [valueOf(port.targetPort), valueOf(port.name), valueOf(port.number)];
  const nameOf = (candidate: ContainerPort): string | undefined => valueOf(candidate.name);
  const findNear = (candidates: readonly ContainerPort[]): ContainerPort | undefined =>
    typeof target === 'string' ? findNearest(target, candidates, nameOf) : undefined;
  return (
    findNear(waiting) ??
    (name === undefined || name === '' ? undefined : waiting.find(candidate => nameOf(candidate) === name)) ??
    waiting.find(candidate => valueOf(candidate.number) === number) ??
    onlyOne(waiting) ??
    findNear(declared) ??
    onlyOne(declared)
  );
}

/** Where a declared port is recognized: its name, else its number. */
export function declaredPlaceOf(port: ContainerPort): Place {
  return valueOr(port.name, '') === '' ? port.number.at : port.name.at;
}

/** `container "web" declares port 8080 as "http"`. */
export function describeDeclared(port: ContainerPort): string {
  const [name, number] = [valueOf(port.name), valueOf(port.number)];
  const subject = `${containerLabelOf(port.container)} declares port ${number === undefined ? '' : String(number)}`.trimEnd();
  return name === undefined || name === '' ? `${subject} without a name` : `${subject} as "${name}"`;
}
