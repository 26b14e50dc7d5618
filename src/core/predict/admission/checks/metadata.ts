import type { Source } from './source.ts';

/** Checks of metadata, labels and selectors of every kind. */
export const METADATA_CHECKS = {
  'metadata/name-required': 'v1 ObjectMeta.name',
  'metadata/name': 'v1 ObjectMeta.name',
} as const satisfies Record<string, Source>;
