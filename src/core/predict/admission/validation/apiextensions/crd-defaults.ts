import { readStructuralSchema } from '../../../../schema/structural-schema.ts';
import type { Schema } from '../../../../schema/schema.ts';
import { ValueValidator } from '../../../../schema/validate-value.ts';
import { isPlaceholder } from '../../../../yaml/mask.ts';
import { toValue, type PlainValue } from '../../../../yaml/to-value.ts';
import { refusalOf } from '../../custom-resource-words.ts';
import { booleanOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { isPlain, itemsOf, type SchemaCursor } from './crd-schema-parts.ts';

const MOST_NODES = 20_000;
const META_FIELDS: ReadonlySet<string> = new Set(['metadata', 'apiVersion', 'kind']);

const isRecord = (value: PlainValue): value is Readonly<Record<string, PlainValue>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: PlainValue): value is readonly PlainValue[] => Array.isArray(value);

/** Whether a value holds a text that something will be put in the place of. */
function isHidden(value: PlainValue): boolean {
  if (typeof value === 'string') return isPlaceholder(value);
  if (isList(value)) return value.some(isHidden);
  return isRecord(value) && Object.entries(value).some(([key, each]) => isPlaceholder(key) || isHidden(each));
}

/** Whether a value holds fields that its schema does not keep. */
function hasUnknownFields(value: PlainValue, schema: Schema): boolean {
  if (isList(value)) {
    const element = schema.element?.();
    return element !== undefined && value.some(each => hasUnknownFields(each, element));
  }
  if (!isRecord(value)) return false;
  return Object.entries(value).some(([key, each]) => {
    const field = schema.field?.(key)?.schema ?? (schema.type === 'map' ? schema.element?.() : undefined);
    return field ? hasUnknownFields(each, field) : schema.isOpen !== true;
  });
}

/** Every default fits the schema that states it (`ValidateDefaults`). */
export function validateDefaults(schema: SchemaCursor, to: Refusals, context: AdmissionContext): void {
  if (isPlain(schema)) return;
  validateDefault(schema, to, context);
  const items = itemsOf(schema);
  if (items) validateDefaults(items, to, context);
  const isObject = schema.parent?.fieldPath.endsWith('.schema') === true || booleanOf(schema.get('x-kubernetes-embedded-resource')) === true;
  for (const { key, value } of schema.get('properties').entries()) {
    // Defaults within metadata are judged by the whole object, which is not made here.
    if (!(isObject && META_FIELDS.has(key))) validateDefaults(value, to, context);
  }
}

function validateDefault(schema: SchemaCursor, to: Refusals, { engines }: AdmissionContext): void {
  const at = schema.get('default');
  if (!at.isPresent) return;
  const [value, raw] = [toValue(at, MOST_NODES), toValue(schema, MOST_NODES)];
  if (value === undefined || raw === undefined || isHidden(value) || isHidden(raw)) return;
  const structural = readStructuralSchema(raw);
  if (booleanOf(schema.get('x-kubernetes-embedded-resource')) !== true && hasUnknownFields(value, structural)) {
    to.invalid('crd-schema/default', at, 'must not have unknown fields');
  }
  const { cel } = engines;
  const validator = new ValueValidator({ matches: (pattern, text) => cel?.matches(pattern, text), open: new Set() });
  const { faults } = validator.validate(value, structural);
  for (const fault of faults) {
    const { reason, field, message } = refusalOf(fault);
    const separator = field === '' || field.startsWith('[') ? '' : '.';
    to.add('crd-schema/default', at, { reason, message }, { field: field === '<nil>' ? field : `${at.fieldPath}${separator}${field}` });
  }
}
