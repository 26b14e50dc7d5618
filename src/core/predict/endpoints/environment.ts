import type { PodTemplate } from '../../model/pod.ts';
import type { Resource } from '../../model/resource.ts';
import { readPodState, type PodState } from './pod-state.ts';

export type AddressFamily = 'IPv4' | 'IPv6';

/** What a prediction takes for granted about the cluster and no manifest says. */
export interface Environment {
  /** Nodes that take the pods of a DaemonSet; undefined where the number is not known. */
  readonly nodes: number | undefined;
  /** Families of cluster IPs and pod IPs, the primary one first. */
  readonly families: readonly [AddressFamily, ...AddressFamily[]];
  /** Seconds since the objects were applied; undefined for the settled state. */
  readonly age: number | undefined;
  /** What becomes of the pods of a template. */
  readonly stateOf: (template: PodTemplate) => PodState;
  /** Whether the API server does not take an object. */
  readonly refuses: (resource: Resource) => boolean;
}

/** The settled state on a dual-stack cluster with IPv4 first: every pod runs and is ready, unless the manifests say that it cannot be. */
export const SETTLED: Environment = {
  nodes: undefined,
  families: ['IPv4', 'IPv6'],
  age: undefined,
  stateOf: readPodState,
  refuses: () => false,
};

function familyOf(network: string): AddressFamily {
  return network.includes(':') ? 'IPv6' : 'IPv4';
}

/** The settled state of a cluster whose Service networks are configured: they tell its families. */
export function settledWith(serviceCidrs: readonly string[]): Environment {
  const [first, ...rest] = [...new Set(serviceCidrs.map(familyOf))];
  return first === undefined ? SETTLED : { ...SETTLED, families: [first, ...rest] };
}
