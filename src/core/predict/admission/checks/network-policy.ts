import type { Source } from './source.ts';

/** Checks of NetworkPolicies. */
export const NETWORK_POLICY_CHECKS = {
  'network-policy/peer': 'networking.k8s.io/v1 NetworkPolicyPeer',
} as const satisfies Record<string, Source>;
