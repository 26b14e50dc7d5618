import type { Cursor } from './cursor.ts';

/** Whether a value, or any value inside a mapping or list, is a placeholder or may hold more than is shown. */
export function hidesValues(cursor: Cursor): boolean {
  if (cursor.isOpen) return true;
  if (!cursor.isMapping && !cursor.isList) return cursor.scalar().state === 'unknown';
  return cursor.entries().some(({ value }) => hidesValues(value)) || cursor.items().some(hidesValues);
}
