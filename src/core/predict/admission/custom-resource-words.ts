import { isArray, isObject, type CustomValue } from '../../schema/custom-value.ts';
import type { Bound, ValueFault } from '../../schema/value-fault.ts';
import type { Step } from '../../schema/walk.ts';
import { resolvePlain } from '../../yaml/scalar.ts';
import type { Cause, Reason } from './cause.ts';
import type { CheckId } from './checks/index.ts';
import { strictPath } from './decoder-words.ts';
import { numberText, quoteGo, valueText } from './go-text.ts';

/** One refusal in the words of the API server. */
export interface Refusal extends Pick<Cause, 'check' | 'reason' | 'field' | 'message' | 'supported' | 'wanted' | 'isEcho'> {
  readonly reason: Reason;
}

/** Field that the server names where a refusal has none. */
export const NO_FIELD = '<nil>';

/** Path as `field.Path` prints it: keys of maps in brackets. */
export function fieldOf(steps: readonly Step[]): string {
  return steps.map(({ name, isKey }, index) => (typeof name === 'number' || isKey ? `[${String(name)}]` : index === 0 ? name : `.${name}`)).join('');
}

const ABOUT_WORDS: Readonly<Record<Bound, string>> = {
  minLength: 'should be at least # chars long',
  maxLength: 'should be at most # chars long',
  minimum: 'should be greater than or equal to #',
  maximum: 'should be less than or equal to #',
  multipleOf: 'should be a multiple of #',
  minItems: 'should have at least # items',
  maxItems: 'should have at most # items',
  minProperties: 'should have at least # properties',
  maxProperties: 'should have at most # properties',
};

const CHECK_OF_BOUND: Readonly<Record<Bound, CheckId>> = {
  minLength: 'custom-resource/length',
  maxLength: 'custom-resource/length',
  minimum: 'custom-resource/number',
  maximum: 'custom-resource/number',
  multipleOf: 'custom-resource/number',
  minItems: 'custom-resource/size',
  maxItems: 'custom-resource/size',
  minProperties: 'custom-resource/size',
  maxProperties: 'custom-resource/size',
};

type BoundFault = ValueFault & { readonly kind: 'bound' };

const sizeOf = (value: CustomValue): CustomValue => (isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : value);

function boundWords({ bound, limit, isExclusive, value, steps }: BoundFault): Refusal {
  const [check, field] = [CHECK_OF_BOUND[bound], strictPath(steps)];
  if (bound === 'maxLength') return { check, field, reason: 'FieldValueTooLong', message: `Too long: may not be more than ${String(limit)} bytes` };
  const size = sizeOf(value);
  if (bound === 'maxItems' || bound === 'maxProperties')
    return { check, field, reason: 'FieldValueTooMany', message: `Too many: ${valueText(size)}: must have at most ${String(limit)} items` };
  const words = isExclusive === true ? ABOUT_WORDS[bound].replace(' or equal to', '') : ABOUT_WORDS[bound];
  return { check, field, reason: 'FieldValueInvalid', message: `Invalid value: ${valueText(size)}: ${field} in body ${words.replace('#', numberText(limit))}` };
}

/** Which rule a user would look up: quotes that are missing, quotes too many, or another type. */
function checkOfType({ wanted, found, value }: ValueFault & { readonly kind: 'type' }): CheckId {
  if (wanted === 'string' && ['integer', 'number', 'boolean'].includes(found)) return 'custom-resource/string-not-quoted';
  if (found !== 'string' || typeof value !== 'string') return 'custom-resource/wrong-type';
  const held = resolvePlain(value);
  const isHeld = wanted === 'boolean' ? typeof held === 'boolean' : typeof held === 'number' || typeof held === 'bigint';
  return isHeld && (wanted === 'boolean' || wanted === 'integer' || wanted === 'number') ? 'custom-resource/number-quoted' : 'custom-resource/wrong-type';
}

