import type { Field } from '../yaml/field.ts';
import type { Answer } from './answer.ts';
import type { Resource } from './resource.ts';

/**
 * Whether two objects land in one namespace. Two that name none do (one `-n` decides for both); one that names none may
 * land anywhere (S-010), so against a written name the answer is unknown.
 */
export function sameNamespace(a: Resource, b: Resource): Answer {
  return compareNamespaces(a.namespace, b.namespace);
}

export function compareNamespaces(a: Field<string>, b: Field<string>): Answer {
  if (a.state === 'known' && b.state === 'known') return a.value === b.value ? 'yes' : 'no';
  if (a.state === 'absent' && b.state === 'absent') return 'yes';
  return 'unknown';
}

/** Whether two objects can meet in one namespace: not proven to be apart. */
export function mayMeet(a: Resource, b: Resource): boolean {
  return sameNamespace(a, b) !== 'no';
}
