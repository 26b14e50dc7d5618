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

const flag = (value: unknown): true | undefined => (value === true ? true : undefined);
const schemas = (value: unknown): readonly Schema[] | undefined => listOf(value)?.map(readStructuralSchema);

/** How each constraint is read, by its name in the definition; undefined is what says nothing. */
const READERS: Readonly<Record<string, readonly [name: keyof Constraints, read: (value: unknown) => unknown]>> = {
  required: ['required', textsOf],
  default: ['default', value => value],
  enum: ['enum', listOf],
  pattern: ['pattern', textOf],
  format: ['format', textOf],
  minLength: ['minLength', numberOf],
  maxLength: ['maxLength', numberOf],
  minimum: ['minimum', numberOf],
  maximum: ['maximum', numberOf],
  multipleOf: ['multipleOf', numberOf],
  minItems: ['minItems', numberOf],
  maxItems: ['maxItems', numberOf],
  minProperties: ['minProperties', numberOf],
  maxProperties: ['maxProperties', numberOf],
  exclusiveMinimum: ['exclusiveMinimum', flag],
  exclusiveMaximum: ['exclusiveMaximum', flag],
  uniqueItems: ['uniqueItems', flag],
  allOf: ['allOf', schemas],
  anyOf: ['anyOf', schemas],
  oneOf: ['oneOf', schemas],
  not: ['not', value => (isRecord(value) ? readStructuralSchema(value) : undefined)],
  'x-kubernetes-validations': ['rules', value => listOf(value)?.flatMap(rule => readRule(rule) ?? [])],
  'x-kubernetes-embedded-resource': ['isEmbeddedResource', flag],
};

function readConstraints(raw: Raw): Constraints | undefined {
  let found: Record<string, unknown> | undefined;
  for (const key of Object.keys(raw)) {
    const [name, read] = (Object.hasOwn(READERS, key) ? READERS[key] : undefined) ?? [];
    const value = read?.(raw[key]);
    if (name !== undefined && value !== undefined) (found ??= {})[name] = value;
  }
  return found;
}

const withRules = new WeakMap<Raw, boolean>();

/** Whether there are rules in a definition or in a part of it. Looks at the text of the definition, so that its parts need not be read. */
function holdsRules(raw: unknown): boolean {
  if (Array.isArray(raw)) return raw.some(holdsRules);
  if (!isRecord(raw)) return false;
  const known = withRules.get(raw);
  if (known !== undefined) return known;
  const holds = Array.isArray(raw['x-kubernetes-validations']) || Object.values(raw).some(holdsRules);
  withRules.set(raw, holds);
  return holds;
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
  // Definitions share their parts, and so do the schemas.
  const schema = known.get(raw) ?? readRecord(raw);
  known.set(raw, schema);
  return schema;
}

const known = new WeakMap<Raw, Schema>();

function readRecord(raw: Raw): Schema {
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
    hasRules: () => holdsRules(raw),
  };
}
