import type { Resource } from '../../model/resource.ts';
import type { Kinds } from '../../schema/kinds.ts';

/** Whether an object is of a kind whose checks evaluate expressions: one whose schema may hold rules, or that holds expressions itself. */
export function needsCel({ apiVersion, group, kind }: Resource, kinds: Kinds): boolean {
  if (group === 'admissionregistration.k8s.io' || kind === 'CustomResourceDefinition') return true;
  const source = kinds.find(apiVersion, kind)?.source;
  return source === 'bundled' || source === 'input';
}
