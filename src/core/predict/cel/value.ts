import type { CelType } from './type.ts';

/** An unsigned integer. */
export class CelUint {
  readonly value: bigint;

  constructor(value: bigint) {
    this.value = value;
  }
}

/** A duration in nanoseconds. */
export class CelDuration {
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** A moment in nanoseconds since 1970. */
export class CelTimestamp {
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** The value of `type(x)` and of names of types. */
export class CelTypeValue {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

export class CelOptional {
  readonly value: CelValue | undefined;

  constructor(value?: CelValue) {
    this.value = value;
  }
}

/** A value of one of the types that Kubernetes adds: a quantity, an address. `text` is what `string()` gives, where it does. */
export abstract class CelOpaque {
  abstract readonly typeName: string;
  abstract equals(other: CelOpaque): boolean;
}

export type CelMap = ReadonlyMap<CelValue, CelValue>;

export type CelValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | CelUint
  | CelDuration
  | CelTimestamp
  | CelTypeValue
  | CelOptional
  | CelOpaque
  | readonly CelValue[]
  | CelMap
  | typeof UNKNOWN;

/** A value that a placeholder hides: whatever depends on it is unknown. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** The expression fails: no such key, no such overload, a text that is no quantity. */
export class CelError extends Error {}

/** The answer hangs on a value that is not known, or the expression costs more than is allowed. */
export class CelUnknown extends Error {}

export const isList = (value: CelValue): value is readonly CelValue[] => Array.isArray(value);

export const isMap = (value: CelValue): value is CelMap => value instanceof Map;

/** Name of the type of a value, as `type()` gives it. */
export function typeNameOf(value: CelValue): string {
  if (value === null) return 'null_type';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'double';
  if (typeof value === 'string') return 'string';
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof CelUint) return 'uint';
  if (value instanceof CelDuration) return 'google.protobuf.Duration';
  if (value instanceof CelTimestamp) return 'google.protobuf.Timestamp';
  if (value instanceof CelTypeValue) return 'type';
  if (value instanceof CelOptional) return 'optional_type';
  if (value instanceof CelOpaque) return value.typeName;
  return isList(value) ? 'list' : 'map';
}

const SCALARS: Readonly<Record<string, string>> = {
  null: 'null_type',
  duration: 'google.protobuf.Duration',
  timestamp: 'google.protobuf.Timestamp',
  optional: 'optional_type',
};

/** Whether a value may be given for a parameter of that type; elements are not looked at. */
export function isOfType(value: CelValue, type: CelType): boolean {
  if (type.kind === 'dyn' || type.kind === 'param') return true;
  if (type.kind === 'opaque') return typeNameOf(value) === type.name;
  return typeNameOf(value) === (SCALARS[type.kind] ?? type.kind);
}

const numberOf = (value: CelValue): bigint | number | undefined => {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  return value instanceof CelUint ? value.value : undefined;
};

/** Equality of the language: numbers of any type by their value, all else only within one type. */
export function areEqual(one: CelValue, other: CelValue): boolean {
  if (one === UNKNOWN || other === UNKNOWN) throw new CelUnknown();
  const [left, right] = [numberOf(one), numberOf(other)];
  // A whole number and a fraction are compared by their value: 1 equals 1.0.
  if (left !== undefined && right !== undefined) return left <= right && left >= right;
  return one === other || areAlike(one, other) || areSame(one, other);
}

/** Collections, element by element. */
function areAlike(one: CelValue, other: CelValue): boolean {
  if (isList(one) && isList(other)) return one.length === other.length && one.every((element, index) => areEqual(element, other[index] ?? null));
  if (isMap(one) && isMap(other)) return one.size === other.size && [...one].every(([key, value]) => isEntry(other, key, value));
  if (!(one instanceof Uint8Array && other instanceof Uint8Array)) return false;
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Values of one class. */
function areSame(one: CelValue, other: CelValue): boolean {
  if (one instanceof CelDuration && other instanceof CelDuration) return one.nanos === other.nanos;
  if (one instanceof CelTimestamp && other instanceof CelTimestamp) return one.nanos === other.nanos;
  if (one instanceof CelTypeValue && other instanceof CelTypeValue) return one.name === other.name;
  if (one instanceof CelOptional && other instanceof CelOptional)
    return one.value === undefined || other.value === undefined ? one.value === other.value : areEqual(one.value, other.value);
  return one instanceof CelOpaque && other instanceof CelOpaque && one.typeName === other.typeName && one.equals(other);
}

function isEntry(map: CelMap, key: CelValue, value: CelValue): boolean {
  const found = findKey(map, key);
  return found !== undefined && areEqual(found, value);
}

/** The value under a key; undefined where there is none. */
export function findKey(map: CelMap, key: CelValue): CelValue | undefined {
  const found = map.get(key);
  if (found !== undefined) return found;
  const number = numberOf(key);
  if (number === undefined || typeof key === 'bigint') return undefined;
  return typeof number === 'bigint' || Number.isInteger(number) ? map.get(BigInt(number)) : undefined;
}

/** -1, 0 or 1; undefined for values that have no order among themselves. */
export function compareValues(one: CelValue, other: CelValue): number | undefined {
  const [left, right] = [orderOf(one), orderOf(other)];
  if (left === undefined || right === undefined) return undefined;
  if ((typeof left === 'string') !== (typeof right === 'string')) return undefined;
  return left < right ? -1 : left > right ? 1 : 0;
}

function orderOf(value: CelValue): bigint | number | string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof CelDuration || value instanceof CelTimestamp) return value.nanos;
  if (value instanceof Uint8Array) return String.fromCharCode(...value);
  return numberOf(value);
}
