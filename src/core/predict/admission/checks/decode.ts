import type { Source } from './source.ts';

/** What the decoder refuses before anything is validated, for every kind; and kinds that are not served. */
export const DECODE_CHECKS = {
  'decode/unknown-field': 'S-361',
  'decode/kind-not-served': 'S-346',
} as const satisfies Record<string, Source>;
