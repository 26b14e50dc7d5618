import { CelDuration, CelError, CelOptional, CelTimestamp, CelTypeValue, CelUint, isList, isMap, type CelValue } from '../value.ts';
import { decodeUtf8 } from './bytes.ts';
import { renderDuration, renderTimestamp } from './time.ts';

/** `"%s has %d".format([…])`, as the string extension of the language formats. */
export function formatText(pattern: string, values: readonly CelValue[]): string {
  let used = 0;
  const next = (): CelValue => {
    const value = values[used++];
    if (value === undefined) throw new CelError(`index ${String(used - 1)} out of range`);
    return value;
  };
  return pattern.replace(
    /%(?:(%)|(?:\.(\d+))?([sdfexXob])|)/g,
    (whole, percent: string | undefined, precision: string | undefined, verb: string | undefined) => {
      if (percent !== undefined) return '%';
      if (verb === undefined) throw new CelError(`could not parse formatting clause "${whole}"`);
      return formatValue(next(), verb, precision === undefined ? 6 : Number(precision));
    },
  );
}

function formatValue(value: CelValue, verb: string, precision: number): string {
  switch (verb) {
    case 's':
      return plainText(value);
    case 'd':
      return String(integerOf(value));
    case 'f':
      return Number(value instanceof CelUint ? value.value : value).toFixed(precision);
    case 'e':
      return Number(value instanceof CelUint ? value.value : value)
        .toExponential(precision)
        .replace(/e([-+])(\d)$/, 'e$10$2');
    case 'b':
      return typeof value === 'boolean' ? String(Number(value)) : integerOf(value).toString(2);
    case 'o':
      return integerOf(value).toString(8);
    default:
      return verb === 'X' ? hex(value).toUpperCase() : hex(value);
  }
}

function integerOf(value: CelValue): bigint {
  if (typeof value === 'bigint') return value;
  if (value instanceof CelUint) return value.value;
  throw new CelError('integer clause can only be used on integers');
}

function hex(value: CelValue): string {
  if (typeof value === 'string') return Array.from(value, point => (point.codePointAt(0) ?? 0).toString(16)).join('');
  if (value instanceof Uint8Array) return Array.from(value, byte => byte.toString(16).padStart(2, '0')).join('');
  return integerOf(value).toString(16);
}

function plainText(value: CelValue): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return decodeUtf8(value);
  if (value instanceof CelUint) return String(value.value);
  if (value instanceof CelDuration) return renderDuration(value.nanos);
  if (value instanceof CelTimestamp) return renderTimestamp(value.nanos);
  if (value instanceof CelTypeValue) return value.name;
  if (isList(value)) return `[${value.map(plainText).join(', ')}]`;
  if (isMap(value))
    return `{${[...value]
      .map(([key, each]) => `${plainText(key)}: ${plainText(each)}`)
      .sort()
      .join(', ')}}`;
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number') return String(value);
  throw new CelError(value instanceof CelOptional ? 'string clause on an optional value' : 'string clause on a value that has no text');
}
