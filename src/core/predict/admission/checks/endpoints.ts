import type { Source } from './index.ts';

/** Checks of Endpoints and EndpointSlices. */
export const ENDPOINTS_CHECKS = {
  'endpoints/address': 'v1 EndpointAddress.ip',
} as const satisfies Record<string, Source>;
