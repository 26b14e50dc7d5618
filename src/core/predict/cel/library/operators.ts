import { bytes, fraction, list, nanos, text, truth, unsigned, whole } from '../arguments.ts';
import { fn, type Overload } from '../overload.ts';
import { A, B, BOOL, BYTES, DOUBLE, DURATION, INT, listOf, mapOf, optionalOf, STRING, TIMESTAMP, UINT, DYN, type CelType } from '../type.ts';
import { areEqual, CelDuration, CelError, CelTimestamp, CelUint, compareValues, findKey, isList, isMap, CelOptional, type CelValue } from '../value.ts';

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
const MAX_UINT = 2n ** 64n - 1n;

export function toInt(value: bigint): bigint {
  if (value < MIN || value > MAX) throw new CelError('integer overflow');
  return value;
}

export function toUint(value: bigint): CelUint {
  if (value < 0n || value > MAX_UINT) throw new CelError('unsigned integer overflow');
  return new CelUint(value);
}

type Arithmetic = readonly [name: string, onWhole: (a: bigint, b: bigint) => bigint, onFraction?: (a: number, b: number) => number];

function divisor(value: bigint, what: string): bigint {
  if (value === 0n) throw new CelError(what);
  return value;
}

const ARITHMETIC: readonly Arithmetic[] = [
  ['_+_', (a, b) => a + b, (a, b) => a + b],
  ['_-_', (a, b) => a - b, (a, b) => a - b],
  ['_*_', (a, b) => a * b, (a, b) => a * b],
  ['_/_', (a, b) => a / divisor(b, 'division by zero'), (a, b) => a / b],
  ['_%_', (a, b) => a % divisor(b, 'modulus by zero')],
];

const arithmetic: readonly Overload[] = ARITHMETIC.flatMap(([name, onWhole, onFraction]) => [
  fn(name, [INT, INT], INT, ([a, b]) => toInt(onWhole(whole(a), whole(b)))),
  fn(name, [UINT, UINT], UINT, ([a, b]) => toUint(onWhole(unsigned(a), unsigned(b)))),
  ...(onFraction ? [fn(name, [DOUBLE, DOUBLE], DOUBLE, ([a, b]) => onFraction(fraction(a), fraction(b)))] : []),
]);

const joining: readonly Overload[] = [
  fn('_+_', [STRING, STRING], STRING, ([a, b], { meter }) => {
    const joined = `${text(a)}${text(b)}`;
    meter.spend(joined.length / 10);
    return joined;
  }),
  fn('_+_', [BYTES, BYTES], BYTES, ([a, b]) => Uint8Array.from([...bytes(a), ...bytes(b)])),
  fn('_+_', [listOf(A), listOf(A)], listOf(A), ([a, b], { meter }) => {
    const joined = [...list(a), ...list(b)];
    meter.spend(joined.length);
    return joined;
  }),
  fn('_+_', [DURATION, DURATION], DURATION, ([a, b]) => new CelDuration(nanos(a) + nanos(b))),
  fn('_+_', [TIMESTAMP, DURATION], TIMESTAMP, ([a, b]) => new CelTimestamp(nanos(a) + nanos(b))),
  fn('_+_', [DURATION, TIMESTAMP], TIMESTAMP, ([a, b]) => new CelTimestamp(nanos(a) + nanos(b))),
  fn('_-_', [DURATION, DURATION], DURATION, ([a, b]) => new CelDuration(nanos(a) - nanos(b))),
  fn('_-_', [TIMESTAMP, DURATION], TIMESTAMP, ([a, b]) => new CelTimestamp(nanos(a) - nanos(b))),
  fn('_-_', [TIMESTAMP, TIMESTAMP], DURATION, ([a, b]) => new CelDuration(nanos(a) - nanos(b))),
  fn('-_', [INT], INT, ([a]) => toInt(-whole(a))),
  fn('-_', [DOUBLE], DOUBLE, ([a]) => -fraction(a)),
  fn('!_', [BOOL], BOOL, ([a]) => !truth(a)),
];

