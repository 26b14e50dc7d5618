import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Untyped } from '../../../../yaml/untyped.ts';
import { isEmpty, numberOf, textOf } from '../../read.ts';
import type { RefusalOptions, Refusals } from '../../refusals.ts';
import { requireField } from '../meta/text.ts';

/** What the checks of a source may know of the volume that it stands in: a PersistentVolume or a volume of a pod. */
export interface SourceContext {
  readonly volume: Cursor;
  /** Name of the volume. */
  readonly name: Cursor<unknown>;
  readonly isPersistent: boolean;
  /** The volume belongs to a Pod itself, not to a template. */
  readonly isOfPod: boolean;
  /** Name of the claim that is made for the volume. */
  readonly claimName?: string;
}

export type SourceCheck = (source: Cursor, to: Refusals, context: SourceContext) => void;

/** One type of volume: its field, and how the server calls it where a second type is refused. */
export interface VolumeType {
  readonly field: string;
  readonly named?: string;
  /** The server does not mind others before it. */
  readonly standsBesideOthers?: true;
  readonly validate: SourceCheck;
}

export const SOURCE_FIELD = { check: 'volume/source-field-required' } as const;

export function requireFields(source: Cursor, to: Refusals, ...fields: readonly string[]): void {
  for (const field of fields) requireField(source.get(field), to, SOURCE_FIELD);
}

/** A source that only has fields which must not be empty. */
export function requiring(...fields: readonly string[]): SourceCheck {
  return (source, to) => {
    requireFields(source, to, ...fields);
  };
}

/** A Secret by name, and by namespace where the volume has none of its own. */
export function validateSecretRef(secretRef: Cursor, to: Refusals, isPersistent: boolean): void {
  if (!secretRef.isMapping) return;
  requireField(secretRef.get('name'), to, SOURCE_FIELD);
  if (isPersistent) requireField(secretRef.get('namespace'), to, SOURCE_FIELD);
}

/** A number that a disk gives to one of its parts. */
export function validateRange(
  at: Cursor<unknown>,
  to: Refusals,
  [low, high]: readonly [number, number],
  options: RefusalOptions & { readonly saidLow?: number } = {},
): void {
  const value = numberOf(at);
  if (value === undefined || (value >= low && value <= high)) return;
  const { saidLow = low, ...rest } = options;
  to.invalid('volume/number', at, `must be between ${String(saidLow)} and ${String(high)}, inclusive`, rest);
}

/** True where the text is known to be longer. */
export function isLonger(at: Cursor<unknown>, most: number): boolean {
  return (textOf(at)?.length ?? 0) > most;
}

/**
 * Checks the source of a volume, of which there can be one. Beside template lines several may be branches of a condition, so each is
 * checked for itself. False where it is proven that there is none.
 */
export function validateVolumeTypes(context: SourceContext, to: Refusals, types: readonly VolumeType[]): boolean {
  const { volume } = context;
  let seen = 0;
  for (const { field, named = field, standsBesideOthers = false, validate } of types) {
    const source = volume.get(field);
    if (!source.isMapping) continue;
    if (seen > 0 && !standsBesideOthers && !volume.isOpen) {
      to.forbidden('volume/several-types', source, 'may not specify more than 1 volume type', { field: `${volume.fieldPath}.${named}` });
    } else validate(source, to, context);
    seen++;
  }
  return seen > 0 || types.some(({ field }) => !volume.get(field).isAbsent);
}

/** True where all of the fields are proven to be empty. */
export function isNone(source: Cursor<Untyped>, fields: readonly string[]): boolean {
  return fields.every(field => isEmpty(source.get(field)));
}
