import { list, text, whole } from '../arguments.ts';
import { fn, method, type Overload } from '../overload.ts';
import { BOOL, INT, listOf, STRING, DYN } from '../type.ts';
import { CelError, type CelValue } from '../value.ts';
import { formatText } from './format-text.ts';

function indexWithin(value: readonly string[], index: bigint): number {
  if (index < 0n || index > BigInt(value.length)) throw new CelError(`index out of range: ${String(index)}`);
  return Number(index);
}

const points = (value: CelValue | undefined): readonly string[] => Array.from(text(value));

function substring(value: readonly string[], from: bigint, to: bigint): string {
  const [start, end] = [indexWithin(value, from), indexWithin(value, to)];
  if (start > end) throw new CelError(`invalid substring range. start: ${String(from)}, end: ${String(to)}`);
  return value.slice(start, end).join('');
}

/** Index in characters of a part, from an index on. */
function indexOf(value: readonly string[], part: string, from: bigint): bigint {
  const start = indexWithin(value, from);
  const found = value.slice(start).join('').indexOf(part);
  return found < 0 ? -1n : BigInt(start + Array.from(value.slice(start).join('').slice(0, found)).length);
}

function lastIndexOf(value: readonly string[], part: string, from: bigint): bigint {
  const most = indexWithin(value, from);
  const wanted = Array.from(part);
  for (let at = Math.min(most, value.length - wanted.length); at >= 0; at--) if (wanted.every((point, index) => value[at + index] === point)) return BigInt(at);
  return -1n;
}

function replace(value: string, [from, to]: readonly [string, string], most: number): string {
  if (most < 0) return value.replaceAll(from, () => to);
  let [replaced, rest] = ['', value];
  for (let count = 0; count < most; count++) {
    const at = rest.indexOf(from);
    if (at < 0) break;
    const length = from === '' ? 1 : from.length;
    replaced += from === '' ? to + rest.slice(0, 1) : rest.slice(0, at) + to;
    rest = rest.slice(from === '' ? length : at + length);
  }
  return replaced + rest;
}

function split(value: string, separator: string, most: number): readonly string[] {
  const parts = separator === '' ? Array.from(value) : value.split(separator);
  if (most < 0 || parts.length <= most) return parts;
  return most === 0 ? [] : [...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)];
}

const ascii = (value: string, change: (letter: string) => string): string => value.replace(/[A-Za-z]/g, change);

const searches: readonly Overload[] = [
  method('contains', [STRING, STRING], BOOL, ([value, part]) => text(value).includes(text(part))),
  method('startsWith', [STRING, STRING], BOOL, ([value, part]) => text(value).startsWith(text(part))),
  method('endsWith', [STRING, STRING], BOOL, ([value, part]) => text(value).endsWith(text(part))),
  method('charAt', [STRING, INT], STRING, ([value, index]) => points(value)[indexWithin(points(value), whole(index))] ?? ''),
  method('indexOf', [STRING, STRING], INT, ([value, part]) => indexOf(points(value), text(part), 0n)),
  method('indexOf', [STRING, STRING, INT], INT, ([value, part, from]) => indexOf(points(value), text(part), whole(from))),
  method('lastIndexOf', [STRING, STRING], INT, ([value, part]) => lastIndexOf(points(value), text(part), BigInt(points(value).length))),
  method('lastIndexOf', [STRING, STRING, INT], INT, ([value, part, from]) => lastIndexOf(points(value), text(part), whole(from))),
];

const changes: readonly Overload[] = [
  method('lowerAscii', [STRING], STRING, ([value]) => ascii(text(value), letter => letter.toLowerCase())),
  method('upperAscii', [STRING], STRING, ([value]) => ascii(text(value), letter => letter.toUpperCase())),
  method('trim', [STRING], STRING, ([value]) => text(value).trim()),
  method('reverse', [STRING], STRING, ([value]) => points(value).toReversed().join('')),
  method('replace', [STRING, STRING, STRING], STRING, ([value, from, to]) => replace(text(value), [text(from), text(to)], -1)),
  method('replace', [STRING, STRING, STRING, INT], STRING, ([value, from, to, most]) => replace(text(value), [text(from), text(to)], Number(whole(most)))),
  method('split', [STRING, STRING], listOf(STRING), ([value, separator]) => split(text(value), text(separator), -1)),
  method('split', [STRING, STRING, INT], listOf(STRING), ([value, separator, most]) => split(text(value), text(separator), Number(whole(most)))),
  method('substring', [STRING, INT], STRING, ([value, from]) => substring(points(value), whole(from), BigInt(points(value).length))),
  method('substring', [STRING, INT, INT], STRING, ([value, from, to]) => substring(points(value), whole(from), whole(to))),
  method('join', [listOf(STRING)], STRING, ([value]) => list(value).map(text).join('')),
  method('join', [listOf(STRING), STRING], STRING, ([value, separator]) => list(value).map(text).join(text(separator))),
  method('format', [STRING, listOf(DYN)], STRING, ([value, values]) => formatText(text(value), list(values))),
  fn('strings.quote', [STRING], STRING, ([value]) => JSON.stringify(text(value))),
];

const patterns: readonly Overload[] = [fn, method].map(of =>
  of('matches', [STRING, STRING], BOOL, ([value, pattern], { patterns: engine, meter }) => {
    meter.spend((text(value).length / 10) * Math.max(1, text(pattern).length / 4));
    return engine.matches(text(pattern), text(value));
  }),
);

const finds: readonly Overload[] = [
  method('find', [STRING, STRING], STRING, ([value, pattern], { patterns: engine }) => engine.findAll(text(pattern), text(value), 1)[0] ?? ''),
  method('findAll', [STRING, STRING], listOf(STRING), ([value, pattern], { patterns: engine }) => engine.findAll(text(pattern), text(value), -1)),
  method('findAll', [STRING, STRING, INT], listOf(STRING), ([value, pattern, most], { patterns: engine }) =>
    engine.findAll(text(pattern), text(value), Number(whole(most))),
  ),
];

export const STRINGS: readonly Overload[] = [...searches, ...changes, ...patterns, ...finds];
