import type { Container } from 'kubernetes-types/core/v1.d.ts';
import { labelOf } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Refusal } from './refusals-of.ts';

const CONTAINERS = /(?:^|\.)(?:containers|initContainers|ephemeralContainers)$/;

/** The container that a field belongs to; undefined outside of containers. */
export function findContainer(cursor: Cursor<unknown>): Cursor<Container> | undefined {
  for (let at: Cursor<unknown> | undefined = cursor; at; at = at.parent) {
    if (at.index !== undefined && at.parent && CONTAINERS.test(at.parent.fieldPath)) return at.as<Container>();
  }
  return undefined;
}

/** Who is refused, as it stands within a sentence: `container "web"` where one holds the field, else the object. */
export function holderOf({ resource, cause }: Refusal): string {
  const container = findContainer(cause.cursor);
  const name = container && valueOf(container.get('name').string());
  if (!container) return labelOf(resource);
  return name === undefined || name === '' ? `a container of ${labelOf(resource)}` : `container "${name}"`;
}

/** Who is refused, as it starts a sentence. */
export function holderSubjectOf(refusal: Refusal): string {
  const holder = holderOf(refusal);
  return holder.charAt(0).toUpperCase() + holder.slice(1);
}
