import type { Source } from './source.ts';

/** Checks of Endpoints and EndpointSlices. */
export const ENDPOINTS_CHECKS = {
  'endpoints/address': 'v1 EndpointAddress.ip',
} as const satisfies Record<string, Source>;
