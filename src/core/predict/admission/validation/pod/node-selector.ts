import type { NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123SubdomainFaults, labelValueFaults, qualifiedNameFaults } from '../../formats.ts';
import { countOf, isEmpty, isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

/** Keys of nodes that have other names by now, and the minor that renamed them. */
const RENAMED_LABELS: Readonly<Record<string, readonly [now: string, since: string]>> = {
  'beta.kubernetes.io/arch': ['kubernetes.io/arch', '1.14'],
  'beta.kubernetes.io/os': ['kubernetes.io/os', '1.14'],
  'failure-domain.beta.kubernetes.io/region': ['topology.kubernetes.io/region', '1.17'],
  'failure-domain.beta.kubernetes.io/zone': ['topology.kubernetes.io/zone', '1.17'],
  'beta.kubernetes.io/instance-type': ['node.kubernetes.io/instance-type', '1.17'],
};

/** The key that stands for an old one. */
export function findNewNodeLabel(key: string): string | undefined {
  return Object.hasOwn(RENAMED_LABELS, key) ? RENAMED_LABELS[key]?.[0] : undefined;
}

/** Warns of the old key of a node where it is written. Some fields repeat the key before they say what is wrong with it. */
export function warnOfNodeLabel(at: Cursor<unknown>, key: string | undefined, to: Refusals, repeatsKey: boolean): void {
  const renamed = key !== undefined && Object.hasOwn(RENAMED_LABELS, key) ? RENAMED_LABELS[key] : undefined;
  if (!renamed) return;
  const [now, since] = renamed;
  to.warn('pod/node-label-warning', at, `${at.fieldPath}: ${repeatsKey ? `${String(key)} is ` : ''}deprecated since v${since}; use "${now}" instead`);
}

/** The name of a label or of what a label tells (`ValidateLabelName`), also where it is empty. */
export function validateLabelName(at: Cursor<unknown>, to: Refusals): void {
  const key = textOf(at);
  if (key !== undefined) for (const fault of qualifiedNameFaults(key)) to.invalid('node-selector/key', at, fault, { value: key });
}

/** How many values an operator wants. */
function validateValueCount(requirement: Cursor<NodeSelectorRequirement>, to: Refusals): void {
  const [operator, values] = [textOf(requirement.get('operator')), requirement.get('values')];
  const count = countOf(values);
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (isEmpty(values)) to.required('node-selector/values-required', values, "must be specified when `operator` is 'In' or 'NotIn'");
      return;
    case 'Exists':
    case 'DoesNotExist':
      if (isSet(values)) to.forbidden('node-selector/values-forbidden', values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
      return;
    case 'Gt':
    case 'Lt':
      if (count !== undefined && count !== 1) {
        to.required('node-selector/values-required', values, "must be specified single value when `operator` is 'Lt' or 'Gt'");
      }
      return;
    case undefined:
      return;
    default:
      to.invalid('node-selector/operator', requirement.get('operator'), 'not a valid selector operator');
  }
}

/** Values that no label of a node can have. Servers before 1.33 do not mind, and later ones only warn of what is preferred. */
function validateValues(requirement: Cursor<NodeSelectorRequirement>, to: Refusals, isPreferred: boolean): void {
  const since = { since: 33 };
  for (const value of requirement.get('values').items()) {
    const text = textOf(value);
    for (const fault of text === undefined ? [] : labelValueFaults(text)) {
      if (isPreferred) to.warn('node-selector/value-warning', value, `${value.fieldPath}: ${String(text)} is invalid, ${fault}`, since);
      else to.invalid('node-selector/value', value, fault, since);
    }
  }
}

/** A field of a node, of which only the name can be asked for, and only for one name. */
function validateFieldRequirement(requirement: Cursor<NodeSelectorRequirement>, to: Refusals): void {
  const [key, operator, values] = [requirement.get('key'), requirement.get('operator'), requirement.get('values')];
  const [wanted, asks, count] = [textOf(key), textOf(operator), countOf(values)];
  if (asks === 'In' || asks === 'NotIn') {
    const detail = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector";
    if (count !== undefined && count !== 1) to.required('node-selector/values-required', values, detail);
  } else if (asks !== undefined) to.invalid('node-selector/operator', operator, 'not a valid selector operator');
  if (wanted === 'metadata.name') {
    for (const value of values.items()) {
      for (const fault of dns1123SubdomainFaults(textOf(value) ?? 'unknown')) to.invalid('node-selector/value', value, fault);
    }
  } else if (wanted !== undefined) to.invalid('node-selector/field-key', key, 'not a valid field selector key');
}

/** One of the terms of which a node must meet one; `isPreferred` ones may ask for values that no label has. */
export function validateNodeSelectorTerm(term: Cursor<NodeSelectorTerm>, to: Refusals, isPreferred = false): void {
  for (const requirement of term.get('matchExpressions').items()) {
    validateValueCount(requirement, to);
    validateLabelName(requirement.get('key'), to);
    validateValues(requirement, to, isPreferred);
    warnOfNodeLabel(requirement.get('key'), textOf(requirement.get('key')), to, true);
  }
  for (const requirement of term.get('matchFields').items()) validateFieldRequirement(requirement, to);
}

export function validateNodeSelector(selector: Cursor<NodeSelector>, to: Refusals): void {
  const terms = selector.get('nodeSelectorTerms');
  if (isEmpty(terms)) to.required('node-selector/terms-required', terms, 'must have at least one node selector term');
  for (const term of terms.items()) validateNodeSelectorTerm(term, to);
}
