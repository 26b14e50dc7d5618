import type { Source } from './source.ts';

/** Checks of the spec of a pod: scheduling, DNS, host, security context, service account. */
export const POD_CHECKS = {
  'pod/restart-policy': 'v1 PodSpec.restartPolicy',
} as const satisfies Record<string, Source>;
