import type { Field } from '../yaml/field.ts';

/** The field as the API server reads it: `value` where nothing is written. The place stays where the field would stand. */
export function withDefault<T>(field: Field<T>, value: T): Field<T> {
  return field.state === 'absent' ? { state: 'known', value, at: field.at } : field;
}
