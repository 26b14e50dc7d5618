import type { ScalarValue } from '../yaml/scalar.ts';
import { base64Fault } from './base64-form.ts';
import type { Schema, SchemaType } from './schema.ts';
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

function quantityProblem(value: Scalar, wanted: Schema, quantityFault: QuantityFault): ScalarProblem | undefined {
  // The decoder parses the JSON text of whatever stands there, escapes and all.
  const text = typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : String(value);
  const fault = quantityFault(text.trim());
  return fault === undefined ? undefined : { kind: 'text-form', wanted, fault };
}

/** Says in the server's words what is wrong with the text of a quantity. */
export type QuantityFault = (text: string) => string | undefined;

function numberProblem(value: number | bigint, wanted: Schema): ScalarProblem | undefined {
  if (wanted.type === 'number') return undefined;
  if (wanted.type === 'integer') return integerProblem(value, wanted, wanted.format ?? 'int64');
  return wanted.type === 'intOrString' ? integerProblem(value, wanted, 'int32') : { kind: 'wrong-type', wanted, found: 'number' };
}

/** Types whose decoder reads text. */
const FROM_TEXT: ReadonlySet<SchemaType> = new Set<SchemaType>(['string', 'intOrString', 'bytes', 'time', 'microTime', 'duration']);

/** Why the decoder of a type does not take a scalar that is not null; undefined where it does. */
export function scalarProblem(value: Scalar, wanted: Schema, quantityFault: QuantityFault): ScalarProblem | undefined {
  if (wanted.type === 'quantity') return quantityProblem(value, wanted, quantityFault);
  if (typeof value === 'boolean') return wanted.type === 'boolean' ? undefined : { kind: 'wrong-type', wanted, found: 'bool' };
  if (typeof value !== 'string') return numberProblem(value, wanted);
  return FROM_TEXT.has(wanted.type) ? textProblem(value, wanted) : { kind: 'wrong-type', wanted, found: 'string' };
}
