import type { Cursor } from './cursor.ts';

/** Key under which the mapping above has a field; empty for elements of a list and for the root. */
export function keyOf(cursor: Cursor<unknown>): string {
  const above = cursor.parent?.path;
  if (above === undefined || cursor.index !== undefined) return '';
  return above === '' ? cursor.path : cursor.path.slice(above.length + 1);
}
