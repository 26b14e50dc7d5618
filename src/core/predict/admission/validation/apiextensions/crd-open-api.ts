import { booleanOf, isEmpty, isSet, numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateLists } from './crd-list-types.ts';
import { validateRuleFields, type RuleValidation } from './crd-rules.ts';
import type { SchemaPlace } from './crd-schema-place.ts';
import { additionalPropertiesOf, isPlain, itemsOf, type SchemaCursor } from './crd-schema-parts.ts';

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const META_FIELDS: ReadonlySet<string> = new Set(['metadata', 'kind', 'apiVersion']);

/** `ValidateCustomResourceDefinitionOpenAPISchema`. Rules are compiled where they are given to and their schemas are sound. */
export function validateOpenApiSchema(schema: SchemaCursor, to: Refusals, rules: RuleValidation | undefined): void {
  new OpenApiValidation(to, rules).schema(schema, { isRoot: true, hasRules: true, occurrences: 1 });
  rules?.validateTotal(schema, to);
}

function times(occurrences: number | undefined, bound: SchemaCursor): number | undefined {
  const most = bound.isAbsent ? undefined : (numberOf(bound) ?? 1);
  return occurrences === undefined || most === undefined ? undefined : occurrences * Math.max(0, most);
}

class OpenApiValidation {
  readonly #to: Refusals;
  readonly #rules: RuleValidation | undefined;

  constructor(to: Refusals, rules: RuleValidation | undefined) {
    this.#to = to;
    this.#rules = rules;
  }

  /** Whether the schema and all within it are sound, rules aside. */
  schema(schema: SchemaCursor, place: SchemaPlace): boolean {
    const ruleFaults = this.#rules?.faults ?? 0;
    const before = this.#to.causes.length;
    if (isPlain(schema)) {
      this.#type(schema);
      return this.#to.causes.length === before;
    }
    this.#keywords(schema, place);
    this.#additionalProperties(schema, place);
    this.#properties(schema, place);
    const nested: SchemaPlace = { ...place, isRoot: false, hasRules: false };
    if (schema.get('not').isMapping) this.schema(schema.get('not'), nested);
    for (const name of ['allOf', 'oneOf', 'anyOf']) for (const each of schema.get(name).items()) this.schema(each, nested);
    for (const name of ['definitions', 'dependencies']) {
      for (const { value } of schema.get(name).entries()) if (value.isMapping) this.schema(value, nested);
    }
    this.#items(schema, place);
    this.#extensions(schema);
    validateLists(schema, this.#to);
    validateRuleFields(schema, this.#to);
    const isSound = this.#to.causes.length - before === (this.#rules?.faults ?? 0) - ruleFaults;
    if (isSound && place.hasRules) this.#rules?.compile(schema, place, this.#to);
    return isSound;
  }

  #type(schema: SchemaCursor): void {
    const type = textOf(schema.get('type'));
    if (type !== undefined && type !== '' && !TYPES.includes(type)) this.#to.notSupported('crd-schema/type-unsupported', schema.get('type'), TYPES);
    if (type === 'null') this.#to.forbidden('crd-schema/type', schema.get('type'), 'type cannot be set to null, use nullable as an alternative');
  }

  /** Keywords of JSON Schema that no definition may use. */
  #keywords(schema: SchemaCursor, { isMeta = false, noDefaults }: SchemaPlace): void {
    this.#type(schema);
    if (noDefaults !== undefined && schema.get('default').isPresent) {
      this.#to.forbidden('crd-schema/default', schema.get('default'), `must not be set ${noDefaults}`);
    }
    for (const name of ['id', 'additionalItems', 'patternProperties', 'definitions', 'dependencies', '$ref']) {
      const field = schema.get(name);
      const isThere = name === 'patternProperties' || name === 'definitions' || name === 'id' ? isSet(field) : field.isPresent;
      if (isThere) this.#to.forbidden('crd-schema/keyword', field, `${name} is not supported`);
    }
    if (isSet(schema.get('items')) && schema.get('items').isList) {
      this.#to.forbidden('crd-schema/keyword', schema.get('items'), 'items must be a schema object and not an array');
    }
    if (isMeta && booleanOf(schema.get('x-kubernetes-embedded-resource')) === true) {
      this.#to.forbidden('crd-schema/extension', schema.get('x-kubernetes-embedded-resource'), 'must not be used inside of resource meta');
    }
    if (booleanOf(schema.get('uniqueItems')) === true) {
      const detail = 'uniqueItems cannot be set to true since the runtime complexity becomes quadratic';
      this.#to.forbidden('crd-schema/keyword', schema.get('uniqueItems'), detail);
    }
  }

  #additionalProperties(schema: SchemaCursor, place: SchemaPlace): void {
    const [values, inner] = [schema.get('additionalProperties'), additionalPropertiesOf(schema)];
    if ((inner || values.text === 'false') && isSet(schema.get('properties'))) {
      this.#to.forbidden('crd-schema/additional-properties', values, 'additionalProperties and properties are mutual exclusive');
    }
    if (!inner) return;
    const noDefaults = place.isMeta === true ? 'inside additionalProperties applying to object metadata' : place.noDefaults;
    this.schema(inner, {
      ...place,
      isRoot: false,
      occurrences: times(place.occurrences, schema.get('maxProperties')),
      ...(noDefaults !== undefined && { noDefaults }),
    });
  }

  #properties(schema: SchemaCursor, place: SchemaPlace): void {
    const { isRoot = false } = place;
    const isObject = isRoot || booleanOf(schema.get('x-kubernetes-embedded-resource')) === true;
    const mapType = textOf(schema.get('x-kubernetes-map-type'));
    const uncorrelated = place.uncorrelated ?? (mapType === 'atomic' ? schema : undefined);
    for (const { key, value } of schema.get('properties').entries()) {
      const isMeta = isObject && META_FIELDS.has(key);
      const noDefaults = isMeta && isRoot ? `in top-level ${key}` : place.noDefaults;
      this.schema(value, {
        ...place,
        isRoot: false,
        ...(isMeta && { isMeta }),
        ...(uncorrelated && { uncorrelated }),
        ...(noDefaults !== undefined && { noDefaults }),
      });
    }
  }

  #items(schema: SchemaCursor, place: SchemaPlace): void {
    const uncorrelated = place.uncorrelated ?? (textOf(schema.get('x-kubernetes-list-type')) === 'map' ? undefined : schema);
    const within: SchemaPlace = {
      ...place,
      isRoot: false,
      occurrences: times(place.occurrences, schema.get('maxItems')),
      ...(uncorrelated && { uncorrelated }),
    };
    const items = itemsOf(schema);
    for (const each of items ? [items] : schema.get('items').items()) this.schema(each, within);
  }

  #extensions(schema: SchemaCursor): void {
    const [type, keeps, mapType] = [schema.get('type'), schema.get('x-kubernetes-preserve-unknown-fields'), schema.get('x-kubernetes-map-type')];
    if (keeps.isPresent && booleanOf(keeps) === false) this.#to.invalid('crd-schema/extension', keeps, 'must be true or undefined');
    if (!mapType.isPresent) return;
    const [text, kind] = [textOf(type), textOf(mapType)];
    const detail = 'must be object if x-kubernetes-map-type is specified';
    if (isEmpty(type)) this.#to.required('crd-schema/type-required', type, detail);
    else if (text !== undefined && text !== 'object') this.#to.invalid('crd-schema/type', type, detail);
    if (kind !== undefined && kind !== 'atomic' && kind !== 'granular') {
      this.#to.notSupported('crd-schema/map-type-unsupported', mapType, ['atomic', 'granular']);
    }
  }
}