function typeWords(fault: ValueFault & { readonly kind: 'type' }): Refusal {
  const [field, found] = [strictPath(fault.steps), quoteGo(fault.found)];
  const message = `Invalid value: ${found}: ${field} in body must be of type ${fault.wanted}: ${found}`;
  return { check: checkOfType(fault), reason: 'FieldValueTypeInvalid', field, message, wanted: fault.schema };
}

function formatWords({ wanted, value, steps }: ValueFault & { readonly kind: 'format' }): Refusal {
  const [field, text] = [strictPath(steps), valueText(value)];
  const message = `Invalid value: ${text}: ${field} in body must be of type ${wanted}: ${text}`;
  return { check: 'custom-resource/format', reason: 'FieldValueTypeInvalid', field, message };
}

function enumWords({ supported, value, steps }: ValueFault & { readonly kind: 'enum' }): Refusal {
  const names = supported.map(each =>
    typeof each === 'string' ? each : JSON.stringify(each, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)),
  );
  const message = `Unsupported value: ${valueText(value)}: supported values: ${names.map(quoteGo).join(', ')}`;
  return { check: 'custom-resource/value-unsupported', reason: 'FieldValueNotSupported', field: strictPath(steps), message, supported: names };
}

/** Refusals that the server gives without a field and a value. */
const bare = (check: CheckId, sentence: string): Refusal => ({
  check,
  reason: 'FieldValueInvalid',
  field: NO_FIELD,
  message: `Invalid value: "": ${sentence}`,
});

type AlternativesFault = ValueFault & { readonly kind: 'any-of' | 'one-of' | 'all-of' | 'none-of' };

function alternativesWords(fault: AlternativesFault): Refusal {
  const path = quoteGo(strictPath(fault.steps));
  const check: CheckId = 'custom-resource/alternatives';
  switch (fault.kind) {
    case 'any-of':
      return bare(check, `${path} must validate at least one schema (anyOf)`);
    case 'one-of': {
      const found = fault.valid === 0 ? 'Found none valid' : `Found ${String(fault.valid)} valid alternatives`;
      return bare(check, `${path} must validate one and only one schema (oneOf). ${found}`);
    }
    case 'all-of':
      return bare(check, `${path} must validate all the schemas (allOf)${fault.valid === 0 ? '. None validated' : ''}`);
    case 'none-of':
      return bare(check, `${path} must not validate the schema (not)`);
  }
}

/** What the API server says to a fault. */
export function refusalOf(fault: ValueFault): Refusal {
  const field = strictPath(fault.steps);
  const invalid = (check: CheckId, sentence: string): Refusal => ({ check, reason: 'FieldValueInvalid', field, message: `Invalid value: ${sentence}` });
  switch (fault.kind) {
    case 'type':
      return typeWords(fault);
    case 'format':
      return formatWords(fault);
    case 'range':
      return bare('custom-resource/number', `Checked value must be of type ${fault.wanted} in ${field}`);
    case 'required':
      return { check: 'custom-resource/field-required', reason: 'FieldValueRequired', field, message: 'Required value' };
    case 'enum':
      return enumWords(fault);
    case 'pattern':
      return invalid('custom-resource/pattern', `${valueText(fault.value)}: ${field} in body should match '${fault.pattern}'`);
    case 'bound':
      return boundWords(fault);
    case 'unique-items':
      return invalid('custom-resource/size', `"": ${field} in body shouldn't contain duplicates`);
    case 'duplicate':
      return {
        check: 'custom-resource/entry-duplicated',
        reason: 'FieldValueDuplicate',
        field: fieldOf(fault.steps),
        message: `Duplicate value: ${valueText(fault.value)}`,
      };
    case 'not-an-object':
      return {
        ...invalid('custom-resource/wrong-type', `${valueText(fault.value)}: must be an object for an array of list-type map`),
        field: fieldOf(fault.steps),
      };
    default:
      return alternativesWords(fault);
  }
}
