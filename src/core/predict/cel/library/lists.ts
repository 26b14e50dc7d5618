import { list, map, whole } from '../arguments.ts';
import { fn, method, type CallContext, type Overload } from '../overload.ts';
import { A, BOOL, DOUBLE, DURATION, INT, listOf, STRING, TIMESTAMP, UINT, BYTES, DYN } from '../type.ts';
import { areEqual, CelDuration, CelError, CelUint, compareValues, isList, type CelValue } from '../value.ts';
import { toInt, toUint } from './operators.ts';

function order(one: CelValue, other: CelValue): number {
  const found = compareValues(one, other);
  if (found === undefined) throw new CelError('no such overload');
  return found;
}

const isSorted = (values: readonly CelValue[]): boolean => values.every((value, index) => index === 0 || order(values[index - 1] ?? null, value) <= 0);

function extreme(values: readonly CelValue[], sign: number, name: string): CelValue {
  const [first, ...others] = values;
  if (first === undefined) throw new CelError(`${name} called on empty list`);
  return others.reduce((best, value) => (order(value, best) * sign > 0 ? value : best), first);
}

function sum(values: readonly CelValue[]): CelValue {
  const [first] = values;
  if (first instanceof CelUint) return toUint(values.reduce<bigint>((total, value) => total + (value instanceof CelUint ? value.value : 0n), 0n));
  if (first instanceof CelDuration)
    return new CelDuration(values.reduce<bigint>((total, value) => total + (value instanceof CelDuration ? value.nanos : 0n), 0n));
  if (typeof first === 'number') return values.reduce<number>((total, value) => total + Number(value), 0);
  return toInt(values.reduce<bigint>((total, value) => total + whole(value), 0n));
}

const COMPARABLE = [INT, UINT, DOUBLE, BOOL, DURATION, TIMESTAMP, STRING, BYTES];
const SUMMABLE = [INT, UINT, DOUBLE, DURATION];

const kubernetes: readonly Overload[] = [
  ...COMPARABLE.flatMap(type => [
    method('isSorted', [listOf(type)], BOOL, ([values]) => isSorted(list(values))),
    method('max', [listOf(type)], type, ([values]) => extreme(list(values), 1, 'max')),
    method('min', [listOf(type)], type, ([values]) => extreme(list(values), -1, 'min')),
  ]),
  ...SUMMABLE.map(type => method('sum', [listOf(type)], type, ([values]) => sum(list(values)))),
  method('indexOf', [listOf(A), A], INT, ([values, wanted = null]) => BigInt(list(values).findIndex(value => areEqual(value, wanted)))),
  method('lastIndexOf', [listOf(A), A], INT, ([values, wanted = null]) => BigInt(list(values).findLastIndex(value => areEqual(value, wanted)))),
];

function distinct(values: readonly CelValue[], { meter }: CallContext): readonly CelValue[] {
  const kept: CelValue[] = [];
  for (const value of values) {
    meter.spend(kept.length);
    if (!kept.some(each => areEqual(each, value))) kept.push(value);
  }
  return kept;
}

const flatten = (values: readonly CelValue[], depth: number): readonly CelValue[] =>
  depth <= 0 ? values : values.flatMap(value => (isList(value) ? flatten(value, depth - 1) : [value]));

function slice(values: readonly CelValue[], from: bigint, to: bigint): readonly CelValue[] {
  if (from < 0n || to < from || to > BigInt(values.length))
    throw new CelError(`cannot slice(${String(from)}, ${String(to)}), list is length ${String(values.length)}`);
  return values.slice(Number(from), Number(to));
}

function range(count: bigint, { meter }: CallContext): readonly CelValue[] {
  const size = Number(count);
  meter.spend(size);
  return Array.from({ length: Math.max(0, size) }, (_, index) => BigInt(index));
}

const language: readonly Overload[] = [
  method('distinct', [listOf(A)], listOf(A), ([values], context) => distinct(list(values), context)),
  method('flatten', [listOf(A)], listOf(DYN), ([values]) => flatten(list(values), 1)),
  method('flatten', [listOf(A), INT], listOf(DYN), ([values, depth]) => flatten(list(values), Number(whole(depth)))),
  method('slice', [listOf(A), INT, INT], listOf(A), ([values, from, to]) => slice(list(values), whole(from), whole(to))),
  method('reverse', [listOf(A)], listOf(A), ([values]) => list(values).toReversed()),
  ...COMPARABLE.map(type => method('sort', [listOf(type)], listOf(type), ([values]) => list(values).toSorted(order))),
  fn('lists.range', [INT], listOf(INT), ([count], context) => range(whole(count), context)),
];

const holdsAll = (values: readonly CelValue[], wanted: readonly CelValue[], { meter }: CallContext): boolean => {
  meter.spend(values.length * wanted.length);
  return wanted.every(each => values.some(value => areEqual(value, each)));
};

function intersects(values: readonly CelValue[], others: readonly CelValue[], { meter }: CallContext): boolean {
  meter.spend(values.length * others.length);
  return others.some(each => values.some(value => areEqual(value, each)));
}

const sets: readonly Overload[] = [
  fn('sets.contains', [listOf(A), listOf(A)], BOOL, ([values, others], context) => holdsAll(list(values), list(others), context)),
  fn(
    'sets.equivalent',
    [listOf(A), listOf(A)],
    BOOL,
    ([values, others], context) => holdsAll(list(values), list(others), context) && holdsAll(list(others), list(values), context),
  ),
  fn('sets.intersects', [listOf(A), listOf(A)], BOOL, ([values, others], context) => intersects(list(values), list(others), context)),
];

export const LISTS: readonly Overload[] = [...kubernetes, ...language, ...sets];

export const entriesOf = (value: CelValue): readonly (readonly [CelValue, CelValue])[] =>
  isList(value) ? value.map((each, index) => [BigInt(index), each] as const) : [...map(value)];
