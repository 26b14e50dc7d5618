import { valueOf } from '../yaml/field.ts';
import type { PodTemplate } from '../model/pod.ts';
import { satisfies, type Requirement } from '../model/selector.ts';

/** Built-in groups whose workloads the API server checks, and Jobs only where they choose their selector themselves. */
function isChecked({ kind, workload }: PodTemplate): boolean {
  if (kind?.kind === 'Job') return valueOf(workload.body.get('spec').get('manualSelector').boolean()) === true;
  return kind !== undefined && ['', 'apps', 'extensions'].includes(kind.group);
}

/** Conditions of a workload's own selector that its template surely does not meet, so that the API server refuses it (S-016). */
export function findRefusedLabels(pod: PodTemplate): readonly Requirement[] {
  if (!isChecked(pod) || !pod.selector) return [];
  return pod.selector.requirements.filter(requirement => satisfies(requirement, pod.labels) === 'no');
}

/** Whether the API server may refuse the workload for its own selector: then its labels may be what is wrong. */
export function mayBeRefused(pod: PodTemplate): boolean {
  return isChecked(pod) && (pod.selector?.requirements ?? []).some(requirement => satisfies(requirement, pod.labels) !== 'yes');
}
