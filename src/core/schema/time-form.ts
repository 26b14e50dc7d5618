/** One element of a layout of Go's package `time`: its text in messages, and what it reads. */
interface Element {
  readonly layout: string;
  readonly form: RegExp;
  /** Name of the unit in "out of range", and its bounds. */
  readonly unit?: string;
  readonly least?: number;
  readonly most?: number;
}

const literal = (text: string): Element => ({ layout: text, form: new RegExp(`^${text}`) });

const SECOND: Element = { layout: '05', form: /^[0-9]{2}/, unit: 'second', least: 0, most: 59 };
const ZONE: Element = { layout: 'Z07:00', form: /^(?:Z|[+-][0-9]{2}:[0-9]{2})/ };
const TO_MINUTE: readonly Element[] = [
  { layout: '2006', form: /^[0-9]{4}/, unit: 'year' },
  literal('-'),
  { layout: '01', form: /^[0-9]{2}/, unit: 'month', least: 1, most: 12 },
  literal('-'),
  { layout: '02', form: /^[0-9]{2}/, unit: 'day' },
  literal('T'),
  { layout: '15', form: /^[0-9]{1,2}/, unit: 'hour', least: 0, most: 23 },
  literal(':'),
  { layout: '04', form: /^[0-9]{2}/, unit: 'minute', least: 0, most: 59 },
  literal(':'),
];

/** A fraction is read even where the layout has none. */
const TIME = [...TO_MINUTE, { ...SECOND, form: /^[0-9]{2}(?:[.,][0-9]+)?/ }, ZONE];
const MICRO_TIME = [...TO_MINUTE, SECOND, { layout: '.000000', form: /^[.,][0-9]{6}/ }, ZONE];

const quote = (text: string): string => JSON.stringify(text);

function isDayOfMonth({ year = 0, month = 1, day = 0 }: Partial<Record<string, number>>): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** What the server says against the text of a time, in the words of Go's `time.Parse`; undefined where it takes it. */
export function timeFault(text: string, type: 'time' | 'microTime'): string | undefined {
  const layout = type === 'time' ? '2006-01-02T15:04:05Z07:00' : '2006-01-02T15:04:05.000000Z07:00';
  const parts: Partial<Record<string, number>> = {};
  let rest = text;
  for (const { layout: element, form, unit, least, most } of type === 'time' ? TIME : MICRO_TIME) {
    const [read] = form.exec(rest) ?? [];
    if (read === undefined) return `parsing time ${quote(text)} as ${quote(layout)}: cannot parse ${quote(rest)} as ${quote(element)}`;
    const value = Number.parseInt(read, 10);
    if (unit !== undefined) parts[unit] = value;
    if (unit !== undefined && least !== undefined && most !== undefined && (value < least || value > most))
      return `parsing time ${quote(text)}: ${unit} out of range`;
    rest = rest.slice(read.length);
  }
  if (rest !== '') return `parsing time ${quote(text)}: extra text: ${quote(rest)}`;
  return isDayOfMonth(parts) ? undefined : `parsing time ${quote(text)}: day out of range`;
}

const UNITS = new Set(['ns', 'us', 'µs', 'μs', 'ms', 's', 'm', 'h']);

/** What the server says against the text of a duration (`time.ParseDuration`); undefined where it takes it. */
export function durationFault(text: string): string | undefined {
  const invalid = `time: invalid duration ${quote(text)}`;
  let rest = text.replace(/^[+-]/, '');
  if (rest === '0') return undefined;
  if (rest === '') return invalid;
  while (rest !== '') {
    const [number] = /^(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)/.exec(rest) ?? [];
    if (number === undefined) return invalid;
    rest = rest.slice(number.length);
    const [unit = ''] = /^[^.0-9]*/.exec(rest) ?? [];
    if (unit === '') return `time: missing unit in duration ${quote(text)}`;
    if (!UNITS.has(unit)) return `time: unknown unit ${quote(unit)} in duration ${quote(text)}`;
    rest = rest.slice(unit.length);
  }
  return undefined;
}
