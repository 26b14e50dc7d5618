import type { Cursor } from '../../yaml/cursor.ts';
import type { Field } from '../../yaml/field.ts';

/**
 * Values as the API server's own code sees them after decoding: an absent field is the zero value of its type. `undefined` is a value that
 * is not known (a placeholder, a wrong type that the decoder refuses): every check stays silent about it.
 */
function orZero<T>(field: Field<T>, zero: T): T | undefined {
  return field.state === 'known' ? field.value : field.state === 'absent' ? zero : undefined;
}

/** A text; `""` where absent. */
export function textOf(cursor: Cursor<unknown>): string | undefined {
  return orZero(cursor.string(), '');
}

/** A number; 0 where absent. */
export function numberOf(cursor: Cursor<unknown>): number | undefined {
  return orZero(cursor.number(), 0);
}

/** A boolean; false where absent. */
export function booleanOf(cursor: Cursor<unknown>): boolean | undefined {
  return orZero(cursor.boolean(), false);
}

/** What a pointer of the API's types holds: null where absent. */
export function pointerOf<T>(field: Field<T>): T | null | undefined {
  return field.state === 'known' ? field.value : field.state === 'absent' ? null : undefined;
}

/** Number of elements or entries; undefined where template lines may add some. */
export function countOf(cursor: Cursor<unknown>): number | undefined {
  if (cursor.isAbsent) return 0;
  if (cursor.isOpen) return undefined;
  return cursor.isList ? cursor.items().length : cursor.isMapping ? cursor.entries().length : undefined;
}

/** True where it is proven that the field is absent, null, or an empty text, list or map: what Go's `len(x) == 0` is true for. */
export function isEmpty(cursor: Cursor<unknown>): boolean {
  return cursor.isAbsent || countOf(cursor) === 0 || (cursor.isScalar && textOf(cursor) === '');
}

/** True where it is proven that something is there: an element, an entry, a text that is not empty. */
export function isSet(cursor: Cursor<unknown>): boolean {
  if (cursor.isList) return cursor.items().length > 0;
  if (cursor.isMapping) return cursor.entries().length > 0;
  const field = cursor.scalar();
  return field.state === 'known' && field.value !== '';
}
