import { isObject, type Json, type JsonObject } from './definitions.ts';

/** Keywords for readers, which no check needs. */
const WORDS: ReadonlySet<string> = new Set(['description', 'example', 'externalDocs', 'title']);

/** Keywords whose value is a table of schemas by name. */
const TABLES: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'definitions']);

/** Keywords whose value is data. */
const DATA: ReadonlySet<string> = new Set(['default', 'enum', 'required', 'x-kubernetes-list-map-keys']);

/** What is kept of a CEL rule or any other object of a keyword. */
const mapValues = (value: JsonObject, each: (value: Json) => Json): JsonObject => Object.fromEntries(Object.entries(value).map(([key, part]) => [key, each(part)]));

/** A schema without descriptions. */
export function stripWords(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map((part: Json) => stripWords(part));
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([key]) => !WORDS.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, DATA.has(key) ? value : TABLES.has(key) && isObject(value) ? mapValues(value, stripWords) : stripWords(value)]));
}

/**
 * A status is written by controllers and dropped from what a user sends, so its schema is left open,
 * unless a rule of the whole object looks at it.
 */
export function openStatus(schema: Json): Json {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  if (!isObject(schema) || !isObject(properties) || !isObject(properties['status'])) return schema;
  if (JSON.stringify(schema['x-kubernetes-validations'] ?? '').includes('status')) return schema;
  return { ...schema, properties: { ...properties, status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } } };
}

/** Parts shorter than this are written where they stand. */
const SHORTEST = 80;

/** Schemas whose repeated parts stand once, in `parts`, and are named by number: `{"$ref": 12}`. A part names only parts before it. */
export interface Packed {
  readonly parts: readonly Json[];
  readonly schemas: readonly Json[];
}

/** Packs schemas: equal parts become one. The order of keys counts, so that nothing changes on the way back. */
export function packSchemas(schemas: readonly Json[]): Packed {
  const seen = new Map<string, number>();
  const count = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = JSON.stringify(value);
    const times = seen.get(text) ?? 0;
    seen.set(text, times + 1);
    if (times === 0) for (const part of Object.values(value)) count(part);
  };
  for (const schema of schemas) count(schema);
  const parts: Json[] = [];
  const numbers = new Map<string, number>();
  const pack = (value: Json): Json => {
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    const inside = (): Json => (isObject(value) ? mapValues(value, pack) : Array.isArray(value) ? value.map((part: Json) => pack(part)) : value);
    if (!isObject(value) || (seen.get(text) ?? 0) < 2 || text.length < SHORTEST) return inside();
    const known = numbers.get(text);
    if (known !== undefined) return { $ref: known };
    const number = parts.push(inside()) - 1;
    numbers.set(text, number);
    return { $ref: number };
  };
  const packed = schemas.map(pack);
  return { parts, schemas: packed };
}
