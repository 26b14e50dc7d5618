import type { CustomResourceDefinitionSpec } from 'kubernetes-types/apiextensions/v1.d.ts';
import type { Cursor } from '../../../yaml/cursor.ts';
import type { Untyped } from '../../../yaml/untyped.ts';

/** A schema as it is written in a CustomResourceDefinition (`JSONSchemaProps`). */
export type SchemaCursor = Cursor<Untyped>;

/** Schemas nest as deep as their text: this bounds what aliases make of it. */
const MOST_SCHEMAS = 50_000;

const LISTS = ['allOf', 'anyOf', 'oneOf'] as const;
const MAPS = ['properties', 'patternProperties', 'definitions', 'dependencies'] as const;

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

/** Every schema directly within a schema. */
function childrenOf(schema: SchemaCursor): readonly SchemaCursor[] {
  const single = [itemsOf(schema), additionalPropertiesOf(schema), schema.get('not'), schema.get('additionalItems')];
  return [
    ...single.flatMap(child => (child?.isMapping === true ? [child] : [])),
    ...schema.get('items').items(),
    ...LISTS.flatMap(name => schema.get(name).items()),
    ...MAPS.flatMap(name =>
      schema
        .get(name)
        .entries()
        .map(({ value }) => value),
    ),
  ];
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
  const versions = spec.as<Untyped>().get('versions').items();
  return versions.some(version => [...schemasWithin(schemaOf(version))].some(schema => schema.get('default').isPresent));
}

/** Keywords that keep a schema from being read as a structural one at all. */
const UNREADABLE = ['id', '$schema', '$ref', 'patternProperties', 'dependencies', 'additionalItems', 'definitions'] as const;

/** Why the server cannot read a schema as a structural one; undefined where it can. */
export function unreadableKeyword(root: SchemaCursor): string | undefined {
  for (const schema of schemasWithin(root)) {
    for (const keyword of UNREADABLE) {
      const value = schema.get(keyword);
      const isSet = value.isMapping ? value.entries().length > 0 || keyword === 'additionalItems' : value.isPresent && value.text !== '';
      if (isSet) return `OpenAPIV3Schema '${keyword === '$schema' ? 'schema' : keyword}' is not supported`;
    }
    if (schema.get('items').isList) return "OpenAPIV3Schema 'items' must be a schema, but is an array";
    if (schema.get('x-kubernetes-preserve-unknown-fields').text === 'false')
      return "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined";
  }
  return undefined;
}
