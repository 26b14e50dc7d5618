import { durationFault } from './duration.ts';
import { isTimeZone } from './time-zones.ts';

/**
 * Schedules of CronJobs, as `robfig/cron` v3 reads them in its standard form: five fields, or a descriptor such as `@daily` (S-357). There
 * are no seconds, no years, no `7` for Sunday, no `L`, `W` or `#`.
 */
interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FIELDS: readonly Bounds[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: MONTHS },
  { min: 0, max: 6, names: WEEKDAYS },
];

const DESCRIPTORS: ReadonlySet<string> = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']);
const EVERY = '@every ';

/** What Go's `strconv.Atoi` takes on a machine of 64 bits. */
const INTEGER = /^[-+]?[0-9]+$/;
const LARGEST = 2n ** 63n - 1n;

class Fault extends Error {}

/** What the server says against a schedule; undefined where it takes it. It reads a time zone in front, although it refuses it then. */
export function scheduleFault(schedule: string): string | undefined {
  try {
    readSchedule(withoutZone(schedule));
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

/** Most days that each month has. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a schedule that the server takes names only days that no month has, such as 31 February: it never runs (S-357). */
export function neverRuns(schedule: string): boolean {
  if (scheduleFault(schedule) !== undefined || schedule.startsWith('@')) return false;
  const [, , days = '', months = '', weekdays = ''] = fieldsOf(withoutZone(schedule));
  // A day of the week beside a day of the month is another day on which it runs.
  if (!/^[*?](?:\/1)?$/.test(weekdays)) return false;
  const [wantedDays, wantedMonths] = [valuesOf(days, 2), valuesOf(months, 3)];
  return wantedMonths.every(month => wantedDays.every(day => day > (DAYS[month - 1] ?? 0)));
}

/** All numbers that a field names. */
function valuesOf(field: string, index: number): readonly number[] {
  const bounds = FIELDS[index] ?? { min: 0, max: 0 };
  return field
    .split(',')
    .filter(Boolean)
    .flatMap(range => {
      const { start, end, step } = readRange(range, bounds);
      return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, number) => start + number * step);
    });
}

function fieldsOf(schedule: string): readonly string[] {
  return schedule.split(/[\s\u0085]+/).filter(Boolean);
}

function withoutZone(schedule: string): string {
  const [written, zone = ''] = /^(?:CRON_)?TZ=([^ ]*) /.exec(schedule) ?? [];
  if (written === undefined) return schedule;
  if (zone !== '' && zone !== 'Local' && !isTimeZone(zone)) throw new Fault(`provided bad location ${zone}: unknown time zone ${zone}`);
  return schedule.slice(written.length).trim();
}

function readSchedule(schedule: string): void {
  if (schedule.startsWith('@')) readDescriptor(schedule);
  else {
    const fields = fieldsOf(schedule);
    if (fields.length !== FIELDS.length) throw new Fault(`expected exactly 5 fields, found ${String(fields.length)}: [${fields.join(' ')}]`);
    for (const [index, bounds] of FIELDS.entries()) for (const range of (fields[index] ?? '').split(',').filter(Boolean)) readRange(range, bounds);
  }
}

function readDescriptor(descriptor: string): void {
  if (DESCRIPTORS.has(descriptor)) return;
  if (!descriptor.startsWith(EVERY)) throw new Fault(`unrecognized descriptor: ${descriptor}`);
  const fault = durationFault(descriptor.slice(EVERY.length));
  if (fault !== undefined) throw new Fault(`failed to parse duration ${descriptor}: ${fault}`);
}

/** `*`, `5`, `1-5`, any of them with `/2`; of `5/2` the end is the largest value. */
function readRange(range: string, { min, max, names = [] }: Bounds): { readonly start: number; readonly end: number; readonly step: number } {
  const [limits = '', stepText, ...slashes] = range.split('/');
  const [low = '', high, ...hyphens] = limits.split('-');
  const isAny = low === '*' || low === '?';
  const start = isAny ? min : readNumber(low, names, min);
  if (!isAny && hyphens.length > 0) throw new Fault(`too many hyphens: ${range}`);
  let end = isAny ? max : high === undefined ? start : readNumber(high, names, min);
  if (slashes.length > 0) throw new Fault(`too many slashes: ${range}`);
  const step = stepText === undefined ? 1 : readNumber(stepText, [], 0);
  if (stepText !== undefined && high === undefined) end = max;
  if (start < min) throw new Fault(`beginning of range (${String(start)}) below minimum (${String(min)}): ${range}`);
  if (end > max) throw new Fault(`end of range (${String(end)}) above maximum (${String(max)}): ${range}`);
  if (start > end) throw new Fault(`beginning of range (${String(start)}) beyond end of range (${String(end)}): ${range}`);
  if (step === 0) throw new Fault(`step of range should be a positive number: ${range}`);
  return { start, end, step };
}

function readNumber(text: string, names: readonly string[], first: number): number {
  const named = names.indexOf(text.toLowerCase());
  if (named !== -1) return named + first;
  const cannot = (why: string): Fault => new Fault(`failed to parse int from ${text}: strconv.Atoi: parsing ${JSON.stringify(text)}: ${why}`);
  if (!INTEGER.test(text)) throw cannot('invalid syntax');
  const number = BigInt(text.replace('+', ''));
  if (number > LARGEST || number < -LARGEST - 1n) throw cannot('value out of range');
  if (number < 0n) throw new Fault(`negative number (${String(number)}) not allowed: ${text}`);
  return Number(number);
}
