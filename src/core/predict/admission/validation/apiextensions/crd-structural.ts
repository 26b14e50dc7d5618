import { toValue, stableText } from '../../../../yaml/to-value.ts';
import { booleanOf, isEmpty, isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { additionalPropertiesOf, isPlain, itemsOf, type SchemaCursor } from './crd-schema-parts.ts';

/** Where a schema stands: at the root, as the schema of elements, or of a field. */
type Level = 'root' | 'item' | 'field';

interface Nesting {
  readonly level: Level;
  /** `anyOf` is one of the forms that stand for an int-or-string. */
  readonly skipsAnyOf?: boolean;
  readonly skipsFirstAllOf?: boolean;
}

const INT_OR_STRING = stableText([{ type: 'integer' }, { type: 'string' }]);

const flag = (schema: SchemaCursor, name: string): boolean | undefined => booleanOf(schema.get(name));

function isIntOrStringPair(anyOf: SchemaCursor): boolean {
  const value = anyOf.isList && anyOf.items().length === 2 ? toValue(anyOf, 20) : undefined;
  return value !== undefined && stableText(value) === INT_OR_STRING;
}

/** Checks that a schema says of every value which type it has (`ValidateStructural`). */
export function validateStructural(root: SchemaCursor, to: Refusals, context: AdmissionContext): void {
  const validation = new StructuralValidation(to, context);
  validation.invariants(root, 'root');
  validation.completeness(root, root, root);
}

class StructuralValidation {
  readonly #to: Refusals;
  readonly #context: AdmissionContext;

  constructor(to: Refusals, context: AdmissionContext) {
    this.#to = to;
    this.#context = context;
  }

  /** `validateStructuralInvariants`. */
  invariants(schema: SchemaCursor, level: Level): void {
    if (isPlain(schema) && level !== 'root') {
      const type = textOf(schema.get('type'));
      if (type === 'array') this.#to.required('crd-schema/items-required', schema.get('items'), 'must be specified');
      if (type === '') this.#to.required('crd-schema/type-required', schema.get('type'), TYPE_WANTED[level]);
      return;
    }
    const [type, items, values] = [textOf(schema.get('type')), itemsOf(schema), additionalPropertiesOf(schema)];
    if (type === 'array' && schema.get('items').isAbsent) this.#to.required('crd-schema/items-required', schema.get('items'), 'must be specified');
    if (items) this.invariants(items, 'item');
    for (const { value } of schema.get('properties').entries()) this.invariants(value, 'field');
    if (level === 'root' && schema.get('additionalProperties').isPresent) {
      this.#to.forbidden('crd-schema/additional-properties', schema.get('additionalProperties'), 'must not be used at the root');
    }
    if (values) this.invariants(values, 'field');
    this.#extensions(schema);
    this.#values(schema, {
      level,
      skipsAnyOf: isIntOrStringPair(schema.get('anyOf')),
      skipsFirstAllOf: isIntOrStringPair(schema.get('allOf').items()[0]?.get('anyOf') ?? schema.get('allOf')),
    });
    this.#type(schema, type, level);
    this.#metadata(schema, level);
  }

  #extensions(schema: SchemaCursor): void {
    if (flag(schema, 'x-kubernetes-int-or-string') !== true) return;
    for (const name of ['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-embedded-resource']) {
      if (flag(schema, name) === true) this.#to.invalid('crd-schema/extension', schema.get(name), 'must be false if x-kubernetes-int-or-string is true');
    }
  }

  #type(schema: SchemaCursor, type: string | undefined, level: Level): void {
    const at = schema.get('type');
    const [isEmbedded, keepsUnknown] = [flag(schema, 'x-kubernetes-embedded-resource'), flag(schema, 'x-kubernetes-preserve-unknown-fields')];
    const isOpen = flag(schema, 'x-kubernetes-int-or-string') !== false || keepsUnknown !== false;
    if (isEmbedded === true && type !== undefined && type !== 'object') {
      const detail = 'must be object if x-kubernetes-embedded-resource is true';
      if (type === '') this.#to.required('crd-schema/type-required', at, detail);
      else this.#to.invalid('crd-schema/type', at, detail);
    } else if (type === '' && !isOpen) this.#to.required('crd-schema/type-required', at, TYPE_WANTED[level]);
    if (isEmbedded === true && schema.get('additionalProperties').isPresent) {
      const detail = 'must not be used if x-kubernetes-embedded-resource is set';
      this.#to.forbidden('crd-schema/additional-properties', schema.get('additionalProperties'), detail);
    }
    if (level === 'root' && type !== undefined && type !== '' && type !== 'object') this.#to.invalid('crd-schema/type', at, 'must be object at the root');
    if (isEmbedded === true && keepsUnknown === false && isEmpty(schema.get('properties'))) {
      const detail = 'must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields';
      this.#to.required('crd-schema/structural-required', schema.get('properties'), detail);
    }
  }

  /** Of its metadata, a schema may restrict the name alone. */
  #metadata(schema: SchemaCursor, level: Level): void {
    const isObject = level === 'root' || flag(schema, 'x-kubernetes-embedded-resource') === true;
    for (const { key, value } of schema.get('properties').entries()) {
      const type = textOf(value.get('type'));
      if (isObject && (key === 'kind' || key === 'apiVersion') && type !== undefined && type !== 'string') {
        this.#to.invalid('crd-schema/type', value.get('type'), 'must be string', { value: type });
      }
      if (key !== 'metadata') continue;
      if (isObject && type !== undefined && type !== 'object') this.#to.invalid('crd-schema/type', value.get('type'), 'must be object', { value: type });
      if (level === 'root' && !restrictsNamesOnly(value)) {
        const detail = 'must not specify anything other than name and generateName, but metadata is implicitly specified';
        this.#to.forbidden('crd-schema/metadata', value, detail);
      }
    }
  }

  /** `validateValueValidation`. */
  #values(schema: SchemaCursor, { level, skipsAnyOf = false, skipsFirstAllOf = false }: Nesting): void {
    if (!skipsAnyOf) for (const each of schema.get('anyOf').items()) this.#nested(each, { level });
    for (const [index, each] of schema.get('allOf').items().entries()) this.#nested(each, { level, skipsAnyOf: skipsFirstAllOf && index === 0 });
    for (const each of schema.get('oneOf').items()) this.#nested(each, { level });
    if (schema.get('not').isMapping) this.#nested(schema.get('not'), { level });
    this.#pattern(schema.get('pattern'));
  }

  #pattern(pattern: SchemaCursor): void {
    const text = textOf(pattern);
    if (text === undefined || text === '') return;
    const fault = this.#context.engines.cel?.patternFault(text);
    if (fault !== undefined) this.#to.invalid('crd-schema/pattern', pattern, `must be a valid regular expression, but isn't: ${fault}`);
  }

  /** `validateNestedValueValidation`: within `anyOf` and its like, values are restricted, not described. */
  #nested(schema: SchemaCursor, nesting: Nesting): void {
    this.#values(schema, nesting);
    const items = itemsOf(schema);
    if (items) this.#nested(items, { level: nesting.level });
    for (const { key, value } of schema.get('properties').entries()) {
      this.#nested(value, { level: 'field' });
      if (key === 'metadata') this.#to.forbidden('crd-schema/metadata', value, 'must not be specified in a nested context');
    }
    const values = schema.get('additionalProperties');
    if (values.isMapping || values.text === 'true') this.#to.forbidden('crd-schema/structural', values, 'must be undefined to be structural');
    for (const [name, wanted] of NOT_WITHIN) {
      const field = schema.get(name);
      const isStated = field.isScalar
        ? field.isPresent && field.text !== 'false' && field.text !== ''
        : isSet(field) || (name === 'default' && field.isPresent);
      if (isStated && !field.isUnknown) this.#to.forbidden('crd-schema/structural', field, `must be ${wanted} to be structural`);
    }
  }

  /** `validateStructuralCompleteness`: what `anyOf` and its like restrict is described outside of them. */
  completeness(restricting: SchemaCursor, structural: SchemaCursor | undefined, place: SchemaCursor): void {
    const alternatives = (['allOf', 'anyOf', 'oneOf'] as const).flatMap(name => restricting.get(name).items());
    for (const each of [restricting.get('not'), ...alternatives]) if (each.isMapping) this.#complete(each, structural, place);
  }

  #complete(restricting: SchemaCursor, structural: SchemaCursor | undefined, place: SchemaCursor): void {
    if (!structural || structural.isAbsent) {
      this.#to.required('crd-schema/structural-required', place, `because it is defined in ${this.#nameOf(restricting)}`);
      return;
    }
    this.completeness(restricting, structural, place);
    const items = itemsOf(restricting);
    if (items && !structural.get('items').isUnknown) this.#complete(items, itemsOf(structural), structural.get('items'));
    for (const { key, value } of restricting.get('properties').entries()) {
      const found = structural
        .get('properties')
        .entries()
        .find(entry => entry.key === key)?.value;
      if (found) this.#complete(value, found, found);
      else if (!structural.get('properties').isOpen || structural.get('properties').isAbsent) {
        const field = `${structural.get('properties').fieldPath}[${key}]`;
        this.#to.required('crd-schema/structural-required', value, `because it is defined in ${this.#nameOf(value)}`, { field });
      }
    }
  }

  #nameOf(schema: SchemaCursor): string {
    return this.#to.nameOf(schema.fieldPath);
  }
}

