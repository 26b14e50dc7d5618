import { decodeBinary } from '../yaml/binary.ts';
import { resolvePlain, type ScalarValue } from '../yaml/scalar.ts';
import type { ScalarNode, Tag } from './node.ts';
import { refold } from './refold.ts';

/** How plain scalars are read: `resource` by go-yaml v3 (K-003), `configuration` by go-yaml v2 (K-004). */
export type Reading = 'resource' | 'configuration';

const WORDS = new Map<string, Tag>([
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, 'null'] as const),
  ...['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map(word => [word, 'bool'] as const),
  ...['.nan', '.NaN', '.NAN', '.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF', '-.inf', '-.Inf', '-.INF'].map(word => [word, 'float'] as const),
]);
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INTEGER = /^[-+]?(?:0|[1-9][0-9]*|0[0-7]+|0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+)$/;
const UINT64 = 2n ** 64n;
const INT64 = 2n ** 63n;
const TIME = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?(Z|[-+]\d{2}:\d{2})?)?$/;

function integerOf(digits: string): number | bigint | undefined {
  if (!INTEGER.test(digits)) return undefined;
  const unsigned = digits.replace(/^[-+]/, '').toLowerCase();
  const whole = BigInt(/^0[0-7]+$/.test(unsigned) ? `0o${unsigned.slice(1)}` : unsigned);
  const value = digits.startsWith('-') ? -whole : whole;
  if (value < -INT64 || value >= UINT64) return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function daysOf(year: number, month: number): number {
  return month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a plain text is read as a date or a time. */
export function isTimestamp(text: string): boolean {
  return timestampOf(text) !== undefined;
}

const pad = (value: string, width = 2): string => value.padStart(width, '0');

/** A timestamp in the form of RFC 3339; undefined for what is none. */
function timestampOf(text: string): string | undefined {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, year = '', month = '', day = '', separator, hour = '0', minute = '0', second = '0', fraction = '', zone] = found;
  if (separator !== undefined && (separator === ' ') === (zone !== undefined)) return undefined;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > daysOf(Number(year), Number(month))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const rest = fraction.slice(0, 10).replace(/\.?0+$/, '');
  const offset = zone === undefined || /^[-+]00:00$/.test(zone) ? 'Z' : zone;
  return `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}${rest}${offset}`;
}

/** A number beyond 64 bits is a text. */
function isFloat(text: string): boolean {
  return FLOAT.test(text) && Number.isFinite(Number(text));
}

function resourceTag(text: string): Tag {
  const word = WORDS.get(text);
  if (word) return word;
  const first = text.charCodeAt(0);
  if (first === 46 /* . */) return isFloat(text) ? 'float' : 'str';
  if (!((first >= 48 && first <= 57) || first === 43 || first === 45)) return 'str';
  if (timestampOf(text) !== undefined) return 'timestamp';
  const digits = text.replaceAll('_', '');
  if (integerOf(digits) !== undefined) return 'int';
  return isFloat(digits) ? 'float' : 'str';
}

function configurationTag(text: string): Tag {
  const value = resolvePlain(text);
  if (value === null) return 'null';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'bigint' || integerOf(text.replaceAll('_', '')) !== undefined ? 'int' : 'float';
}

/** What a plain scalar is read as. */
export function resolveTag(text: string, reading: Reading = 'resource'): Tag {
  return reading === 'resource' ? resourceTag(text) : configurationTag(text);
}

/** Whether YAML 1.1 takes a plain text for something else: kustomize quotes such a text where it sets it under a key. */
export function needsQuotes(text: string): boolean {
  return text !== '' && !text.includes('\n') && resolveTag(text, 'configuration') !== 'str';
}

/** A scalar whose tag and text contradict each other, in the words of go-yaml (K-006). */
export interface Contradiction {
  readonly answer: string;
}

function floatOf(text: string): number {
  if (/inf$/i.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return /nan$/i.test(text) ? Number.NaN : Number(text.replaceAll('_', ''));
}

function valueAs(tag: Tag, text: string): ScalarValue {
  switch (tag) {
    case 'null':
      return null;
    case 'bool':
      return text.toLowerCase() === 'true';
    case 'int':
      return integerOf(text.replaceAll('_', '')) ?? text;
    case 'float':
      return floatOf(text);
    case 'timestamp':
      return timestampOf(text) ?? text;
    case 'binary':
      return decodeBinary(text) ?? text;
    case 'str':
      return text;
  }
}

/** The value that a scalar has in JSON (K-006). */
export function finalValue({ text, tag, style, isFlowVoid }: Omit<ScalarNode, 'kind' | 'origin'>): ScalarValue | Contradiction {
  if (tag === 'binary') return valueAs(tag, text);
  if (style === 'folded') return refold(text);
  if (isFlowVoid && text === '') return '';
  if (style !== 'plain' || tag === 'str') return text;
  const found = resolveTag(text);
  if (tag === undefined || tag === found) return valueAs(found, text);
  if (tag === 'float' && found === 'int') return Number(integerOf(text.replaceAll('_', '')));
  return { answer: `yaml: cannot decode !!${found} \`${text}\` as a !!${tag}` };
}

export function isContradiction(value: ScalarValue | Contradiction): value is Contradiction {
  return typeof value === 'object' && value !== null;
}
