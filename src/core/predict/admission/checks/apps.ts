import type { Source } from './source.ts';

/** Checks of Deployments, ReplicaSets, StatefulSets, DaemonSets and ReplicationControllers. */
export const APPS_CHECKS = {
  'apps/selector-required': 'S-009',
} as const satisfies Record<string, Source>;
