import { nanos, text } from '../arguments.ts';
import { method, type CallContext, type Overload } from '../overload.ts';
import { DURATION, INT, STRING, TIMESTAMP } from '../type.ts';
import { CelDuration, CelError, CelTimestamp, CelUnknown, type CelValue } from '../value.ts';

const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/** Nanoseconds of a duration as Go writes it (`1h30m`); undefined for any other text. */
export function durationNanos(value: string): bigint | undefined {
  const [, sign = '', body = ''] = /^([-+]?)(.*)$/s.exec(value) ?? [];
  if (body === '0') return 0n;
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(body)) return undefined;
  let total = 0n;
  for (const [, digits = '', unit = ''] of body.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    const [units = '0', part = ''] = digits.split('.');
    total += BigInt(units === '' ? 0 : units) * BigInt(UNITS[unit] ?? 0) + BigInt(Math.trunc(Number(`0.${part}0`) * (UNITS[unit] ?? 0)));
  }
  return total >= 2n ** 63n ? undefined : sign === '-' ? -total : total;
}

export function parseDuration(value: string): CelDuration {
  const found = durationNanos(value);
  if (found === undefined) throw new CelError(`time: invalid duration "${value}"`);
  return new CelDuration(found);
}

const RFC_3339 = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?(Z|[-+]\d\d:\d\d)$/;

/** Nanoseconds of a moment as RFC 3339 writes it; undefined for any other text. */
export function timestampNanos(value: string): bigint | undefined {
  const [, day = '', time = '', part = '', zone = ''] = RFC_3339.exec(value) ?? [];
  const millis = Date.parse(`${day}T${time}${zone}`);
  if (Number.isNaN(millis) || new Date(Date.parse(`${day}T00:00:00Z`)).toISOString().slice(0, 10) !== day) return undefined;
  return BigInt(millis) * 1_000_000n + BigInt(part.slice(1).padEnd(9, '0').slice(0, 9));
}

export function parseTimestamp(value: string): CelTimestamp {
  const found = timestampNanos(value);
  if (found === undefined) throw new CelError(`invalid timestamp "${value}"`);
  return new CelTimestamp(found);
}

const SECOND = 1_000_000_000n;

const fractionOf = (part: bigint): string => (part === 0n ? '' : `.${part.toString().padStart(9, '0').replace(/0+$/, '')}`);

export function renderTimestamp(value: bigint): string {
  const seconds = (value - (((value % SECOND) + SECOND) % SECOND)) / SECOND;
  return new Date(Number(seconds) * 1000).toISOString().replace(/\.000Z$/, `${fractionOf(value - seconds * SECOND)}Z`);
}

export function renderDuration(value: bigint): string {
  const size = value < 0n ? -value : value;
  return `${value < 0n ? '-' : ''}${String(size / SECOND)}${fractionOf(size % SECOND)}s`;
}

/** The moment as a date; the named zone is not known here, only UTC and offsets. */
function dateOf(value: CelValue | undefined, zone: CelValue | undefined): Date {
  const millis = Number(nanos(value) / 1_000_000n);
  if (zone === undefined || zone === 'UTC' || zone === '') return new Date(millis);
  const [, sign = '+', hours = '', minutes = ''] = /^([-+]?)(\d\d):(\d\d)$/.exec(text(zone)) ?? [];
  if (hours === '') throw new CelUnknown();
  return new Date(millis + (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000);
}

const dayOfYear = (date: Date): number => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000);

const PARTS: readonly (readonly [string, (date: Date) => number])[] = [
  ['getFullYear', date => date.getUTCFullYear()],
  ['getMonth', date => date.getUTCMonth()],
  ['getDayOfYear', dayOfYear],
  ['getDayOfMonth', date => date.getUTCDate() - 1],
  ['getDate', date => date.getUTCDate()],
  ['getDayOfWeek', date => date.getUTCDay()],
  ['getHours', date => date.getUTCHours()],
  ['getMinutes', date => date.getUTCMinutes()],
  ['getSeconds', date => date.getUTCSeconds()],
  ['getMilliseconds', date => date.getUTCMilliseconds()],
];

type Part = (date: Date) => number;

const partOf =
  (part: Part) =>
  ([value, zone]: readonly CelValue[], _context: CallContext): CelValue =>
    BigInt(part(dateOf(value, zone)));

const DIVISORS: readonly (readonly [string, bigint])[] = [
  ['getHours', 3600n * SECOND],
  ['getMinutes', 60n * SECOND],
  ['getSeconds', SECOND],
];

export const TIME: readonly Overload[] = [
  ...PARTS.flatMap(([name, part]) => [method(name, [TIMESTAMP], INT, partOf(part)), method(name, [TIMESTAMP, STRING], INT, partOf(part))]),
  ...DIVISORS.map(([name, unit]) => method(name, [DURATION], INT, ([value]) => nanos(value) / unit)),
  method('getMilliseconds', [DURATION], INT, ([value]) => (nanos(value) / 1_000_000n) % 1000n),
];
