import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import type { ContainerPort, PodTemplate } from '../model/pod.ts';
import { labelOf } from '../model/resource.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { hostPortOf } from './endpoints/host-ports.ts';

/** A port that a container takes on the node of its pod: one pod a node can have it (S-184). */
export interface HostPortClaim {
  readonly port: ContainerPort;
  readonly number: number;
  readonly protocol: string;
  /** Empty for all addresses of the node. */
  readonly hostIP: string;
  readonly at: Place;
}

const ALL_ADDRESSES = new Set(['', '0.0.0.0', '::']);

/** The node ports that the pods of a template take, through hostPort or the host's network (S-185). */
export function hostPortClaims(pod: PodTemplate): readonly HostPortClaim[] {
  const hostNetwork = valueOf(pod.spec.get('hostNetwork').boolean()) === true;
  const running = pod.containers.filter(container => container.role !== 'init');
  return running.flatMap(container =>
    container.ports.flatMap((port): HostPortClaim[] => {
      const [number, protocol, hostIP] = [hostPortOf(port, hostNetwork), valueOf(port.protocol), port.body.get('hostIP').string()];
      if (number === undefined || protocol === undefined || hostIP.state === 'unknown') return [];
      const at = valueOf(port.hostPort) === number ? port.hostPort.at : port.number.at;
      return [{ port, number, protocol, hostIP: valueOf(hostIP) ?? '', at }];
    }),
  );
}

function sharesAddress(a: HostPortClaim, b: HostPortClaim): boolean {
  return a.hostIP === b.hostIP || ALL_ADDRESSES.has(a.hostIP) || ALL_ADDRESSES.has(b.hostIP);
}

function isChosen(pod: PodTemplate): boolean {
  return pod.spec.get('affinity').isPresent || pod.spec.get('affinity').isUnknown || pod.spec.get('nodeName').isPresent;
}

/** Whether the pods of two templates surely can land on one node: no affinity chooses, and no node selector keeps them apart. */
function shareNodes(a: PodTemplate, b: PodTemplate): boolean {
  if (isChosen(a) || isChosen(b)) return false;
  const [one, other] = [a.spec.get('nodeSelector').as<Readonly<Record<string, string>>>(), b.spec.get('nodeSelector').as<Readonly<Record<string, string>>>()];
  if (one.isOpen || other.isOpen) return false;
  const values = new Map(one.entries().map(({ key, value }) => [key, value.text]));
  return other.entries().every(({ key, value }) => !values.has(key) || values.get(key) === value.text);
}

/** Whether something keeps the replicas of a template on different nodes, so that each finds its port free. */
export function isSpread(pod: PodTemplate): boolean {
  return pod.spec.get('affinity').get('podAntiAffinity').isPresent || pod.spec.get('topologySpreadConstraints').isPresent || pod.spec.get('affinity').isUnknown;
}

const CLAIMS = new WeakMap<Cluster, ReadonlyMap<string, readonly HostPortClaim[]>>();

const keyOf = (claim: HostPortClaim): string => `${claim.protocol}/${String(claim.number)}`;

/** Claims of other DaemonSets on a port that the pods of a DaemonSet take on every node, too: each pair is told once, at the later name. */
export function hostPortRivals(claim: HostPortClaim, cluster: Cluster): readonly HostPortClaim[] {
  let claims = CLAIMS.get(cluster);
  if (!claims) {
    claims = groupBy(cluster.podTemplates.filter(pod => pod.workload.kind === 'DaemonSet').flatMap(hostPortClaims), keyOf);
    CLAIMS.set(cluster, claims);
  }
  const own = claim.port.container.pod;
  return (claims.get(keyOf(claim)) ?? []).filter(other => {
    const pod = other.port.container.pod;
    return labelOf(pod.workload) < labelOf(own.workload) && sharesAddress(claim, other) && shareNodes(own, pod);
  });
}
