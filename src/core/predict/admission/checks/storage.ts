import type { Source } from './source.ts';

/** Checks of PersistentVolumes, claims and StorageClasses. */
export const STORAGE_CHECKS = {
  'storage/access-modes': 'v1 PersistentVolumeClaimSpec.accessModes',
} as const satisfies Record<string, Source>;
