import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Untyped } from '../../../../yaml/untyped.ts';
import { PERSISTENT_VOLUME_TYPES } from './persistent-volume.ts';
import { PROJECTIONS } from './projected-volume.ts';
import { VOLUME_TYPES } from './volumes.ts';

const TYPES: ReadonlySet<string> = new Set([...[...VOLUME_TYPES, ...PERSISTENT_VOLUME_TYPES].map(({ field }) => field), ...PROJECTIONS]);

/** The types that a volume, a PersistentVolume or a source of a projected volume writes, of which it can have one. */
export function volumeTypesOf(volume: Cursor<unknown>): readonly string[] {
  const entries = volume.as<Untyped>().entries();
  return entries.filter(({ key, value }) => TYPES.has(key) && value.isMapping).map(({ key }) => key);
}
