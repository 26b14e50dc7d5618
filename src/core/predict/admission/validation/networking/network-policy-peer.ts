import type { IPBlock, NetworkPolicyPeer } from 'kubernetes-types/networking/v1.d.ts';
import { contains, readIpNetwork } from '../../../../model/ip-address.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { readLegacyCidr, validateLegacyCidr, warnOfLegacyCidr, type LegacyCidr } from '../service/ip-address.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';

/** A NetworkPolicyPeer: selectors, or a block of addresses, never both and never nothing (S-294, S-295). */
export function validateNetworkPolicyPeer(peer: Cursor<NetworkPolicyPeer>, to: Refusals): void {
  const { podSelector, namespaceSelector, ipBlock } = {
    podSelector: peer.get('podSelector'),
    namespaceSelector: peer.get('namespaceSelector'),
    ipBlock: peer.get('ipBlock'),
  };
  for (const selector of [podSelector, namespaceSelector]) if (selector.isMapping) validateLabelSelector(selector, to);
  if (ipBlock.isMapping) validateIPBlock(ipBlock, to);
  if (podSelector.isAbsent && namespaceSelector.isAbsent && ipBlock.isAbsent) to.required('network-policy/peer-required', peer, 'must specify a peer');
  else if (ipBlock.isMapping && (podSelector.isMapping || namespaceSelector.isMapping)) {
    to.forbidden('network-policy/peer-kinds-mixed', peer, 'may not specify both ipBlock and another peer');
  }
}

/** An IPBlock: a network, and networks within it that are left out (S-304). */
function validateIPBlock(ipBlock: Cursor<IPBlock>, to: Refusals): void {
  const cidr = ipBlock.get('cidr');
  const text = textOf(cidr);
  if (text === '') to.required('network-policy/cidr-required', cidr);
  if (text === undefined || text === '') return;
  validateLegacyCidr('network-policy/cidr', cidr, to);
  warnOfLegacyCidr(cidr, to);
  const network = readLegacyCidr(text);
  if (!network) return;
  for (const except of ipBlock.get('except').items()) {
    validateLegacyCidr('network-policy/cidr', except, to);
    warnOfLegacyCidr(except, to);
    const hole = readLegacyCidr(textOf(except) ?? '');
    if (hole && !isStrictSubset(hole, network)) to.invalid('network-policy/except', except, 'must be a strict subset of `cidr`');
  }
}

/** Whether one network lies in another and is smaller. The server compares the prefixes as they are written, of a mapped address too. */
function isStrictSubset(inner: LegacyCidr, outer: LegacyCidr): boolean {
  const [hole, network] = [readIpNetwork(inner.network), readIpNetwork(outer.network)];
  if (!hole || !network) return false;
  return inner.prefix > outer.prefix && contains(network, { family: hole.family, value: hole.first });
}
