import type { Cursor } from './cursor.ts';

/** Whether a value, or any value inside a mapping or list, is a placeholder or may hold more than is shown. */
export function hidesValues(cursor: Cursor): boolean {
  // A scalar in the place of a mapping hides it; in its own place it shows itself.
  if (!cursor.isMapping && !cursor.isList) return cursor.scalar().state === 'unknown';
  return cursor.isOpen || cursor.entries().some(({ value }) => hidesValues(value)) || cursor.items().some(hidesValues);
}
