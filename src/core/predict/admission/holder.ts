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

/** The field as a sentence names it: `hostPort` of `spec.containers[0].ports[0].hostPort`, `cpu` of `resources.limits[cpu]`. */
export function refusedFieldOf({ cause }: Refusal): string {
  const path = 'field' in cause ? cause.field : cause.cursor.fieldPath;
  const [, name = path] = /([^.[\]]+)\]?$/.exec(path.replace(/\[\d+\]$/, '')) ?? [];
  return name;
}

/** The written value, as a message repeats it: texts in quotes, cut where they are long. */
export function shownValueOf(cursor: Cursor<unknown>): string {
  const field = cursor.scalar();
  if (field.state !== 'known') return 'a value';
  const { value } = field;
  if (typeof value !== 'string') return String(value);
  return `"${value.length > 30 ? `${value.slice(0, 29)}…` : value}"`;
}
