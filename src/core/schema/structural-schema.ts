import type { Constraints, FieldSchema, Schema, SchemaType, ValidationRule } from './schema.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Takes anything: for what is no schema, and for parts that the API server would refuse in a definition. */
const ANYTHING: Schema = { type: 'any', isOpen: true };

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whole numbers may come as big ones where the definition is read from YAML. */
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : undefined);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const listOf = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? (value as readonly unknown[]) : undefined);
const textsOf = (value: unknown): readonly string[] | undefined => listOf(value)?.filter(each => typeof each === 'string');

const PLAIN_TYPES: Readonly<Record<string, SchemaType>> = {
  array: 'list',
  boolean: 'boolean',
  integer: 'integer',
  number: 'number',
  object: 'object',
  string: 'string',
};

function typeOf(raw: Raw): SchemaType {
  if (raw['x-kubernetes-int-or-string'] === true) return 'intOrString';
  const type = textOf(raw['type']) ?? '';
  const read = Object.hasOwn(PLAIN_TYPES, type) ? PLAIN_TYPES[type] : undefined;
  const { additionalProperties } = raw;
  return read === 'object' && (isRecord(additionalProperties) || additionalProperties === true) ? 'map' : (read ?? 'any');
}

function readRule(raw: unknown): ValidationRule | undefined {
  const rule = isRecord(raw) ? textOf(raw['rule']) : undefined;
  if (!isRecord(raw) || rule === undefined) return undefined;
  const texts = ['message', 'messageExpression', 'reason', 'fieldPath'].map(name => [name, textOf(raw[name])] as const);
  return { rule, ...Object.fromEntries(texts.filter(([, text]) => text !== undefined)), ...(raw['optionalOldSelf'] === true ? { optionalOldSelf: true } : {}) };
}

const NUMBERS = ['minLength', 'maxLength', 'minimum', 'maximum', 'multipleOf', 'minItems', 'maxItems', 'minProperties', 'maxProperties'] as const;
const FLAGS = ['exclusiveMinimum', 'exclusiveMaximum', 'uniqueItems'] as const;
const ALTERNATIVES = ['allOf', 'anyOf', 'oneOf'] as const;

function readConstraints(raw: Raw): Constraints | undefined {
  const found: [string, unknown][] = [
    ['required', textsOf(raw['required'])],
    ['default', raw['default']],
    ['enum', listOf(raw['enum'])],
    ['pattern', textOf(raw['pattern'])],
    ['format', textOf(raw['format'])],
    ...NUMBERS.map((name): [string, unknown] => [name, numberOf(raw[name])]),
    ...FLAGS.map((name): [string, unknown] => [name, raw[name] === true ? true : undefined]),
    ...ALTERNATIVES.map((name): [string, unknown] => [name, listOf(raw[name])?.map(readStructuralSchema)]),
    ['not', isRecord(raw['not']) ? readStructuralSchema(raw['not']) : undefined],
    ['rules', listOf(raw['x-kubernetes-validations'])?.flatMap(rule => readRule(rule) ?? [])],
    ['isEmbeddedResource', raw['x-kubernetes-embedded-resource'] === true ? true : undefined],
  ];
  const stated = found.filter(([, value]) => value !== undefined);
  return stated.length === 0 ? undefined : Object.fromEntries(stated);
}

function readFields(properties: Raw): Pick<Schema, 'field' | 'fieldNames'> {
  const fields = new Map<string, FieldSchema>();
  const field = (name: string): FieldSchema | undefined => {
    if (!Object.hasOwn(properties, name)) return undefined;
    const known = fields.get(name) ?? { schema: readStructuralSchema(properties[name]) };
    fields.set(name, known);
    return known;
  };
  return { field, fieldNames: () => Object.keys(properties) };
}

function readElement(type: SchemaType, { items, additionalProperties }: Raw): Pick<Schema, 'element'> {
  const part = type === 'map' ? additionalProperties : type === 'list' || type === 'any' ? items : undefined;
  if (part === undefined) return {};
  let element: Schema | undefined;
  // Of `additionalProperties: true` the server keeps scalars and empties mappings.
  return { element: () => (element ??= part === true ? { type: 'any' } : readStructuralSchema(part)) };
}

const LIST_TYPES = ['atomic', 'set', 'map'] as const;

function readList(raw: Raw): Pick<Schema, 'listType' | 'listMapKeys'> {
  const listType = LIST_TYPES.find(name => name === raw['x-kubernetes-list-type']);
  const keys = textsOf(raw['x-kubernetes-list-map-keys']);
  return { ...(listType === undefined ? {} : { listType }), ...(keys ? { listMapKeys: keys } : {}) };
}

/**
 * Reads the `openAPIV3Schema` of a CustomResourceDefinition. Nothing in it is trusted: parts are read when a value reaches them, references
 * are not followed, and what is no schema takes anything.
 */
export function readStructuralSchema(raw: unknown): Schema {
  if (!isRecord(raw) || raw['$ref'] !== undefined) return ANYTHING;
  const type = typeOf(raw);
  const { properties } = raw;
  const [format, constraints] = [textOf(raw['format']), readConstraints(raw)];
  return {
    type,
    ...(format === undefined ? {} : { format }),
    ...(raw['nullable'] === true ? { nullable: true } : {}),
    ...(isRecord(properties) ? readFields(properties) : {}),
    ...readElement(type, raw),
    ...(raw['x-kubernetes-preserve-unknown-fields'] === true ? { isOpen: true } : {}),
    ...readList(raw),
    ...(constraints ? { constraints } : {}),
  };
}
