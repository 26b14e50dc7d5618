import type { Resource } from '../../model/resource.ts';
import type { KindInfo, SchemaFault } from '../../schema/kinds.ts';
import { cursorAt } from '../../schema/walk.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { toValue } from '../../yaml/to-value.ts';
import type { CheckId } from './checks/index.ts';
import type { Refusals } from './refusals.ts';

/** Objects with more parts are not looked at. */
const MOST_NODES = 100_000;

const CHECKS: Readonly<Record<SchemaFault['kind'], CheckId>> = {
  required: 'schema-file/field-required',
  'unknown-field': 'schema-file/unknown-field',
  type: 'schema-file/wrong-type',
  enum: 'schema-file/value-unsupported',
  value: 'schema-file/value',
};

/** Whole numbers above 2^53 count as numbers. */
function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toJson(part)]));
}

function cursorOf(body: Cursor, steps: readonly string[]): Cursor {
  const path: { name: string | number }[] = [];
  for (const step of steps) {
    const isList = cursorAt(body, path).isList;
    path.push({ name: isList ? Number(step) : step });
  }
  return cursorAt(body, path);
}

/** Whether a value, or a part of it, is not known. */
function isHidden(cursor: Cursor): boolean {
  if (cursor.isScalar) return cursor.scalar().state === 'unknown';
  return cursor.isOpen || cursor.entries().some(({ value }) => isHidden(value)) || cursor.items().some(isHidden);
}

/** What is hidden may be what the schema wants. */
function isProven({ kind }: SchemaFault, cursor: Cursor): boolean {
  return kind === 'required' ? cursor.isAbsent : kind === 'unknown-field' || !isHidden(cursor);
}

/** Checks an object by the JSON Schema file that the configuration names for its kind. */
export function validateBySchemaFile({ body }: Resource, kind: KindInfo | undefined, to: Refusals): void {
  if (!kind?.faultsOf) return;
  const value = toValue(body, MOST_NODES);
  if (value === undefined) return;
  for (const fault of kind.faultsOf(toJson(value))) {
    const cursor = cursorOf(body, fault.steps);
    if (!isProven(fault, cursor)) continue;
    const reason = fault.kind === 'required' ? 'FieldValueRequired' : fault.kind === 'enum' ? 'FieldValueNotSupported' : 'FieldValueInvalid';
    to.add(CHECKS[fault.kind], cursor, { reason, message: fault.message, ...(fault.supported && { supported: fault.supported }) });
  }
}
