import type { Source } from './source.ts';

/** Checks of ConfigMaps, Secrets, ServiceAccounts, Namespaces and Leases. */
export const CONFIG_CHECKS = {
  'config-map/key': 'v1 ConfigMap.data',
} as const satisfies Record<string, Source>;
