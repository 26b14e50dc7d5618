import type { Affinity, NodeAffinity, PodAffinity, PodAffinityTerm, PodAntiAffinity } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults } from '../../formats.ts';
import { isEmpty, numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateLabelKeys, warnOfNullSelector } from '../meta/label-keys.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { validateLabelName, validateNodeSelector, validateNodeSelectorTerm } from './node-selector.ts';
import type { PodContext } from './pod-context.ts';

function validateWeight(weight: Cursor<number>, to: Refusals): void {
  const value = numberOf(weight);
  if (value !== undefined && (value <= 0 || value > 100)) to.invalid('affinity/weight', weight, 'must be in the range 1-100', { value });
}

function validateNodeAffinity(affinity: Cursor<NodeAffinity>, to: Refusals): void {
  const required = affinity.get('requiredDuringSchedulingIgnoredDuringExecution');
  if (required.isMapping) validateNodeSelector(required, to);
  for (const term of affinity.get('preferredDuringSchedulingIgnoredDuringExecution').items()) {
    validateWeight(term.get('weight'), to);
    validateNodeSelectorTerm(term.get('preference'), to, true);
  }
}

/** Pods to be near to or away from. The server names each wrong namespace at `namespace`. */
function validatePodAffinityTerm(term: Cursor<PodAffinityTerm>, to: Refusals, context: PodContext): void {
  if (term.get('labelSelector').isMapping) validateLabelSelector(term.get('labelSelector'), to);
  if (term.get('namespaceSelector').isMapping) validateLabelSelector(term.get('namespaceSelector'), to);
  for (const namespace of term.get('namespaces').items()) {
    const faults = dns1123LabelFaults(textOf(namespace) ?? 'unknown');
    for (const fault of faults) to.invalid('affinity/namespace', namespace, fault, { field: `${term.fieldPath}.namespace` });
  }
  validateLabelKeys(term.as(), to, { context, since: 31 });
  const topologyKey = term.get('topologyKey');
  if (isEmpty(topologyKey)) to.required('affinity/topology-key-required', topologyKey, 'can not be empty');
  validateLabelName(topologyKey, to);
  warnOfNullSelector(term.get('labelSelector'), to);
}

function validatePodAffinity(affinity: Cursor<PodAffinity | PodAntiAffinity>, to: Refusals, context: PodContext): void {
  for (const term of affinity.get('requiredDuringSchedulingIgnoredDuringExecution').items()) validatePodAffinityTerm(term, to, context);
  for (const weighted of affinity.get('preferredDuringSchedulingIgnoredDuringExecution').items()) {
    validateWeight(weighted.get('weight'), to);
    validatePodAffinityTerm(weighted.get('podAffinityTerm'), to, context);
  }
}

/** Where a pod wants to run: nodes by their labels, and pods to be near to or away from. */
export function validateAffinity(affinity: Cursor<Affinity>, to: Refusals, context: PodContext): void {
  validateNodeAffinity(affinity.get('nodeAffinity'), to);
  validatePodAffinity(affinity.get('podAffinity'), to, context);
  validatePodAffinity(affinity.get('podAntiAffinity'), to, context);
}
