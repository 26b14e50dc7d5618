import type { NetworkPolicy, NetworkPolicyPort, NetworkPolicySpec } from 'kubernetes-types/networking/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { portNameFaults, portNumberFaults } from '../../formats.ts';
import { pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { ValidatorTable } from '../../validator.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { validateNetworkPolicyPeer } from './network-policy-peer.ts';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const POLICY_TYPES = ['Ingress', 'Egress'];

/** A NetworkPolicyPort (S-305). */
function validateNetworkPolicyPort(port: Cursor<NetworkPolicyPort>, to: Refusals): void {
  const protocol = pointerOf(port.get('protocol').string());
  if (typeof protocol === 'string' && !PROTOCOLS.includes(protocol)) {
    to.notSupported('network-policy/protocol-unsupported', port.get('protocol'), PROTOCOLS);
  }
  const number = pointerOf(port.get('port').intOrString());
  if (typeof number === 'number') for (const fault of portNumberFaults(number)) to.invalid('port/number', port.get('port'), fault);
  validateEndPort(port, number, to);
  if (typeof number === 'string') for (const fault of portNameFaults(number)) to.invalid('network-policy/port-name', port.get('port'), fault);
}

/** A range of ports ends where it begins or above, and begins with a number. */
function validateEndPort(port: Cursor<NetworkPolicyPort>, first: number | string | null | undefined, to: Refusals): void {
  const endPort = port.get('endPort');
  const last = pointerOf(endPort.number());
  if (typeof last !== 'number' || first === undefined) return;
  if (first === null) to.invalid('network-policy/end-port', endPort, 'may not be specified when `port` is not specified');
  else if (typeof first === 'string') to.invalid('network-policy/end-port', endPort, 'may not be specified when `port` is non-numeric');
  else {
    if (last < first) to.invalid('network-policy/end-port', endPort, 'must be greater than or equal to `port`', { value: first });
    for (const fault of portNumberFaults(last)) to.invalid('port/number', endPort, fault);
  }
}

function validateRules(spec: Cursor<NetworkPolicySpec>, to: Refusals): void {
  for (const rule of spec.get('ingress').items()) {
    for (const port of rule.get('ports').items()) validateNetworkPolicyPort(port, to);
    for (const peer of rule.get('from').items()) validateNetworkPolicyPeer(peer, to);
  }
  for (const rule of spec.get('egress').items()) {
    for (const port of rule.get('ports').items()) validateNetworkPolicyPort(port, to);
    for (const peer of rule.get('to').items()) validateNetworkPolicyPeer(peer, to);
  }
}

function validatePolicyTypes(policyTypes: Cursor<string[]>, to: Refusals): void {
  const types = policyTypes.items();
  if (types.length > POLICY_TYPES.length) {
    to.invalid('network-policy/policy-types-count', policyTypes, 'may not specify more than two policyTypes');
    return;
  }
  for (const each of types) {
    const type = textOf(each);
    if (type !== undefined && !POLICY_TYPES.includes(type)) to.notSupported('network-policy/policy-type-unsupported', each, POLICY_TYPES);
  }
}

export const NETWORK_POLICY_VALIDATORS: ValidatorTable = {
  'networking.k8s.io/NetworkPolicy': {
    scope: 'Namespaced',
    validate(object, to) {
      const spec = object.as<NetworkPolicy>().get('spec');
      validateLabelSelector(spec.get('podSelector'), to);
      validateRules(spec, to);
      validatePolicyTypes(spec.get('policyTypes'), to);
    },
  },
};
