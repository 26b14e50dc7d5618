/** A scalar as kubectl reads it, which is go-yaml v2's reading and neither YAML 1.1 nor 1.2. */
export type ScalarValue = string | number | bigint | boolean | null;

const WORDS = new Map<string, ScalarValue>([
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, null] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(word => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(word => [word, false] as const),
  ...['.nan', '.NaN', '.NAN'].map(word => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(word => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map(word => [word, Number.NEGATIVE_INFINITY] as const),
]);
const LONGEST_WORD = 5;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INT64 = 2n ** 63n;

function integer(sign: number, digits: string): number | bigint {
  const value = Number(digits) * sign || 0;
  if (Number.isSafeInteger(value)) return value;
  const exact = BigInt(digits) * BigInt(sign);
  // Go keeps what fits into 64 bits (unsigned for positive numbers) and makes a float of the rest.
  return exact >= -INT64 && exact < 2n * INT64 ? exact : Number(exact);
}

function readInteger(text: string): number | bigint | undefined {
  const signed = text.startsWith('-') || text.startsWith('+');
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = signed ? text.slice(1) : text;
  if (/^(?:0|[1-9][0-9]*)$/.test(digits)) return integer(sign, digits);
  if (/^0[xX][0-9a-fA-F]+$/.test(digits) || /^0[bB][01]+$/.test(digits) || /^0[oO][0-7]+$/.test(digits)) return integer(sign, digits.toLowerCase());
  if (/^0[0-7]+$/.test(digits)) return integer(sign, `0o${digits.slice(1)}`);
  return undefined;
}

/** The value of a plain scalar. Checked against kubectl for every scalar of the recorded table. */
export function resolvePlain(text: string): ScalarValue {
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
  }
  const first = text.charCodeAt(0);
  if (first === 46 /* . */) return FLOAT.test(text) ? Number(text) : text;
  if (!((first >= 48 && first <= 57) || first === 43 || first === 45)) return text;
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  const whole = readInteger(digits);
  if (whole !== undefined) return whole;
  if (!FLOAT.test(digits)) return text;
  const value = Number(digits);
  return Number.isFinite(value) ? value || 0 : text;
}
