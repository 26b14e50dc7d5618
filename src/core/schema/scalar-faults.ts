import { isArray, isObject, type CustomValue, type HIDDEN } from './custom-value.ts';
import { formatFits, isKnownFormat } from './value-formats.ts';
import type { Constraints, Schema } from './schema.ts';
import type { FaultHere, Matches } from './value-fault.ts';

type Value = Exclude<CustomValue, typeof HIDDEN>;

const isNumber = (value: Value): value is number | bigint => typeof value === 'number' || typeof value === 'bigint';

/** Whether the server holds a number as an int64. */
export function isInteger(value: number | bigint): boolean {
  return typeof value === 'bigint' || (Number.isInteger(value) && Math.abs(value) < 2 ** 63);
}

/** JSON's name of a value's type, and the format that goes with it. */
function typeOf(value: Exclude<Value, null>): readonly [type: string, format: string] {
  if (isNumber(value)) return isInteger(value) ? ['integer', 'int64'] : ['number', 'float64'];
  if (typeof value === 'boolean' || typeof value === 'string') return [typeof value, ''];
  return [isArray(value) ? 'array' : 'object', ''];
}

const TYPE_NAMES: Partial<Record<Schema['type'], readonly string[]>> = {
  any: [],
  intOrString: ['integer', 'string'],
  list: ['array'],
  map: ['object'],
};

const typesOf = ({ type }: Schema): readonly string[] => TYPE_NAMES[type] ?? [type];

const FORMATS_OF_NUMBERS: Readonly<Record<string, readonly string[]>> = { integer: ['int32', 'int64'], number: ['float', 'double'] };

/** The format of a schema where the server knows it for the type. */
export function formatOf(schema: Schema): string {
  const [type, second] = typesOf(schema);
  const format = schema.format ?? '';
  if (second !== undefined || format === '') return format;
  const known = type === undefined || type === 'string' ? isKnownFormat(format) : FORMATS_OF_NUMBERS[type]?.includes(format) === true;
  return known ? format : '';
}

/** Whether the type check is made at all. */
export const hasType = (schema: Schema): boolean => typesOf(schema).length > 0 || formatOf(schema) !== '';

/** A value of another type than the schema's. */
export function typeFault(value: Value, schema: Schema): FaultHere | undefined {
  const [types, wanted] = [typesOf(schema), formatOf(schema)];
  const fault = (name: string, found: string): FaultHere => ({ kind: 'type', value, wanted: name, found, schema });
  if (value === null) return types.length > 0 && schema.nullable !== true ? fault(types.join(','), 'null') : undefined;
  const [type, format] = typeOf(value);
  const isOfType = types.includes(type) || (type === 'integer' && types.includes('number'));
  const isText = type === 'string' || type === 'array';
  if (!isText && wanted !== '' && !isOfType && format !== wanted) return fault(wanted, format);
  // What has a format and no number is left to the check of formats.
  if (isText && wanted !== '' && !types.includes('number') && !types.includes('integer')) return undefined;
  return isOfType ? undefined : fault(types.join(','), type);
}

const MOST_FLOAT32 = 3.4028234663852886e38;
const INT32: readonly [bigint, bigint] = [-(2n ** 31n), 2n ** 31n - 1n];

function fitsFormat(value: number | bigint, type: string | undefined, format: string): boolean {
  if (type === 'integer') {
    if (!isInteger(value)) return false;
    return format !== 'int32' || (BigInt(value) >= INT32[0] && BigInt(value) <= INT32[1]);
  }
  return type !== 'number' || format !== 'float' || Math.abs(Number(value)) <= MOST_FLOAT32;
}

function isMultiple(value: number | bigint, factor: number): boolean {
  if (isInteger(value) && Number.isInteger(factor)) return BigInt(value) % BigInt(factor) === 0n;
  const quotient = factor < 1 ? (1 / factor) * Number(value) : Number(value) / factor;
  return Number.isInteger(quotient);
}

/** What a schema says against a number. */
export function numberFaults(value: number | bigint, schema: Schema): FaultHere[] {
  const { minimum, maximum, multipleOf, exclusiveMinimum = false, exclusiveMaximum = false } = schema.constraints ?? {};
  const faults: FaultHere[] = [];
  const types = typesOf(schema);
  const [type, format] = [types.length === 1 ? types[0] : undefined, formatOf(schema)];
  if (!fitsFormat(value, type, format))
    faults.push({ kind: 'range', value, wanted: `${type ?? ''} ${format === '' ? '(default format)' : `with format ${format}`}` });
  if (multipleOf !== undefined && multipleOf > 0 && !isMultiple(value, multipleOf))
    faults.push({ kind: 'bound', value, bound: 'multipleOf', limit: multipleOf });
  if (minimum !== undefined && (value < minimum || (exclusiveMinimum && value <= minimum)))
    faults.push({ kind: 'bound', value, bound: 'minimum', limit: minimum, isExclusive: exclusiveMinimum });
  if (maximum !== undefined && (value > maximum || (exclusiveMaximum && value >= maximum)))
    faults.push({ kind: 'bound', value, bound: 'maximum', limit: maximum, isExclusive: exclusiveMaximum });
  return faults;
}

/** Characters as the server counts them: code points. */
const lengthOf = (text: string): number => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

/** What a schema says first against a text; `open` where a pattern cannot be tried. */
export function textFault(value: string, { maxLength, minLength, pattern }: Constraints, matches: Matches): FaultHere | 'open' | undefined {
  if (maxLength !== undefined && value.length > maxLength && lengthOf(value) > maxLength) return { kind: 'bound', value, bound: 'maxLength', limit: maxLength };
  if (minLength !== undefined && lengthOf(value) < minLength) return { kind: 'bound', value, bound: 'minLength', limit: minLength };
  if (pattern === undefined || pattern === '') return undefined;
  const isMatch = matches(pattern, value);
  return isMatch === undefined ? 'open' : isMatch ? undefined : { kind: 'pattern', value, pattern };
}

/** A text that has not the schema's format. */
export function formatFault(value: string, schema: Schema): FaultHere | undefined {
  const format = formatOf(schema);
  return format === '' || formatFits(value, format) ? undefined : { kind: 'format', value, wanted: format };
}

function isSame(value: CustomValue, other: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (typeof other !== 'number' && typeof other !== 'bigint') return false;
    // A fraction is cut to a whole number before it is compared with one.
    return typeof value === 'number' && isInteger(other) && !isInteger(value) ? Math.trunc(value) === Number(other) : Number(value) === Number(other);
  }
  if (isArray(value)) return Array.isArray(other) && value.length === other.length && value.every((each, index) => isSame(each, other[index]));
  if (!isObject(value)) return value === other;
  if (typeof other !== 'object' || other === null || Array.isArray(other)) return false;
  const entries = Object.entries(value);
  const others = new Map(Object.entries(other));
  return entries.length === others.size && entries.every(([name, each]) => others.has(name) && isSame(each, others.get(name)));
}

/** A value that is none of those that the schema lists. */
export function enumFault(value: Value, supported: readonly unknown[]): FaultHere | undefined {
  return supported.length === 0 || (value !== null && supported.some(other => isSame(value, other))) ? undefined : { kind: 'enum', value, supported };
}
