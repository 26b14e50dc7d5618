import type { Cursor } from '../../../../yaml/cursor.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { followFieldPath } from './crd-field-path.ts';
import type { SchemaCursor } from './crd-schema-parts.ts';
import { requireField } from '../meta/text.ts';

const MOST_FIELDS = 8;
const TYPES: ReadonlySet<string> = new Set(['string', 'boolean', 'integer']);

/** Fields that a list can be asked by (`ValidateCustomResourceSelectableFields`); kept by servers from 1.31 on. */
export function validateSelectableFields(fields: Cursor, schema: SchemaCursor, into: Refusals): void {
  const to = into.within({ since: 31 });
  const seen = new Set<string>();
  for (const field of fields.items()) {
    const path = field.get('jsonPath');
    const text = textOf(path);
    if (requireField(path, to, { check: 'crd/selectable-field-required' }) || text === undefined || schema.isOpen) continue;
    const found = followFieldPath(text, schema, { allowsBrackets: false });
    if ('fault' in found) {
      to.invalid('crd/selectable-field', path, `is an invalid path: ${found.fault}`);
      continue;
    }
    if (found.names[0] === 'metadata') to.invalid('crd/selectable-field', path, 'must not point to fields in metadata');
    const type = textOf(found.schema.get('type'));
    const detail = 'must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.';
    if (type !== undefined && !TYPES.has(type)) to.invalid('crd/selectable-field', path, detail);
    if (seen.has(text)) to.duplicate('crd/selectable-field-duplicated', path);
    seen.add(text);
  }
  if (seen.size > MOST_FIELDS) to.tooMany('crd/selectable-field', fields, MOST_FIELDS);
}
