import { sameNamespace } from './namespace.ts';
import type { Answer } from './answer.ts';
import { selectsPods } from './pod-match.ts';
import type { PodIndex } from './pod-index.ts';
import type { PodTemplate } from './pod.ts';
import type { Resource } from './resource.ts';
import type { Selector } from './selector.ts';
import type { ServicePort } from './service.ts';

/** What takes pods by their labels in its namespace: a Service, a disruption budget. */
export interface PodSelecting {
  readonly resource: Resource;
  readonly selector: Selector;
  /** Ports that the pods serve for it. */
  readonly ports?: readonly ServicePort[];
}

/** Pod templates behind a selector of an object in a namespace. */
export interface Selection {
  /** Labels and namespace surely meet. */
  readonly sure: readonly PodTemplate[];
  /** Nothing proves that they do not meet: a value, a namespace or a label of a controller decides. */
  readonly possible: readonly PodTemplate[];
  /** Labels surely meet, but both sides name their namespace and the two differ. */
  readonly elsewhere: readonly PodTemplate[];
}

function judge(labels: Answer, namespace: Answer): keyof Selection | undefined {
  if (labels === 'no') return undefined;
  if (namespace === 'no') return labels === 'yes' ? 'elsewhere' : undefined;
  return labels === 'yes' && namespace === 'yes' ? 'sure' : 'possible';
}

/** Whom a selector takes: pods of its own namespace, whatever makes them (S-010, S-028). */
export function buildSelection(from: Resource, selector: Selector, index: PodIndex): Selection {
  const selection = { sure: new Array<PodTemplate>(), possible: new Array<PodTemplate>(), elsewhere: new Array<PodTemplate>() };
  for (const template of index.candidates(selector)) {
    if (template.kind?.runs === 'none') continue;
    const group = judge(selectsPods(selector, template), sameNamespace(from, template.workload));
    if (group) selection[group].push(template);
  }
  return selection;
}

/** `sure` and `possible` together: all that the selector may take. */
export function candidatesOf(selection: Selection): readonly PodTemplate[] {
  return [...selection.sure, ...selection.possible];
}
