import type { Source } from './source.ts';

/** Checks of containers: ports, probes, environment, resources, lifecycle, security context. */
export const CONTAINER_CHECKS = {
  'port/number': 'S-067',
  'container/name': 'v1 Container.name',
} as const satisfies Record<string, Source>;
