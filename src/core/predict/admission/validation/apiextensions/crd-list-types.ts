import { booleanOf, isEmpty, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { itemsOf, type SchemaCursor } from './crd-schema-parts.ts';

/** What `x-kubernetes-list-type` and `x-kubernetes-list-map-keys` want of a list. */
export function validateLists(schema: SchemaCursor, to: Refusals): void {
  const listType = schema.get('x-kubernetes-list-type');
  const text = listType.isPresent ? textOf(listType) : '';
  validateType(schema, to);
  if (text !== undefined && text !== '' && !['atomic', 'set', 'map'].includes(text)) {
    to.notSupported('crd-schema/list-type-unsupported', listType, ['atomic', 'set', 'map']);
  }
  if (schema.get('x-kubernetes-list-map-keys').items().length > 0 && text !== undefined && text !== 'map') {
    const detail = 'must be map if x-kubernetes-list-map-keys is non-empty';
    if (listType.isAbsent) to.required('crd-schema/list-type-required', listType, detail);
    else to.invalid('crd-schema/list-type', listType, detail);
  }
  if (text === 'map') validateMapList(schema, to);
  if (text === 'map' || text === 'set') validateElement(schema, text, to);
}

function validateType(schema: SchemaCursor, to: Refusals): void {
  const [listType, type] = [schema.get('x-kubernetes-list-type'), schema.get('type')];
  if (!listType.isPresent) return;
  const text = textOf(type);
  const detail = 'must be array if x-kubernetes-list-type is specified';
  if (isEmpty(type)) to.required('crd-schema/type-required', type, detail);
  else if (text !== undefined && text !== 'array') to.invalid('crd-schema/type', type, detail);
  else if (text === 'array' && textOf(listType) === 'set') validateSetElement(schema, to);
}

/** Elements of a set are compared as a whole. */
function validateSetElement(schema: SchemaCursor, to: Refusals): void {
  const items = itemsOf(schema);
  if (!items) return;
  const [type, listType, mapType] = [textOf(items.get('type')), items.get('x-kubernetes-list-type'), items.get('x-kubernetes-map-type')];
  const detail = 'must be atomic as item of a list with x-kubernetes-list-type=set';
  if (type === 'array' && listType.isPresent && !listType.isUnknown && textOf(listType) !== 'atomic') to.invalid('crd-schema/list-type', listType, detail);
  if (type === 'object' && !mapType.isUnknown && textOf(mapType) !== undefined && textOf(mapType) !== 'atomic') {
    to.invalid('crd-schema/list-type', mapType, detail, { value: textOf(listType) === '' ? null : textOf(listType) });
  }
}

/** Elements of a map are told apart by keys, which are scalar fields of theirs. */
function validateMapList(schema: SchemaCursor, to: Refusals): void {
  const [keys, items] = [schema.get('x-kubernetes-list-map-keys'), schema.get('items')];
  if (isEmpty(keys)) to.required('crd-schema/map-keys-required', keys, 'must not be empty if x-kubernetes-list-type is map');
  if (items.isAbsent) to.required('crd-schema/items-required', items, 'must have a schema if x-kubernetes-list-type is map');
  if (items.isList) to.invalid('crd-schema/list-type', items, 'must only have a single schema if x-kubernetes-list-type is map');
  const item = itemsOf(schema);
  const type = item && textOf(item.get('type'));
  if (!item || type === undefined) return;
  if (type !== 'object') to.invalid('crd-schema/type', item.get('type'), "must be object if parent array's x-kubernetes-list-type is map");
  else validateMapKeys(schema, item, to);
}

function validateMapKeys(schema: SchemaCursor, item: SchemaCursor, to: Refusals): void {
  const keys = schema.get('x-kubernetes-list-map-keys');
  const seen = new Set<string>();
  for (const key of keys.items()) {
    const name = textOf(key);
    if (name === undefined) continue;
    const property = item
      .get('properties')
      .entries()
      .find(entry => entry.key === name)?.value;
    const type = property && textOf(property.get('type'));
    if (property && (type === 'array' || type === 'object')) {
      to.invalid('crd-schema/map-keys', property.get('type'), "must be a scalar type if parent array's x-kubernetes-list-type is map", { value: 'object' });
    }
    if (!property && !item.get('properties').isOpen) to.invalid('crd-schema/map-keys', keys, 'entries must all be names of item properties');
    if (seen.has(name) && !keys.isOpen) to.invalid('crd-schema/map-keys', keys, 'must not contain duplicate entries');
    seen.add(name);
  }
}

/** `validateMapListKeysMapSet`: no element is null, and no key of a map is missing. */
function validateElement(schema: SchemaCursor, listType: 'map' | 'set', to: Refusals): void {
  const item = itemsOf(schema);
  if (!item) return;
  if (booleanOf(item.get('nullable')) === true)
    to.forbidden('crd-schema/map-keys', item.get('nullable'), `cannot be nullable when x-kubernetes-list-type is ${listType}`);
  if (listType === 'set') return;
  const required = item.get('required');
  const names = required.items().map(textOf);
  for (const key of schema.get('x-kubernetes-list-map-keys').items()) {
    const name = textOf(key);
    const property = item
      .get('properties')
      .entries()
      .find(entry => entry.key === name)?.value;
    if (name === undefined || !property) continue;
    const isRequired = names.includes(name) || names.includes(undefined) || (required.isOpen && !required.isAbsent);
    if (!isRequired && property.get('default').isAbsent) {
      const detail = 'this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property';
      to.required('crd-schema/map-keys-required', property.get('default'), detail);
    }
    if (booleanOf(property.get('nullable')) === true) {
      to.forbidden('crd-schema/map-keys', property.get('nullable'), 'this property is in x-kubernetes-list-map-keys, so it cannot be nullable');
    }
  }
}
