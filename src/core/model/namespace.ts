import type { Field } from '../yaml/field.ts';
import type { Answer } from './answer.ts';
import type { Resource } from './resource.ts';

/** What charts are rendered for where nobody says which namespace: whoever installs one may choose any. */
export const RELEASE_NAMESPACE = 'release-namespace';

/**
 * Whether two objects land in one namespace. Two that name none do (one `-n` decides for both); one that names none may
 * land anywhere (S-010), so against a written name the answer is unknown.
 */
export function sameNamespace(a: Resource, b: Resource): Answer {
  return compareNamespaces(a.namespace, b.namespace);
}

export function compareNamespaces(a: Field<string>, b: Field<string>): Answer {
  if (a.state === 'unknown' || b.state === 'unknown') return 'unknown';
  // What names none is installed with the rest of its chart.
  const [own, other] = [a, b].map(field => (field.state === 'known' && field.value !== RELEASE_NAMESPACE ? field.value : undefined));
  if (own === undefined || other === undefined) return own === other ? 'yes' : 'unknown';
  return own === other ? 'yes' : 'no';
}

/** Whether two names are, or may be, one namespace. */
export function mayBeSameNamespace(a: string, b: string): boolean {
  return a === b || a === RELEASE_NAMESPACE || b === RELEASE_NAMESPACE;
}

/** Whether two objects can meet in one namespace: not proven to be apart. */
export function mayMeet(a: Resource, b: Resource): boolean {
  return sameNamespace(a, b) !== 'no';
}
