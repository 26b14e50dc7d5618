import type { Cluster } from '../model/cluster.ts';
import { containerLabelOf } from '../model/container-label.ts';
import type { ContainerPort, PodTemplate } from '../model/pod.ts';
import { candidatesOf } from '../model/selection.ts';
import { isSelecting, type Service, type ServicePort } from '../model/service.ts';
import { findNearest } from '../text/near.ts';
import { valueOf, valueOr } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { backingPods } from './backing-pods.ts';
import { resolveTargetPort, runningContainers } from './target-port.ts';

/** Ports with a known number that the running containers of some templates declare. */
export function declaredPorts(templates: readonly PodTemplate[]): readonly ContainerPort[] {
  return templates.flatMap(template => runningContainers(template).flatMap(container => container.ports.filter(port => port.number.state === 'known')));
}

/** What the Services of a set send to the pods of a template. */
interface Targets {
  readonly ports: Map<number, ServicePort[]>;
  /** A Service port whose number is not known may send to any of them. */
  open: boolean;
}

const TARGETED = new WeakMap<Cluster, ReadonlyMap<PodTemplate, Targets>>();

function addTargets(service: Service, cluster: Cluster, targeted: Map<PodTemplate, Targets>): void {
  for (const template of candidatesOf(cluster.selectionOf(service))) {
    const targets = targeted.get(template) ?? { ports: new Map<number, ServicePort[]>(), open: false };
    targeted.set(template, targets);
    const isBacking = backingPods(service, cluster)?.templates.includes(template) === true;
    if (!isBacking || service.portsOpen) targets.open = true;
    for (const port of service.ports) {
      const target = resolveTargetPort(port, template, cluster.target.minors);
      if (target.state === 'resolved') targets.ports.set(target.number, [...(targets.ports.get(target.number) ?? []), port]);
      else if (target.state === 'unknown') targets.open = true;
    }
  }
}

function targetsOf(template: PodTemplate, cluster: Cluster): Targets | undefined {
  let targeted = TARGETED.get(cluster);
  if (!targeted) {
    const built = new Map<PodTemplate, Targets>();
    for (const service of cluster.services) if (isSelecting(service) !== 'no') addTargets(service, cluster, built);
    targeted = built;
    TARGETED.set(cluster, targeted);
  }
  return targeted.get(template);
}

/** The Service ports that send to a number of the pods of a template. */
export function servicePortsTo(number: number, template: PodTemplate, cluster: Cluster): readonly ServicePort[] {
  return targetsOf(template, cluster)?.ports.get(number) ?? [];
}

/** Whether all that Services send to the pods of a template is known: only then a declared port can be said to wait. */
export function areTargetsKnown(template: PodTemplate, cluster: Cluster): boolean {
  return targetsOf(template, cluster)?.open !== true;
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
