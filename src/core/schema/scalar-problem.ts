import type { ScalarValue } from '../yaml/scalar.ts';
import { base64Fault } from './base64-form.ts';
import type { Schema } from './schema.ts';
import { durationFault, timeFault } from './time-form.ts';

/** What stands in a place, as JSON calls it. */
export type Found = 'object' | 'array' | 'string' | 'number' | 'bool';

/** Why a scalar does not fit a type. */
export type ScalarProblem =
  | { readonly kind: 'wrong-type'; readonly wanted: Schema; readonly found: Found }
  | { readonly kind: 'number-form'; readonly wanted: Schema; readonly text: string }
  | { readonly kind: 'text-form'; readonly wanted: Schema; readonly fault: string };

type Scalar = Exclude<ScalarValue, null>;

const RANGES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int8: [-(2n ** 7n), 2n ** 7n - 1n],
  int16: [-(2n ** 15n), 2n ** 15n - 1n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint8: [0n, 255n],
  uint16: [0n, 2n ** 16n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
};
const MOST_SMALL = 2 ** 31 - 1;

/** Whether a number is a whole one of a width. */
function fits(value: number | bigint, width: string): boolean {
  if (typeof value === 'number' && (!Number.isInteger(value) || Math.abs(value) >= 2 ** 64)) return false;
  const [least, most] = RANGES[width] ?? RANGES['int64'] ?? [0n, 0n];
  return BigInt(value) >= least && BigInt(value) <= most;
}

function integerProblem(value: number | bigint, wanted: Schema, width: string): ScalarProblem | undefined {
  // Nearly all numbers are small ones.
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_SMALL && !width.endsWith('8') && !width.endsWith('16'))
    return undefined;
  return fits(value, width) ? undefined : { kind: 'number-form', wanted, text: String(value) };
}

const foundOf = (value: Scalar): Found => (typeof value === 'boolean' ? 'bool' : typeof value === 'string' ? 'string' : 'number');

function textProblem(text: string, wanted: Schema): ScalarProblem | undefined {
  const { type } = wanted;
  const fault =
    type === 'bytes'
      ? base64Fault(text)
      : type === 'duration'
        ? durationFault(text)
        : type === 'time' || type === 'microTime'
          ? timeFault(text, type)
          : undefined;
  return fault === undefined ? undefined : { kind: 'text-form', wanted, fault };
}

const isNumber = (value: Scalar): value is number | bigint => typeof value === 'number' || typeof value === 'bigint';

/** Why the decoder of a type does not take a scalar that is not null; undefined where it does. */
export function scalarProblem(value: Scalar, wanted: Schema, quantityFault: (text: string) => string | undefined): ScalarProblem | undefined {
  const mismatch: ScalarProblem = { kind: 'wrong-type', wanted, found: foundOf(value) };
  switch (wanted.type) {
    case 'integer':
      return isNumber(value) ? integerProblem(value, wanted, wanted.format ?? 'int64') : mismatch;
    case 'number':
      return isNumber(value) ? undefined : mismatch;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : mismatch;
    case 'string':
      return typeof value === 'string' ? undefined : mismatch;
    case 'intOrString':
      return typeof value === 'string' ? undefined : isNumber(value) ? integerProblem(value, wanted, 'int32') : mismatch;
    case 'quantity': {
      // The decoder parses the JSON text of whatever stands there, escapes and all.
      const text = typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : String(value);
      const fault = quantityFault(text.trim());
      return fault === undefined ? undefined : { kind: 'text-form', wanted, fault };
    }
    case 'bytes':
    case 'time':
    case 'microTime':
    case 'duration':
      return typeof value === 'string' ? textProblem(value, wanted) : mismatch;
    default:
      return mismatch;
  }
}
