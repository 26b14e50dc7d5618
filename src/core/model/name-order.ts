import { valueOf } from '../yaml/field.ts';
import type { Resource } from './resource.ts';

function keyOf({ namespace, name }: Resource): string {
  return `${valueOf(namespace) ?? ''}/${valueOf(name) ?? ''}`;
}

/** Order of objects by namespace and name, for what is told of one of two, whatever the order of the files. */
export function compareByName(a: Resource, b: Resource): number {
  const [one, other] = [keyOf(a), keyOf(b)];
  return one < other ? -1 : Number(one > other);
}
