import type { Resource } from '../../model/resource.ts';
import type { Kinds } from '../../schema/kinds.ts';
import type { Cel } from '../cel/cel.ts';

/** Whether an object is of a kind whose checks need the engines: one whose schema may hold rules, or that holds expressions itself. */
export function needsEngines({ apiVersion, group, kind }: Resource, kinds: Kinds): boolean {
  if (group === 'admissionregistration.k8s.io' || kind === 'CustomResourceDefinition') return true;
  const source = kinds.find(apiVersion, kind)?.source;
  return source === 'bundled' || source === 'input';
}

/** What is heavy and loaded only when a set needs it. A check that wants one that is not there stays silent. */
export interface Engines {
  readonly cel?: Cel | undefined;
}
