import type { Source } from './source.ts';

/** Checks of Services. */
export const SERVICE_CHECKS = {
  'service/port-required': 'S-067',
} as const satisfies Record<string, Source>;
