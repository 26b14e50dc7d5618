import type { Cluster } from '../model/cluster.ts';
import { splitSelector } from '../model/given-label.ts';
import type { PolicyPeer } from '../model/network-policy.ts';
import type { PodIndex } from '../model/pod-index.ts';
import { podSatisfies } from '../model/pod-match.ts';
import type { PodTemplate } from '../model/pod.ts';
import { fileOf, labelOf, type Resource } from '../model/resource.ts';
import { buildSelection, candidatesOf } from '../model/selection.ts';
import { satisfies, type Requirement, type Selector } from '../model/selector.ts';
import { selectsSystemPods } from '../model/system-pods.ts';
import { tieBetween } from './twins.ts';

/** What selects pods: an object, or one peer of a network policy. */
export interface Selecting {
  readonly resource: Resource;
  readonly selector: Selector;
  /** Of a peer: in which namespaces it looks for pods. */
  readonly namespaces?: PolicyPeer['namespaces'];
}

/** Pods that a selector takes as it is written, and no longer once a kustomization has put its labels into it (K-073). */
export interface CutOff {
  /** The added conditions that these pods do not meet. */
  readonly given: readonly Requirement[];
  /** Undefined for pods of the cluster itself, which no kustomization labels. */
  readonly template: PodTemplate | undefined;
  /** The pods are among what is applied with the selector. */
  readonly isBeside: boolean;
}

const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** Whether a peer looks for pods in the namespace of a template, as far as it names it. */
function mayLookInto(namespaces: Selector | undefined, { workload }: PodTemplate): boolean {
  const named = namespaces?.requirements.filter(({ key }) => key === NAMESPACE_NAME) ?? [];
  const labels = { open: false, entries: new Map([[NAMESPACE_NAME, workload.namespace]]), at: workload.body.at };
  return workload.namespace.state !== 'known' || named.every(requirement => satisfies(requirement, labels) !== 'no');
}

function compareTemplates(a: PodTemplate, b: PodTemplate): number {
  const [one, other] = [a, b].map(({ workload }) => `${labelOf(workload)} ${fileOf(workload).path}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

/** Pods that a selector takes: `sure` ones, and all that it may take. */
function podsOf(from: Selecting, selector: Selector, index: PodIndex): { sure: readonly PodTemplate[]; possible: readonly PodTemplate[] } {
  const selection = buildSelection(from.resource, selector, index);
  const possible = candidatesOf(selection);
  if (!from.namespaces?.written) return { sure: selection.sure, possible };
  const all = [...possible, ...selection.elsewhere].filter(template => mayLookInto(from.namespaces, template));
  return { sure: all.filter(template => selector.requirements.every(requirement => podSatisfies(requirement, template) === 'yes')), possible: all };
}

function isTold(from: Selecting, template: PodTemplate): boolean {
  const { name } = tieBetween(from, template);
  return name === 'equal' || name === 'near';
}

/** In another scope equal labels are one application only where a name tells so: the namespace, or that of the workload. */
function isTiedAcross(from: Selecting, template: PodTemplate): boolean {
  const { namespace } = template.workload;
  const isLooked = from.namespaces?.written ? from.namespaces.requirements.length > 0 : from.resource.namespace.state === 'known';
  return (isLooked && namespace.state === 'known') || isTold(from, template);
}

/** Finds pods that the labels of a kustomization cut off from a selector that takes no others. */
export function findCutOff(from: Selecting, cluster: Cluster): CutOff | undefined {
  const { written, given } = splitSelector(from.selector);
  if (given.length === 0 || written.requirements.length === 0 || written.open) return undefined;
  if (podsOf(from, from.selector, cluster.podIndex).possible.length > 0) return undefined;
  const failedBy = (template: PodTemplate): readonly Requirement[] => given.filter(requirement => podSatisfies(requirement, template) === 'no');
  const pick = (index: PodIndex, isMeant: (template: PodTemplate) => boolean): PodTemplate | undefined =>
    podsOf(from, written, index)
      .sure.filter(template => template.kind?.runs !== 'none' && isMeant(template) && failedBy(template).length > 0)
      .sort(compareTemplates)[0];
  const beside = pick(cluster.podIndex, template => cluster.isWhole || isTold(from, template));
  if (beside) return { given: failedBy(beside), template: beside, isBeside: true };
  if (!cluster.isWhole || podsOf(from, from.selector, cluster.run.podIndex).possible.length > 0) return undefined;
  if (selectsSystemPods(written)) return { given, template: undefined, isBeside: false };
  const elsewhere = pick(cluster.run.podIndex, template => isTiedAcross(from, template));
  return elsewhere && { given: failedBy(elsewhere), template: elsewhere, isBeside: false };
}
