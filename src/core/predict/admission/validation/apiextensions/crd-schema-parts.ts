import type { CustomResourceDefinitionSpec } from 'kubernetes-types/apiextensions/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Untyped } from '../../../../yaml/untyped.ts';

/** A schema as it is written in a CustomResourceDefinition (`JSONSchemaProps`). */
export type SchemaCursor = Cursor<Untyped>;

/** Schemas nest as deep as their text: this bounds what aliases make of it. */
const MOST_SCHEMAS = 50_000;

/** The schema of the elements; absent where `items` is a list of schemas. */
export function itemsOf(schema: SchemaCursor): SchemaCursor | undefined {
  const items = schema.get('items');
  return items.isMapping ? items : undefined;
}

/** The schema of the values of a map; undefined where none is written, or `true` or `false`. */
export function additionalPropertiesOf(schema: SchemaCursor): SchemaCursor | undefined {
  const values = schema.get('additionalProperties');
  return values.isMapping ? values : undefined;
}

const SINGLE: ReadonlySet<string> = new Set(['items', 'additionalProperties', 'not', 'additionalItems']);
const LISTS: ReadonlySet<string> = new Set(['items', 'allOf', 'anyOf', 'oneOf']);
const MAPS: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'definitions', 'dependencies']);

/** Keywords that say nothing about how a schema is built: most schemas have no others. */
const PLAIN: ReadonlySet<string> = new Set(
  'type description title format enum minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength multipleOf minItems maxItems minProperties maxProperties required externalDocs example'.split(
    ' ',
  ),
);

/** Whether a schema has a type and bounds and nothing else, so that only its type is left to check. */
export const isPlain = (schema: SchemaCursor): boolean => schema.isMapping && !schema.isOpen && schema.entries().every(({ key }) => PLAIN.has(key));

/** Every schema directly within a schema. */
function childrenOf(schema: SchemaCursor): readonly SchemaCursor[] {
  const children: SchemaCursor[] = [];
  for (const { key, value } of schema.entries()) {
    if (PLAIN.has(key)) continue;
    if (SINGLE.has(key) && value.isMapping) children.push(value);
    else if (LISTS.has(key)) children.push(...value.items());
    else if (MAPS.has(key)) for (const entry of value.entries()) children.push(entry.value);
  }
  return children;
}

/** A schema and all within it. */
export function* schemasWithin(root: SchemaCursor): Generator<SchemaCursor> {
  const waiting = [root];
  for (let left = MOST_SCHEMAS; left > 0; left--) {
    const schema = waiting.pop();
    if (!schema) return;
    yield schema;
    waiting.push(...childrenOf(schema));
  }
}

export const schemaOf = (version: Cursor): SchemaCursor => version.get('schema').get('openAPIV3Schema');

/** Whether a schema of any version states a default. */
export function hasDefaults(spec: Cursor<CustomResourceDefinitionSpec>): boolean {
  for (const version of spec.as<Untyped>().get('versions').items()) {
    for (const schema of schemasWithin(schemaOf(version))) if (schema.get('default').isPresent) return true;
  }
  return false;
}

/** Keywords that keep a schema from being read as a structural one at all. */
const UNREADABLE: ReadonlySet<string> = new Set(['id', '$schema', '$ref', 'patternProperties', 'dependencies', 'additionalItems', 'definitions']);

function unreadableEntry(key: string, value: SchemaCursor): string | undefined {
  if (UNREADABLE.has(key)) {
    const isStated = value.isMapping ? value.entries().length > 0 || key === 'additionalItems' : value.isPresent && value.text !== '';
    return isStated ? `OpenAPIV3Schema '${key === '$schema' ? 'schema' : key}' is not supported` : undefined;
  }
  if (key === 'items' && value.isList) return "OpenAPIV3Schema 'items' must be a schema, but is an array";
  const isDropped = key === 'x-kubernetes-preserve-unknown-fields' && value.text === 'false';
  return isDropped ? "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined" : undefined;
}

/** Why the server cannot read a schema as a structural one; undefined where it can. */
export function unreadableKeyword(root: SchemaCursor): string | undefined {
  for (const schema of schemasWithin(root)) {
    for (const { key, value } of schema.entries()) {
      const fault = PLAIN.has(key) ? undefined : unreadableEntry(key, value);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}
