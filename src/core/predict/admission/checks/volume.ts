import type { Source } from './source.ts';

/** Checks of the volumes of a pod and of PersistentVolumes. */
export const VOLUME_CHECKS = {
  'volume/name': 'v1 Volume.name',
  'volume/file-mode': 'v1 KeyToPath.mode',
} as const satisfies Record<string, Source>;
