import type { NetworkPolicy, NetworkPolicyPeer } from 'kubernetes-types/networking/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { Cluster } from './cluster.ts';
import type { Resource } from './resource.ts';
import { readLabelSelector, type Selector } from './selector.ts';

/** Pods that a policy lets in or lets be reached. */
export interface PolicyPeer {
  readonly direction: 'ingress' | 'egress';
  readonly pods: Selector;
  /** Not written where the peers are pods of the policy's own namespace. */
  readonly namespaces: Selector;
}

export interface PodPolicy {
  readonly resource: Resource;
  /** The pods that it is for. */
  readonly pods: Selector;
  readonly peers: readonly PolicyPeer[];
}

function readPeer(direction: PolicyPeer['direction'], peer: Cursor<NetworkPolicyPeer>): PolicyPeer {
  return { direction, pods: readLabelSelector(peer.get('podSelector')), namespaces: readLabelSelector(peer.get('namespaceSelector')) };
}

function readPolicy(resource: Resource): PodPolicy {
  const spec = resource.body.as<NetworkPolicy>().get('spec');
  const ingress = spec
    .get('ingress')
    .items()
    .flatMap(rule => rule.get('from').items());
  const egress = spec
    .get('egress')
    .items()
    .flatMap(rule => rule.get('to').items());
  const peers = [...ingress.map(peer => readPeer('ingress', peer)), ...egress.map(peer => readPeer('egress', peer))];
  return { resource, pods: readLabelSelector(spec.get('podSelector')), peers };
}

/** The network policies of a scope. */
export function podPoliciesOf(cluster: Cluster): readonly PodPolicy[] {
  return cluster.ofKind('NetworkPolicy', 'networking.k8s.io').map(readPolicy);
}
