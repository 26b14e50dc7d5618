import { nanos, text } from '../arguments.ts';
import { method, type Overload } from '../overload.ts';
import { DURATION, INT, STRING, TIMESTAMP } from '../type.ts';
import { CelDuration, CelError, CelTimestamp, CelUnknown, type CelValue } from '../value.ts';

const SECOND = 1_000_000_000n;

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

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|([-+])(\d\d):(\d\d))$/;

/** Days from 1970 to a day of the Gregorian calendar; years are counted from March, so that the leap day is their last. */
function daysTo(year: number, month: number, day: number): number {
  const since = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return since * 365 + Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400) + dayOfYear - 719_468;
}

const daysIn = (year: number, month: number): number => daysTo(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - daysTo(year, month, 1);

/** Nanoseconds of a moment as RFC 3339 writes it; undefined for any other text. */
export function timestampNanos(value: string): bigint | undefined {
  const match = RFC_3339.exec(value);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const [part = '', sign = '+', zoneHours = '0', zoneMinutes = '0'] = match.slice(7);
  const zone = (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  const total = ((daysTo(year, month, day) * 24 + hours) * 60 + minutes - zone) * 60 + seconds;
  return BigInt(total) * SECOND + BigInt(part.slice(1).padEnd(9, '0').slice(0, 9));
}

export function parseTimestamp(value: string): CelTimestamp {
  const found = timestampNanos(value);
  if (found === undefined) throw new CelError(`invalid timestamp "${value}"`);
  return new CelTimestamp(found);
}

const fractionOf = (part: bigint): string => (part === 0n ? '' : `.${part.toString().padStart(9, '0').replace(/0+$/, '')}`);

const padded = (value: number, width = 2): string => String(value).padStart(width, '0');

export function renderTimestamp(value: bigint): string {
  const moment = momentOf(value);
  const day = `${padded(moment.year, 4)}-${padded(moment.month + 1)}-${padded(moment.day + 1)}`;
  const time = `${padded(moment.hours)}:${padded(moment.minutes)}:${padded(moment.seconds)}`;
  return `${day}T${time}${fractionOf(((value % SECOND) + SECOND) % SECOND)}Z`;
}

export function renderDuration(value: bigint): string {
  const size = value < 0n ? -value : value;
  return `${value < 0n ? '-' : ''}${String(size / SECOND)}${fractionOf(size % SECOND)}s`;
}

/** A moment by the calendar, in UTC. Months and days count from 0. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly dayOfYear: number;
  readonly dayOfWeek: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly millis: number;
}

function momentOf(value: bigint): Moment {
  const millis = Number((value - (((value % 1_000_000n) + 1_000_000n) % 1_000_000n)) / 1_000_000n);
  const days = Math.floor(millis / 86_400_000);
  const rest = millis - days * 86_400_000;
  let year = 1970 + Math.floor(days / 365.2425);
  if (daysTo(year, 1, 1) > days) year--;
  else if (daysTo(year + 1, 1, 1) <= days) year++;
  const dayOfYear = days - daysTo(year, 1, 1);
  let month = 0;
  while (month < 11 && daysTo(year, month + 2, 1) <= days) month++;
  return {
    year,
    month,
    day: days - daysTo(year, month + 1, 1),
    dayOfYear,
    dayOfWeek: (((days + 4) % 7) + 7) % 7,
    hours: Math.floor(rest / 3_600_000),
    minutes: Math.floor(rest / 60_000) % 60,
    seconds: Math.floor(rest / 1000) % 60,
    millis: rest % 1000,
  };
}

/** The moment in a zone, of which only UTC and offsets are known here. */
function momentIn(value: CelValue | undefined, zone: CelValue | undefined): Moment {
  if (zone === undefined || zone === 'UTC' || zone === '') return momentOf(nanos(value));
  const [, sign = '+', hours = '', minutes = ''] = /^([-+]?)(\d\d):(\d\d)$/.exec(text(zone)) ?? [];
  if (hours === '') throw new CelUnknown();
  return momentOf(nanos(value) + BigInt((sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60) * SECOND);
}

type Part = (moment: Moment) => number;

const PARTS: readonly (readonly [string, Part])[] = [
  ['getFullYear', ({ year }) => year],
  ['getMonth', ({ month }) => month],
  ['getDayOfYear', ({ dayOfYear }) => dayOfYear],
  ['getDayOfMonth', ({ day }) => day],
  ['getDate', ({ day }) => day + 1],
  ['getDayOfWeek', ({ dayOfWeek }) => dayOfWeek],
  ['getHours', ({ hours }) => hours],
  ['getMinutes', ({ minutes }) => minutes],
  ['getSeconds', ({ seconds }) => seconds],
  ['getMilliseconds', ({ millis }) => millis],
];

const partOf =
  (part: Part) =>
  ([value, zone]: readonly CelValue[]): CelValue =>
    BigInt(part(momentIn(value, zone)));

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
