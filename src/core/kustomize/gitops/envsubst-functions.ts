/** A function of a value and what is written behind its operator. Undefined where the result is not worked out. */
type Substitute = (value: string, args: readonly string[]) => string | undefined;

/** Patterns are tried on every beginning of a value: longer ones are left alone. */
const [LONGEST_VALUE, LONGEST_PATTERN] = [512, 64];
/** More than an object may hold. */
export const LONGEST_RESULT = 1 << 20;

const isAscii = (text: string): boolean => !/\P{ASCII}/u.test(text);

/** Whole numbers as Go reads them; undefined for all else. */
function readNumber(text: string): number | undefined {
  return /^[-+]?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** `${var:position:length}`; negative numbers count from the end. A number that is none leaves the value as it is. */
function slice(value: string, [first = '', second]: readonly string[]): string | undefined {
  // Positions count bytes.
  if (!isAscii(value)) return undefined;
  const position = readNumber(first);
  if (position === undefined) return value;
  const start = Math.min(value.length, position < 0 ? Math.max(0, value.length + position) : position);
  if (second === undefined) return value.slice(start);
  const length = readNumber(second);
  if (length === undefined) return value;
  const end = length < 0 ? value.length + length : start + length;
  return end < start ? '' : value.slice(start, end);
}

/** `*` and `?` of a pattern, with one step back to the last `*`: linear for one, quadratic at most. */
function matchesPattern(pattern: string, text: string): boolean {
  let [at, from, star, resume] = [0, 0, -1, 0];
  while (from < text.length) {
    const part = pattern.charAt(at);
    if (part === '*') [star, resume, at] = [at, from, at + 1];
    else if (part !== '' && (part === '?' || part === text.charAt(from))) [at, from] = [at + 1, from + 1];
    else if (star >= 0) [at, from, resume] = [star + 1, resume + 1, resume + 1];
    else return false;
  }
  while (pattern.charAt(at) === '*') at++;
  return at === pattern.length;
}

/** Length of the beginning of a value that a pattern takes; 0 for none. */
function takenLength(value: string, pattern: string, isLongest: boolean): number {
  const lengths = Array.from({ length: value.length }, (_, index) => (isLongest ? value.length - index : index + 1));
  return lengths.find(length => matchesPattern(pattern, value.slice(0, length))) ?? 0;
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

function trim(side: 'start' | 'end', isLongest: boolean): Substitute {
  return (value, [pattern = '']) => {
    if (value.length > LONGEST_VALUE || pattern.length > LONGEST_PATTERN || /[[\]\\]/.test(pattern)) return undefined;
    if (side === 'start') return value.slice(takenLength(value, pattern, isLongest));
    const turned = reverse(value);
    return reverse(turned.slice(takenLength(turned, reverse(pattern), isLongest)));
  };
}

function replaceAll(value: string, [pattern = '', by = '']: readonly string[]): string | undefined {
  const isLong = by.length > pattern.length && (value.length + 1) * by.length > LONGEST_RESULT;
  return isLong ? undefined : value.replaceAll(pattern, () => by);
}

function replaceEnd(value: string, [pattern = '', by]: readonly string[]): string {
  return by !== undefined && value.endsWith(pattern) ? value.slice(0, value.length - pattern.length) + by : value;
}

function replaceStart(value: string, [pattern = '', by]: readonly string[]): string {
  return by !== undefined && value.startsWith(pattern) ? by + value.slice(pattern.length) : value;
}

const upper = (text: string): string => text.toUpperCase();
const lower = (text: string): string => text.toLowerCase();

function first(change: (text: string) => string): Substitute {
  return value => {
    const [letter = ''] = value;
    return change(letter) + value.slice(letter.length);
  };
}

/** What stands behind a variable's name, and what it does (F-3). */
export const SUBSTITUTIONS: ReadonlyMap<string, Substitute> = new Map<string, Substitute>([
  ['', value => value],
  ['length', value => (isAscii(value) ? String(value.length) : undefined)],
  [':', slice],
  [',', first(lower)],
  [',,', lower],
  ['^', first(upper)],
  ['^^', upper],
  // An operator of both letters is none, and leaves the value alone.
  [',^', value => value],
  ['^,', value => value],
  ['/', (value, [pattern = '', by = '']) => value.replace(pattern, () => by)],
  ['//', replaceAll],
  ['/#', replaceStart],
  ['/%', replaceEnd],
  ['#', trim('start', false)],
  ['##', trim('start', true)],
  ['%', trim('end', false)],
  ['%%', trim('end', true)],
]);