const ORDERS: readonly (readonly [string, (order: number) => boolean])[] = [
  ['_<_', order => order < 0],
  ['_<=_', order => order <= 0],
  ['_>_', order => order > 0],
  ['_>=_', order => order >= 0],
];

const NUMBERS: readonly CelType[] = [INT, UINT, DOUBLE];

const ORDERED: readonly (readonly [CelType, CelType])[] = [
  ...NUMBERS.flatMap(left => NUMBERS.map(right => [left, right] as const)),
  ...[BOOL, STRING, BYTES, TIMESTAMP, DURATION].map(type => [type, type] as const),
];

const comparison: readonly Overload[] = ORDERS.flatMap(([name, holds]) =>
  ORDERED.map(([left, right]) =>
    fn(name, [left, right], BOOL, ([a = null, b = null]) => {
      if (Number.isNaN(a) || Number.isNaN(b)) return false;
      const order = compareValues(a, b);
      if (order === undefined) throw new CelError('no such overload');
      return holds(order);
    }),
  ),
);

function isIn(element: CelValue, list: CelValue): boolean {
  if (isList(list)) return list.some(each => areEqual(each, element));
  return isMap(list) && findKey(list, element) !== undefined;
}

function at(collection: CelValue, index: CelValue): CelValue | undefined {
  if (isMap(collection)) return findKey(collection, index);
  const number =
    typeof index === 'bigint'
      ? index
      : index instanceof CelUint
        ? index.value
        : typeof index === 'number' && Number.isInteger(index)
          ? BigInt(index)
          : undefined;
  return isList(collection) && number !== undefined && number >= 0n ? collection[Number(number)] : undefined;
}

const described = (index: CelValue): string => (typeof index === 'object' ? '' : String(index));

function elementAt([collection = null, index = null]: readonly CelValue[]): CelValue {
  const found = at(collection, index);
  if (found === undefined) throw new CelError(isMap(collection) ? `no such key: ${described(index)}` : `index out of bounds: ${described(index)}`);
  return found;
}

function optionalElementAt([collection = null, index = null]: readonly CelValue[]): CelValue {
  const inner = collection instanceof CelOptional ? collection.value : collection;
  return inner === undefined ? new CelOptional() : new CelOptional(at(inner, index));
}

const access: readonly Overload[] = [
  fn('_==_', [A, A], BOOL, ([a = null, b = null], { meter }) => {
    meter.spend(isList(a) ? a.length : 1);
    return areEqual(a, b);
  }),
  fn('_!=_', [A, A], BOOL, ([a = null, b = null]) => !areEqual(a, b)),
  fn('@in', [A, listOf(A)], BOOL, ([a = null, b = null], { meter }) => {
    meter.spend(isList(b) ? b.length : 1);
    return isIn(a, b);
  }),
  fn('@in', [A, mapOf(A, B)], BOOL, ([a = null, b = null]) => isIn(a, b)),
  fn('_[_]', [listOf(A), INT], A, elementAt),
  fn('_[_]', [mapOf(A, B), A], B, elementAt),
  fn('_[?_]', [listOf(A), INT], optionalOf(A), optionalElementAt),
  fn('_[?_]', [mapOf(A, B), A], optionalOf(B), optionalElementAt),
  fn('_[?_]', [optionalOf(listOf(A)), INT], optionalOf(A), optionalElementAt),
  fn('_[?_]', [optionalOf(mapOf(A, B)), A], optionalOf(B), optionalElementAt),
  fn('_[_]', [optionalOf(listOf(A)), INT], optionalOf(A), optionalElementAt),
  fn('_[_]', [optionalOf(mapOf(A, B)), A], optionalOf(B), optionalElementAt),
  fn('dyn', [A], DYN, ([a = null]) => a),
];

export const OPERATORS: readonly Overload[] = [...arithmetic, ...joining, ...comparison, ...access];
