import type { Reference } from '../model/references/reference.ts';
import { labelOf } from '../model/resource.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import type { Untyped } from '../yaml/untyped.ts';

/** Rows of the table of references whose places are the backends of an Ingress, those of the versions before v1 too. */
export const INGRESS_BACKENDS = ['ingress-backend', 'ingress-default-backend', 'ingress-backend-before-v1', 'ingress-default-before-v1'] as const;

const LONGEST_PATH = 24;

function findPath(holder: Cursor<unknown>): string | undefined {
  for (let at: Cursor<unknown> | undefined = holder; at; at = at.parent) {
    if (at.isMapping && at.as<Untyped>().get('backend').isPresent) return valueOf(at.as<Untyped>().get('path').string());
  }
  return undefined;
}

/** `Ingress "web" sends "/cart"`; `Ingress "web" sends all else` of its default backend. */
export function describeSender({ from, holder, row }: Reference): string {
  if (row.id.startsWith('ingress-default')) return `${labelOf(from)} sends all else`;
  const path = findPath(holder);
  return `${labelOf(from)} sends ${path === undefined || path.length > LONGEST_PATH ? 'a path' : `"${path}"`}`;
}
