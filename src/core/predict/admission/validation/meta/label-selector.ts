import type { LabelSelector, LabelSelectorRequirement } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { labelValueFaults, qualifiedNameFaults } from '../../formats.ts';
import { isEmpty, isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateLabels } from './labels.ts';

export interface LabelSelectorOptions {
  /** Values of `matchExpressions` may be no labels. */
  readonly allowsInvalidValues?: boolean;
}

/** A label selector that is written, empty or not (`ValidateLabelSelector`, S-007). False where the server refuses it. */
export function validateLabelSelector(selector: Cursor<LabelSelector>, to: Refusals, options: LabelSelectorOptions = {}): boolean {
  const before = to.causes.length;
  validateLabels(selector.get('matchLabels'), to, { use: 'selector' });
  for (const requirement of selector.get('matchExpressions').items()) validateRequirement(requirement, to, options);
  return to.causes.length === before;
}

/** True where it is proven that a selector is written and asks for nothing, so that everything matches it (S-008). */
export function isEmptySelector(selector: Cursor<LabelSelector>): boolean {
  return selector.isPresent && isEmpty(selector.get('matchLabels')) && isEmpty(selector.get('matchExpressions'));
}

/** One of `matchExpressions` (`ValidateLabelSelectorRequirement`). */
function validateRequirement(requirement: Cursor<LabelSelectorRequirement>, to: Refusals, { allowsInvalidValues = false }: LabelSelectorOptions): void {
  const [operator, values] = [textOf(requirement.get('operator')), requirement.get('values')];
  if (operator === 'In' || operator === 'NotIn') {
    if (isEmpty(values)) to.required('selector/values-required', values, "must be specified when `operator` is 'In' or 'NotIn'");
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (isSet(values)) to.forbidden('selector/values-forbidden', values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
  } else if (operator !== undefined) to.invalid('selector/operator', requirement.get('operator'), 'not a valid selector operator');
  const key = textOf(requirement.get('key'));
  if (key !== undefined) for (const fault of qualifiedNameFaults(key)) to.invalid('selector/key', requirement.get('key'), fault, { value: key });
  if (!allowsInvalidValues) for (const value of values.items()) validateValue(value, to);
}

function validateValue(value: Cursor<string>, to: Refusals): void {
  const text = textOf(value);
  if (text !== undefined) for (const fault of labelValueFaults(text)) to.invalid('selector/value', value, fault);
}
