import { HIDDEN, isArray, isObject, type CustomValue } from '../../schema/custom-value.ts';

/** A string as Go's `%q` prints it. */
export function quoteGo(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\x7f');
}

/** A fraction as Go's `%v` prints it: large and small ones with an exponent of two digits. */
function floatText(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 21 && power < Math.max(6, mantissa.replace(/[-.]/g, '').length)) return String(value);
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** A number as Go's `%v` prints it, an int64 or a float64. */
export function numberText(value: number | bigint): string {
  return typeof value === 'bigint' || (Number.isInteger(value) && Math.abs(value) < 2 ** 63) ? String(value) : floatText(value);
}

function toJson(value: CustomValue): string {
  if (typeof value === 'bigint' || value === HIDDEN) return String(value);
  if (isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map(name => `${JSON.stringify(name)}:${toJson(value[name] ?? null)}`)
    .join(',')}}`;
}

/** A value as the server repeats it in a refusal. */
export function valueText(value: CustomValue): string {
  if (typeof value === 'string') return quoteGo(value);
  return typeof value === 'number' || typeof value === 'bigint' ? numberText(value) : toJson(value);
}
