import type { Cursor } from '../yaml/cursor.ts';
import type { Field } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';

/** Labels as they are written on an object or a pod template. */
export interface Labels {
  /** True when there may be labels that are not shown. */
  readonly open: boolean;
  readonly entries: ReadonlyMap<string, Field<string>>;
  /** The `labels` mapping, or the nearest mapping above it. */
  readonly at: Place;
}

/** A `null` value is the empty string (S-003); a number or boolean is a type error, so the value is unknown. */
export function readLabels(labels: Cursor<Readonly<Record<string, string>>>): Labels {
  const entries = new Map<string, Field<string>>();
  for (const { key, value } of labels.entries()) {
    entries.set(key, value.isAbsent ? { state: 'known', value: '', at: value.at } : value.string());
  }
  return { open: labels.isOpen, entries, at: labels.at };
}
