import type { NetworkPolicyPeer } from 'kubernetes-types/networking/v1.d.ts';
import type { Cursor } from '../../../yaml/cursor.ts';
import type { Refusals } from '../refusals.ts';
import { validateLabelSelector } from './label-selector.ts';

/** A NetworkPolicyPeer: selectors, or a block of addresses, never both and never nothing (S-294, S-295). */
export function validateNetworkPolicyPeer(peer: Cursor<NetworkPolicyPeer>, to: Refusals): void {
  const { podSelector, namespaceSelector, ipBlock } = {
    podSelector: peer.get('podSelector'),
    namespaceSelector: peer.get('namespaceSelector'),
    ipBlock: peer.get('ipBlock'),
  };
  for (const selector of [podSelector, namespaceSelector]) if (selector.isMapping) validateLabelSelector(selector, to);
  if (podSelector.isAbsent && namespaceSelector.isAbsent && ipBlock.isAbsent) to.required('network-policy/peer-required', peer, 'must specify a peer');
  else if (ipBlock.isMapping && (podSelector.isMapping || namespaceSelector.isMapping)) {
    to.forbidden('network-policy/peer-kinds-mixed', peer, 'may not specify both ipBlock and another peer');
  }
}
