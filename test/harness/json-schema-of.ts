import { isRecord } from '../../src/core/schema/table.ts';
import type { Schema } from '../../src/core/schema/schema.ts';

/** A JSON Schema, as an engine of JSON Schema takes it. */
export type JsonSchema = Readonly<Record<string, unknown>> | boolean;

const INT32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
const QUANTITY = '^[+-]?[0-9]*(\\.[0-9]*)?([numkMGTPE]?|[KMGTPE]i|[eE][+-]?[0-9]+)$';

/** Integers of 64 bits need no bounds here: no test writes larger ones. */
const SCALARS: Readonly<Record<string, JsonSchema>> = {
  any: true,
  string: { type: ['string', 'null'] },
  boolean: { type: ['boolean', 'null'] },
  number: { type: ['number', 'null'] },
  intOrString: { anyOf: [{ type: ['string', 'null'] }, { type: 'integer', ...INT32 }] },
  quantity: { anyOf: [{ type: ['number', 'null'] }, { type: 'string', minLength: 1, pattern: QUANTITY }] },
  bytes: { type: ['string', 'null'], pattern: '^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$' },
  time: { type: ['string', 'null'], pattern: '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2]?[0-9]:[0-5][0-9]:[0-5][0-9]([.,][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$' },
  microTime: { type: ['string', 'null'], pattern: '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2]?[0-9]:[0-5][0-9]:[0-5][0-9][.,][0-9]{6}(Z|[+-][0-9]{2}:[0-9]{2})$' },
  duration: { type: ['string', 'null'], pattern: '^[+-]?(0|(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$' },
};

/** Renders the types of a built-in kind as JSON Schema, each struct once. */
export function jsonSchemaOfTypes(root: Schema): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const render = (schema: Schema): JsonSchema => {
    const { type, format } = schema;
    const element = schema.element?.();
    if (type === 'integer') return { type: ['integer', 'null'], ...(format === 'int32' ? INT32 : {}) };
    if (type === 'list') return { type: ['array', 'null'], items: element ? render(element) : true };
    if (type === 'map') return { type: ['object', 'null'], additionalProperties: element ? render(element) : true };
    if (type !== 'object') return SCALARS[type] ?? true;
    const name = (schema.goType ?? 'object').replaceAll('/', '.');
    if (!(name in definitions)) {
      definitions[name] = true;
      definitions[name] = { type: ['object', 'null'], additionalProperties: false, properties: renderFields(schema, render) };
    }
    return { $ref: `#/definitions/${name}` };
  };
  const top = render(root);
  return { definitions, allOf: [top], type: 'object' };
}

function renderFields(schema: Schema, render: (schema: Schema) => JsonSchema): Record<string, JsonSchema> {
  const fields = (schema.fieldNames?.() ?? []).map(name => [name, schema.field?.(name)] as const);
  return Object.fromEntries(fields.map(([name, field]) => [name, field && !field.minors ? render(field.schema) : false]));
}

/** What JSON Schema has no word for, or means otherwise. */
const DROPPED = new Set(['default', 'description', 'format', 'nullable', 'exclusiveMinimum', 'exclusiveMaximum', 'x-kubernetes-int-or-string']);

/** Fields that are filled in where they are absent. */
function withDefault(properties: unknown): Set<string> {
  return new Set(isRecord(properties) ? Object.keys(properties).filter(name => isRecord(properties[name]) && properties[name]['default'] !== undefined) : []);
}

function translateKeyword(name: string, value: unknown): unknown {
  if (name === 'properties' && isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, jsonSchemaOfDefinition(part)]));
  if (name === 'items' || name === 'not') return jsonSchemaOfDefinition(value, name === 'not');
  if (name === 'additionalProperties') return isRecord(value) ? jsonSchemaOfDefinition(value) : value;
  if ((name === 'anyOf' || name === 'oneOf' || name === 'allOf') && Array.isArray(value))
    return value.map((part: unknown) => jsonSchemaOfDefinition(part, true));
  return value;
}

/** Translates the schema of a definition into JSON Schema: objects are closed unless the definition opens them. `isInner` within alternatives. */
function jsonSchemaOfDefinition(raw: unknown, isInner = false): JsonSchema {
  if (!isRecord(raw)) return true;
  const translated: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) if (!DROPPED.has(name) && !name.startsWith('x-kubernetes')) translated[name] = translateKeyword(name, value);
  if (raw['x-kubernetes-int-or-string'] === true) translated['type'] = ['integer', 'string'];
  if (raw['format'] === 'int32' && raw['type'] === 'integer') {
    translated['minimum'] = Math.max(Number(raw['minimum'] ?? INT32.minimum), INT32.minimum);
    translated['maximum'] = Math.min(Number(raw['maximum'] ?? INT32.maximum), INT32.maximum);
  }
  if (raw['nullable'] === true && typeof raw['type'] === 'string') translated['type'] = [raw['type'], 'null'];
  const filled = withDefault(raw['properties']);
  if (Array.isArray(raw['required'])) translated['required'] = raw['required'].filter(name => !filled.has(String(name)));
  const isClosed = raw['type'] === 'object' && raw['additionalProperties'] === undefined && raw['x-kubernetes-preserve-unknown-fields'] !== true;
  if (isClosed && !isInner) translated['additionalProperties'] = false;
  return translated;
}

/** Translates the schema of a whole object. Metadata are decoded by themselves, so that no definition closes them. */
export function jsonSchemaOfObject(raw: unknown): JsonSchema {
  const schema = jsonSchemaOfDefinition(raw);
  const properties = isRecord(raw) && isRecord(raw['properties']) ? raw['properties'] : {};
  const inner = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, jsonSchemaOfDefinition(part)]));
  return { ...(typeof schema === 'boolean' ? {} : schema), properties: { apiVersion: true, kind: true, ...inner, metadata: { type: 'object' } } };
}
