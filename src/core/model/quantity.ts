import type { Cursor } from '../yaml/cursor.ts';

/** How a quantity was written, which decides how the API server prints it again: `1500m`, `2Gi`, `1e3`. */
type QuantityFormat = 'decimal' | 'binary' | 'exponent';

/** An amount of a resource, exactly. Smaller than a billionth is not kept: the API rounds up to it. */
export interface Quantity {
  readonly nanos: bigint;
  readonly format: QuantityFormat;
  /** The text as it was written, where the API server keeps it; otherwise it prints the canonical form. */
  readonly written?: string;
  /** Power of ten of the last digit that was written; undefined where the server computes with decimals of any length. */
  readonly scale?: number;
}

/** What the decoder says against a text that is no quantity. */
export type QuantityFault =
  | "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
  | 'unable to parse numeric part of quantity'
  | "unable to parse quantity's suffix";

const DECIMAL_SUFFIXES: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY_SUFFIXES: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };

const FORM = /^([+-]?)(0*)(\d*)(?:(\.)(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/;
const ONE = 1_000_000_000n;
const MOST_INT64 = (1n << 63n) - 1n;
/** Digits and exponents beyond this change nothing that anybody compares; they are cut so that no text costs much. */
const MOST_DIGITS = 400;

interface Suffix {
  readonly base: 2 | 10;
  readonly exponent: number;
  readonly format: QuantityFormat;
}

function readSuffix(text: string): Suffix | undefined {
  const decimal = Object.hasOwn(DECIMAL_SUFFIXES, text) ? DECIMAL_SUFFIXES[text] : undefined;
  if (decimal !== undefined) return { base: 10, exponent: decimal, format: 'decimal' };
  const binary = Object.hasOwn(BINARY_SUFFIXES, text) ? BINARY_SUFFIXES[text] : undefined;
  if (binary !== undefined) return { base: 2, exponent: binary, format: 'binary' };
  if (!/^[eE][-+]?\d+$/.test(text)) return undefined;
  return { base: 10, exponent: Number(text.slice(1)), format: 'exponent' };
}

const clamp = (value: number): number => Math.max(-MOST_DIGITS, Math.min(MOST_DIGITS, value));

const divideUp = (value: bigint, by: bigint): bigint => (value + by - 1n) / by;

/** `digits · 10^exponent` in billionths, rounded up. */
function nanosOf(digits: bigint, exponent: number): bigint {
  const power = exponent + 9;
  return power >= 0 ? digits * 10n ** BigInt(power) : divideUp(digits, 10n ** BigInt(-power));
}

/** Whether the server reads the amount as an int64 with a power of ten, and so may keep its text. */
function isFast({ base, exponent }: Suffix, whole: string, fraction: string): boolean {
  if (base === 10) return whole.length + fraction.length <= 18 && exponent - fraction.length >= -9;
  return fraction === '' && 15 - whole.length - Math.trunc((exponent * 3) / 10) - 1 >= 0;
}

function keepsText(suffix: Suffix, digits: string, scale: number): boolean {
  if (suffix.base === 2) return (BigInt(digits) & 7n) !== 0n;
  return scale % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0');
}

/** Reads a quantity as the API's decoder does (`resource.ParseQuantity`), faults in its words. */
export function parseQuantity(text: string): Quantity | QuantityFault {
  const match = FORM.exec(text);
  if (!match || text === '') return "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
  const [, sign = '', , digitsBefore = '', , fraction = '', suffixText = ''] = match;
  const suffix = readSuffix(suffixText);
  if (!suffix) return "unable to parse quantity's suffix";
  const whole = digitsBefore === '' ? '0' : digitsBefore;
  const digits = (whole + fraction).slice(0, MOST_DIGITS);
  const scale = clamp((suffix.base === 10 ? suffix.exponent : 0) - Math.min(fraction.length, MOST_DIGITS));
  const amount = BigInt(digits) * (suffix.base === 2 ? 1n << BigInt(suffix.exponent) : 1n);
  const exact = nanosOf(amount, scale);
  const capped = suffix.base === 2 && exact > MOST_INT64 * ONE ? MOST_INT64 * ONE : exact;
  const nanos = sign === '-' ? -capped : capped;
  if (!isFast(suffix, whole, fraction)) return { nanos, format: suffix.base === 2 && capped < ONE ? 'decimal' : suffix.format };
  return { nanos, format: suffix.format, scale, ...(keepsText(suffix, whole + fraction, scale) && { written: text }) };
}

/** The quantity at a cursor; undefined where none is written or none can be read. */
export function readQuantity(cursor: Cursor<unknown>): Quantity | undefined {
  const field = cursor.scalar();
  if (field.state !== 'known') return undefined;
  const { value } = field;
  if (typeof value === 'boolean' || value === null) return undefined;
  const quantity = parseQuantity(typeof value === 'string' ? value.trim() : String(value));
  return typeof quantity === 'string' ? undefined : quantity;
}

/** Negative, zero or positive, as `left` is less than, equal to or greater than `right`. */
export function compareQuantities(left: Quantity, right: Quantity): number {
  return left.nanos < right.nanos ? -1 : left.nanos > right.nanos ? 1 : 0;
}

export function addQuantities(left: Quantity, right: Quantity): Quantity {
  return { nanos: left.nanos + right.nanos, format: left.nanos === 0n ? right.format : left.format };
}

/** Rounds away from zero to thousandths, as the API server does with every amount in a list of resources. */
export function roundToMilli(quantity: Quantity): Quantity {
  const { nanos, format, scale } = quantity;
  if (scale !== undefined && scale >= -3) return quantity;
  const milli = 1_000_000n;
  const rounded = nanos < 0n ? -divideUp(-nanos, milli) * milli : divideUp(nanos, milli) * milli;
  return { nanos: rounded, format };
}

/** The amount in thousandths, rounded up (`MilliValue`). */
export function milliValueOf({ nanos }: Quantity): bigint {
  return nanos < 0n ? -divideUp(-nanos, 1_000_000n) : divideUp(nanos, 1_000_000n);
}

/** The amount in units, rounded up (`Value`). */
export function unitsOf({ nanos }: Quantity): bigint {
  return nanos < 0n ? -divideUp(-nanos, ONE) : divideUp(nanos, ONE);
}

/** What the server's 64 bits hold of a number: amounts that it reads as decimals wrap around, all others are 0 where they are too large. */
function held(value: bigint, { scale }: Quantity): bigint {
  const wrapped = BigInt.asIntN(64, value);
  return wrapped === value || scale === undefined ? wrapped : 0n;
}

/** The amount in thousandths as the server computes with it. */
export const heldMilliValueOf = (quantity: Quantity): bigint => held(milliValueOf(quantity), quantity);

/** The amount in units as the server computes with it. */
export const heldUnitsOf = (quantity: Quantity): bigint => held(unitsOf(quantity), quantity);

/** True for an amount without thousandths. */
export function isWhole(quantity: Quantity): boolean {
  return heldMilliValueOf(quantity) % 1000n === 0n;
}

function renderDecimal(nanos: bigint, format: QuantityFormat): string {
  let mantissa = nanos;
  let exponent = -9;
  for (; mantissa % 1000n === 0n; exponent += 3) mantissa /= 1000n;
  const suffix =
    format === 'exponent'
      ? exponent === 0
        ? ''
        : `e${String(exponent)}`
      : (Object.keys(DECIMAL_SUFFIXES).find(key => DECIMAL_SUFFIXES[key] === exponent) ?? '');
  return `${mantissa.toString()}${suffix}`;
}

function renderBinary(units: bigint): string {
  let mantissa = units;
  let exponent = 0;
  for (; mantissa % 1024n === 0n; exponent += 10) mantissa /= 1024n;
  return `${mantissa.toString()}${Object.keys(BINARY_SUFFIXES).find(key => BINARY_SUFFIXES[key] === exponent) ?? ''}`;
}

/** The quantity as the API server prints it. */
export function renderQuantity({ nanos, format, written }: Quantity): string {
  if (written !== undefined) return written;
  if (nanos === 0n) return '0';
  const size = nanos < 0n ? -nanos : nanos;
  if (format === 'binary' && size >= 1024n * ONE && nanos % ONE === 0n) return renderBinary(nanos / ONE);
  return renderDecimal(nanos, format === 'binary' ? 'decimal' : format);
}
