import type { Source } from './source.ts';

/** Checks of NetworkPolicies. */
export const NETWORK_POLICY_CHECKS = {
  'network-policy/protocol-unsupported': 'S-305',
  'network-policy/port-name': 'S-305',
  'network-policy/end-port': 'S-305',
  'network-policy/peer-required': 'S-295',
  'network-policy/peer-kinds-mixed': 'S-305',
  'network-policy/cidr-required': 'S-304',
  'network-policy/cidr': 'S-305',
  'network-policy/except': 'S-304',
  'network-policy/policy-types-count': 'S-305',
  'network-policy/policy-type-unsupported': 'S-305',
} as const satisfies Record<string, Source>;
