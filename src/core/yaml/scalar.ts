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
  // What does not fit into 64 bits becomes a float on its way through JSON.
  return exact >= -INT64 && exact < INT64 ? exact : Number(exact);
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

/** Whether a plain scalar with this text can be anything but text: for those who compare many names. */
export function mayResolve(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 46 || first === 43 || first === 45 || (first >= 48 && first <= 57) || (text.length <= LONGEST_WORD && WORDS.has(text));
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

/** A float as Go's `%g` with the precision of 32 bits, which is how kubectl turns a float into a key. */
function floatKey(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  const rounded = Math.fround(value);
  let digits = 1;
  while (digits < 9 && Math.fround(Number(rounded.toExponential(digits - 1))) !== rounded) digits++;
  const [mantissa = '', exponent = '0'] = rounded.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(`${mantissa}e${power}`));
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** A plain key as the API server gets it: `on` is "true", `0755` is "493", `1.10` is "1.1". */
export function plainKeyText(text: string): string {
  const value = resolvePlain(text);
  if (typeof value !== 'number') return String(value);
  const digits = text.replaceAll('_', '');
  return readInteger(digits) === undefined ? floatKey(value) : String(value);
}
