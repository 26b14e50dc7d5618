/** A semantic version (semver.org), as `semver()` reads it. */
export interface Semver {
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly pre: readonly string[];
}

const FORM = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/** What the lenient form mends: a leading `v`, missing minor and patch, leading zeros. */
function normalize(text: string): string {
  const [, numbers = '', rest = ''] = /^v?([\d.]+)(.*)$/s.exec(text) ?? [];
  const parts = numbers.split('.').map(part => part.replace(/^0+(?=\d)/, ''));
  if (parts.length > 3 || (rest !== '' && parts.length < 3)) return text;
  return [...parts, '0', '0'].slice(0, 3).join('.') + rest;
}

export function parseSemver(text: string, isLenient: boolean): Semver | undefined {
  const [, major, minor, patch, pre] = FORM.exec(isLenient ? normalize(text) : text) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  const parts = pre?.split('.') ?? [];
  if (parts.some(part => /^0\d+$/.test(part))) return undefined;
  return { numbers: [BigInt(major), BigInt(minor), BigInt(patch)], pre: parts };
}

function comparePart(one: string, other: string): number {
  const [left, right] = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (left && right) return Math.sign(Number(BigInt(one) - BigInt(other)));
  if (left !== right) return left ? -1 : 1;
  return one < other ? -1 : one > other ? 1 : 0;
}

export function compareSemvers(one: Semver, other: Semver): number {
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[index] ?? 0n);
    if (difference !== 0n) return difference < 0n ? -1 : 1;
  }
  if (one.pre.length === 0 || other.pre.length === 0) return Math.sign(other.pre.length - one.pre.length);
  for (const [index, part] of one.pre.entries()) {
    const against = other.pre[index];
    if (against === undefined) return 1;
    const order = comparePart(part, against);
    if (order !== 0) return order;
  }
  return one.pre.length < other.pre.length ? -1 : 0;
}
