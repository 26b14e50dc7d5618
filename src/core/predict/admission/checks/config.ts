import type { Source } from './source.ts';

/** Checks of ConfigMaps, Secrets, ServiceAccounts, Namespaces and Leases. */
export const CONFIG_CHECKS = {
  'config-map/key': 'v1 ConfigMap.data',
  'config-map/key-in-both-maps': 'v1 ConfigMap.binaryData',
  'config-map/size': 'S-004',
  'secret/key': 'v1 Secret.data',
  'secret/size': 'S-004',
  'secret/key-of-type-required': 'v1 Secret.type',
  'secret/docker-config': 'v1 Secret.type',
  'secret/service-account-required': 'v1 Secret.type',
  'secret/key-pair-warning': 'S-252',
  'service-account/mountable-secrets-warning': 'v1 ServiceAccount.secrets',
  'namespace/finalizer': 'v1 NamespaceSpec.finalizers',
  'lease/duration': 'coordination.k8s.io/v1 LeaseSpec.leaseDurationSeconds',
  'lease/transitions': 'coordination.k8s.io/v1 LeaseSpec.leaseTransitions',
} as const satisfies Record<string, Source>;
