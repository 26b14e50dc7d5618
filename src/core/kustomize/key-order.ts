const LETTER = /^\p{L}$/u;
const DIGIT = /^\p{Nd}$/u;

interface Run {
  readonly value: number;
  readonly length: number;
}

/** The digits from a place on, as a number. */
function digitsFrom(key: readonly string[], at: number, leading: number): Run {
  let [value, end] = [leading, at];
  for (; end < key.length && DIGIT.test(key[end] ?? ''); end++) value = value * 10 + Number(key[end]);
  return { value, length: end - at };
}

/** Whether digits other than zeros stand before a place. */
function followsNumber(key: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= 0 && DIGIT.test(key[i] ?? ''); i--) if (key[i] !== '0') return true;
  return false;
}

function compareAt(a: readonly string[], b: readonly string[], at: number): number {
  const [left = '', right = ''] = [a[at], b[at]];
  const [isLetter, otherIsLetter] = [LETTER.test(left), LETTER.test(right)];
  const byCode = (left.codePointAt(0) ?? 0) - (right.codePointAt(0) ?? 0);
  if (isLetter && otherIsLetter) return byCode;
  if (isLetter || otherIsLetter) return otherIsLetter ? -1 : 1;
  const leading = (left === '0' || right === '0') && followsNumber(a, at) ? 1 : 0;
  const [mine, other] = [digitsFrom(a, at, leading), digitsFrom(b, at, leading)];
  if (mine.value !== other.value) return mine.value - other.value;
  return mine.length === other.length ? byCode : mine.length - other.length;
}

const SIMPLE = /^[A-Za-z]*$/;

/** The order of keys in printed YAML (K-131). */
export function compareKeys(a: string, b: string): number {
  if (SIMPLE.test(a) && SIMPLE.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < left.length && at < right.length; at++) if (left[at] !== right[at]) return compareAt(left, right, at);
  return left.length - right.length;
}
