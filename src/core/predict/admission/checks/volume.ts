import type { Source } from './source.ts';

/** Checks of the volumes of a pod and of PersistentVolumes. */
export const VOLUME_CHECKS = {
  'volume/name': 'v1 Volume.name',
} as const satisfies Record<string, Source>;
