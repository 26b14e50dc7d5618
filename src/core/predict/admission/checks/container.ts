import type { Source } from './source.ts';

/** Checks of containers: ports, probes, environment, resources, lifecycle, security context. */
export const CONTAINER_CHECKS = {
  'container/name': 'v1 Container.name',
  'port/number': 'S-112',
  'port/protocol-unsupported': 'S-186',
} as const satisfies Record<string, Source>;
