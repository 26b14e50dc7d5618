import type {
  JobSpec,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
  PodFailurePolicyRule,
} from 'kubernetes-types/batch/v1.d.ts';
import type { PodSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { qualifiedNameFaults } from '../../formats.ts';
import { countOf, isEmpty, isSet, numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;
const MOST_CONDITIONS = 20;
const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS = ['In', 'NotIn'];
const STATUSES = ['False', 'True', 'Unknown'];

const listOf = (values: readonly string[]): string => `valid values: [${values.map(value => `"${value}"`).join(' ')}]`;

/** What becomes of a Job when a pod of it fails (`validatePodFailurePolicy`). */
export function validatePodFailurePolicy(spec: Cursor<JobSpec>, to: Refusals): void {
  const rules = spec.get('podFailurePolicy').get('rules');
  if ((countOf(rules) ?? 0) > MOST_RULES) to.tooMany('job/failure-rule-count', rules, MOST_RULES);
  for (const rule of rules.items()) validateRule(rule, spec, to);
}

function validateRule(rule: Cursor<PodFailurePolicyRule>, spec: Cursor<JobSpec>, to: Refusals): void {
  const [onExitCodes, onPodConditions] = [rule.get('onExitCodes'), rule.get('onPodConditions')];
  validateAction(rule.get('action'), spec, to);
  if (onExitCodes.isMapping) validateOnExitCodes(onExitCodes, spec.get('template').get('spec'), to);
  validateOnPodConditions(onPodConditions, to);
  const refuse = (detail: string): void => to.add('job/failure-rule', rule, { reason: 'FieldValueInvalid', message: `Invalid value: ${detail}` });
  if (onExitCodes.isMapping && isSet(onPodConditions)) refuse('specifying both OnExitCodes and OnPodConditions is not supported');
  if (onExitCodes.isAbsent && isEmpty(onPodConditions)) refuse('specifying one of OnExitCodes and OnPodConditions is required');
}

function validateAction(action: Cursor<string>, spec: Cursor<JobSpec>, to: Refusals): void {
  const name = textOf(action);
  if (name === '') to.required('job/failure-action-required', action, listOf(ACTIONS));
  else if (name === 'FailIndex') {
    if (spec.get('backoffLimitPerIndex').isAbsent) to.invalid('job/failure-action', action, 'requires the backoffLimitPerIndex to be set');
  } else if (name !== undefined && !ACTIONS.includes(name)) to.notSupported('job/failure-action-unsupported', action, ACTIONS);
}

function validateOnExitCodes(requirement: Cursor<PodFailurePolicyOnExitCodesRequirement>, pod: Cursor<PodSpec>, to: Refusals): void {
  const [operatorField, containerName, values] = [requirement.get('operator'), requirement.get('containerName'), requirement.get('values')];
  const operator = textOf(operatorField);
  if (operator === '') to.required('job/exit-code-operator-required', operatorField, listOf(OPERATORS));
  else if (operator !== undefined && !OPERATORS.includes(operator)) to.notSupported('job/exit-code-operator-unsupported', operatorField, OPERATORS);
  const name = containerName.isAbsent ? undefined : textOf(containerName);
  if (name !== undefined && lacksContainer(pod, name)) {
    to.invalid('job/exit-code-container', containerName, 'must be one of the container or initContainer names in the pod template');
  }
  const count = countOf(values);
  if (count === 0) to.invalid('job/exit-codes', values, 'at least one value is required', { value: [] });
  if (count !== undefined && count > MOST_EXIT_CODES) to.tooMany('job/exit-codes', values, MOST_EXIT_CODES);
  validateExitCodes(values, operator, to);
}

/** True where it is proven that the pod has no container of that name. */
function lacksContainer(pod: Cursor<PodSpec>, name: string): boolean {
  return [pod.get('containers'), pod.get('initContainers')].every(
    containers => countOf(containers) !== undefined && containers.items().every(container => ![name, undefined].includes(textOf(container.get('name')))),
  );
}

function validateExitCodes(values: Cursor<number[]>, operator: string | undefined, to: Refusals): void {
  const codes = values.items().map(value => numberOf(value));
  for (const [index, value] of values.items().entries()) {
    const code = codes[index];
    if (operator === 'In' && code === 0) to.invalid('job/exit-codes', value, 'must not be 0 for the In operator', { value: 0 });
    if (code !== undefined && codes.indexOf(code) < index) to.duplicate('job/exit-code-duplicated', value, { value: code });
  }
  const isOrdered = codes.every((code, index) => (codes[index - 1] ?? -Infinity) <= (code ?? Infinity));
  if (!isOrdered) to.invalid('job/exit-codes', values, 'must be ordered');
}

/** An absent status is `True`. */
function validateOnPodConditions(patterns: Cursor<PodFailurePolicyOnPodConditionsPattern[]>, to: Refusals): void {
  if ((countOf(patterns) ?? 0) > MOST_CONDITIONS) to.tooMany('job/failure-rule-count', patterns, MOST_CONDITIONS);
  for (const pattern of patterns.items()) {
    const [type, status] = [textOf(pattern.get('type')), textOf(pattern.get('status'))];
    if (type !== undefined) for (const fault of qualifiedNameFaults(type)) to.invalid('job/condition-type', pattern.get('type'), fault, { value: type });
    if (status !== undefined && status !== '' && !STATUSES.includes(status)) {
      to.notSupported('job/condition-status-unsupported', pattern.get('status'), STATUSES);
    }
  }
}
