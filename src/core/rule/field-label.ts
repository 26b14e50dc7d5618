import type { Schema, SchemaType } from '../schema/schema.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import { fieldNameOf } from './refused-value.ts';

/** What the entries of well-known maps are called. */
const ENTRIES: Readonly<Record<string, string>> = {
  labels: 'label',
  matchLabels: 'selector',
  selector: 'selector',
  annotations: 'annotation',
  nodeSelector: 'node label',
  data: 'key',
  stringData: 'key',
};

const stepOf = (cursor: Cursor<unknown>): string => cursor.path.slice(cursor.parent?.path.length ?? 0).replace(/^\./, '');

/** The name of the variable that a value of `env` belongs to. */
function variableOf(cursor: Cursor<unknown>): string | undefined {
  const { parent } = cursor;
  if (!parent?.parent || stepOf(cursor) !== 'value' || stepOf(parent.parent) !== 'env') return undefined;
  return valueOf(parent.as<{ readonly name: string }>().get('name').string());
}

/** A field in the middle of a sentence: `label "app"`, `variable "PORT"`, `field "replicas"`, `an element of "ports"`. */
export function describeField(cursor: Cursor<unknown>): string {
  const { parent } = cursor;
  if (cursor.index !== undefined) return `an element of "${fieldNameOf(cursor)}"`;
  const variable = variableOf(cursor);
  if (variable !== undefined) return `variable "${variable}"`;
  const step = stepOf(cursor);
  const entry = parent && ENTRIES[stepOf(parent)];
  return entry === undefined ? `field "${step}"` : `${entry} "${step}"`;
}

/** The mapping in the middle of a sentence: `"spec"`, `"ports"` for an element of that list, `the object itself`. */
export function describeMapping(mapping: Cursor<unknown>): string {
  if (!mapping.parent) return 'the object itself';
  return `"${fieldNameOf(mapping)}"`;
}

const WANTED: Readonly<Record<SchemaType, string>> = {
  any: 'another value',
  boolean: 'true or false',
  bytes: 'base64 text',
  duration: 'a duration',
  integer: 'a whole number',
  intOrString: 'a whole number or text',
  list: 'a list',
  map: 'a mapping',
  microTime: 'a time',
  number: 'a number',
  object: 'a mapping',
  quantity: 'a quantity',
  string: 'text',
  time: 'a time',
};

/** What a schema wants, in words. */
export const describeWanted = (schema: Schema | undefined): string => WANTED[schema?.type ?? 'any'];

/** What stands at a cursor, in words. */
export function describeFound(cursor: Cursor<unknown>): string {
  if (cursor.isMapping) return 'a mapping';
  if (cursor.isList) return 'a list';
  const value = valueOf(cursor.scalar());
  if (typeof value === 'boolean') return `${cursor.text ?? ''}, a boolean`;
  return typeof value === 'number' || typeof value === 'bigint' ? `the number ${cursor.text ?? ''}` : cursor.isScalar ? 'text' : 'null';
}
