import type { Schema } from '../../schema/schema.ts';
import type { PlainValue } from '../../yaml/to-value.ts';
import { isPlaceholder } from '../../yaml/mask.ts';
import { durationNanos, timestampNanos } from './library/time.ts';
import { CelDuration, CelTimestamp, UNKNOWN, type CelValue } from './value.ts';

/**
 * Reads a plain value as the API server hands it to expressions: whole numbers are ints unless the schema says `number`; texts of the
 * formats `date-time`, `date` and `duration` are moments and durations. Without a schema everything is what it looks like.
 */
export function fromPlain(value: PlainValue, schema?: Schema): CelValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isInteger(value) && schema?.type !== 'number' ? BigInt(value) : value;
  if (typeof value === 'string') return fromText(value, schema);
  if (isPlainList(value)) {
    const element = schema?.type === 'list' ? schema.element?.() : undefined;
    return value.map(each => fromPlain(each, element));
  }
  return new Map(Object.entries(value).map(([key, each]) => [key, fromPlain(each, partOf(schema, key))]));
}

const isPlainList = (value: PlainValue): value is readonly PlainValue[] => Array.isArray(value);

function partOf(schema: Schema | undefined, key: string): Schema | undefined {
  return schema?.field?.(key)?.schema ?? (schema?.type === 'map' ? schema.element?.() : undefined);
}

function fromText(value: string, schema: Schema | undefined): CelValue {
  if (isPlaceholder(value)) return UNKNOWN;
  const format = schema?.format ?? schema?.constraints?.format;
  if (format === undefined) return value;
  if (format === 'duration') {
    const nanos = durationNanos(value);
    return nanos === undefined ? value : new CelDuration(nanos);
  }
  const moment = format === 'date' ? timestampNanos(`${value}T00:00:00Z`) : format === 'date-time' ? timestampNanos(value) : undefined;
  return moment === undefined ? value : new CelTimestamp(moment);
}
