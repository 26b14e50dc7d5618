import { bytes, fraction, list, map, nanos, optional, text, truth, unsigned, whole } from '../arguments.ts';
import { fn, method, type Overload } from '../overload.ts';
import { A, B, BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, mapOf, optionalOf, STRING, TIMESTAMP, typeOf, UINT } from '../type.ts';
import { CelError, CelOptional, CelTypeValue, typeNameOf, type CelValue } from '../value.ts';
import { decodeUtf8, encodeUtf8 } from './bytes.ts';
import { toInt, toUint } from './operators.ts';
import { parseDuration, parseTimestamp, renderDuration, renderTimestamp } from './time.ts';

/** Number of characters, as the language counts them. */
export const characters = (value: string): number => Array.from(value).length;

const size = (count: number): bigint => BigInt(count);

const sizes: readonly Overload[] = [fn, method].flatMap(of => [
  of('size', [STRING], INT, ([value]) => size(characters(text(value)))),
  of('size', [BYTES], INT, ([value]) => size(bytes(value).length)),
  of('size', [listOf(A)], INT, ([value]) => size(list(value).length)),
  of('size', [mapOf(A, B)], INT, ([value]) => size(map(value).size)),
]);

function wholeOf(value: number): bigint {
  if (!Number.isFinite(value)) throw new CelError('integer overflow');
  return BigInt(Math.trunc(value));
}

function parseWhole(value: string, pattern: RegExp): bigint {
  if (!pattern.test(value)) throw new CelError(`cannot convert "${value}" to an integer`);
  return BigInt(value.replace('+', ''));
}

function parseFraction(value: string): number {
  const number = Number(value);
  if (value.trim() !== value || value === '' || (Number.isNaN(number) && value !== 'NaN')) throw new CelError(`cannot convert "${value}" to a double`);
  return number;
}

function parseTruth(value: string): boolean {
  if (/^(?:1|t|true|TRUE|True)$/.test(value)) return true;
  if (/^(?:0|f|false|FALSE|False)$/.test(value)) return false;
  throw new CelError(`cannot convert "${value}" to a bool`);
}

const NANOS = 1_000_000_000n;

const numbers: readonly Overload[] = [
  fn('int', [INT], INT, ([value]) => whole(value)),
  fn('int', [UINT], INT, ([value]) => toInt(unsigned(value))),
  fn('int', [DOUBLE], INT, ([value]) => toInt(wholeOf(fraction(value)))),
  fn('int', [STRING], INT, ([value]) => toInt(parseWhole(text(value), /^[-+]?\d+$/))),
  fn('int', [TIMESTAMP], INT, ([value]) => nanos(value) / NANOS),
  fn('int', [DURATION], INT, ([value]) => nanos(value)),
  fn('uint', [UINT], UINT, ([value]) => toUint(unsigned(value))),
  fn('uint', [INT], UINT, ([value]) => toUint(whole(value))),
  fn('uint', [DOUBLE], UINT, ([value]) => toUint(wholeOf(fraction(value)))),
  fn('uint', [STRING], UINT, ([value]) => toUint(parseWhole(text(value), /^\+?\d+$/))),
  fn('double', [DOUBLE], DOUBLE, ([value]) => fraction(value)),
  fn('double', [INT], DOUBLE, ([value]) => Number(whole(value))),
  fn('double', [UINT], DOUBLE, ([value]) => Number(unsigned(value))),
  fn('double', [STRING], DOUBLE, ([value]) => parseFraction(text(value))),
];

const conversions: readonly Overload[] = [
  fn('bool', [BOOL], BOOL, ([value]) => truth(value)),
  fn('bool', [STRING], BOOL, ([value]) => parseTruth(text(value))),
  fn('bytes', [BYTES], BYTES, ([value]) => bytes(value)),
  fn('bytes', [STRING], BYTES, ([value]) => encodeUtf8(text(value))),
  fn('string', [STRING], STRING, ([value]) => text(value)),
  fn('string', [BOOL], STRING, ([value]) => String(truth(value))),
  fn('string', [INT], STRING, ([value]) => String(whole(value))),
  fn('string', [UINT], STRING, ([value]) => String(unsigned(value))),
  fn('string', [DOUBLE], STRING, ([value]) => String(fraction(value))),
  fn('string', [BYTES], STRING, ([value]) => decodeUtf8(bytes(value))),
  fn('string', [TIMESTAMP], STRING, ([value]) => renderTimestamp(nanos(value))),
  fn('string', [DURATION], STRING, ([value]) => renderDuration(nanos(value))),
  fn('duration', [DURATION], DURATION, ([value = null]) => value),
  fn('duration', [STRING], DURATION, ([value]) => parseDuration(text(value))),
  fn('timestamp', [TIMESTAMP], TIMESTAMP, ([value = null]) => value),
  fn('timestamp', [STRING], TIMESTAMP, ([value]) => parseTimestamp(text(value))),
  fn('type', [A], typeOf(DYN), ([value = null]) => new CelTypeValue(typeNameOf(value))),
];

/** Whether a value is the zero of its type, which `optional.ofNonZeroValue` leaves out. */
function isZero(value: CelValue): boolean {
  if (value === null || value === false || value === 0 || value === 0n || value === '') return true;
  if (value instanceof Map) return value.size === 0;
  return (Array.isArray(value) || value instanceof Uint8Array) && value.length === 0;
}

function valueOf(value: CelOptional): CelValue {
  if (value.value === undefined) throw new CelError('optional.none() dereference');
  return value.value;
}

const optionals: readonly Overload[] = [
  fn('optional.of', [A], optionalOf(A), ([value = null]) => new CelOptional(value)),
  fn('optional.ofNonZeroValue', [A], optionalOf(A), ([value = null]) => new CelOptional(isZero(value) ? undefined : value)),
  fn('optional.none', [], optionalOf(A), () => new CelOptional()),
  method('hasValue', [optionalOf(A)], BOOL, ([value]) => optional(value).value !== undefined),
  method('value', [optionalOf(A)], A, ([value]) => valueOf(optional(value))),
  method('or', [optionalOf(A), optionalOf(A)], optionalOf(A), ([value, other = null]) => (optional(value).value === undefined ? other : optional(value))),
  method('orValue', [optionalOf(A), A], A, ([value, other = null]) => optional(value).value ?? other),
  method('first', [listOf(A)], optionalOf(A), ([value]) => new CelOptional(list(value)[0])),
  method('last', [listOf(A)], optionalOf(A), ([value]) => new CelOptional(list(value).at(-1))),
];

export const BASICS: readonly Overload[] = [...sizes, ...numbers, ...conversions, ...optionals];