const TYPE_WANTED: Readonly<Record<Level, string>> = {
  root: 'must not be empty at the root',
  item: 'must not be empty for specified array items',
  field: 'must not be empty for specified object fields',
};

/** Fields that describe a value, which restrictions within `anyOf` and its like may not. */
const NOT_WITHIN = [
  ['type', 'empty'],
  ['default', 'undefined'],
  ['title', 'empty'],
  ['description', 'empty'],
  ['nullable', 'false'],
  ['x-kubernetes-preserve-unknown-fields', 'false'],
  ['x-kubernetes-embedded-resource', 'false'],
  ['x-kubernetes-int-or-string', 'false'],
  ['x-kubernetes-list-map-keys', 'empty'],
  ['x-kubernetes-list-type', 'undefined'],
  ['x-kubernetes-map-type', 'undefined'],
  ['x-kubernetes-validations', 'empty'],
] as const;

/** Whether the schema of the metadata at the root says nothing but what it may: a type, a default (judged elsewhere), name and generateName. */
function restrictsNamesOnly(metadata: SchemaCursor): boolean {
  const properties = metadata.get('properties').entries();
  const isNames = properties.every(({ key }) => key === 'name' || key === 'generateName');
  return isNames && metadata.entries().every(({ key, value }) => ['type', 'default', 'properties'].includes(key) || value.isAbsent || value.text === 'false');
}
