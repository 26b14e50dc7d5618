import type { Affix, BuildObject } from '../object.ts';

/** Whether one list is the end of the other; the later prefixes of two objects are those that they got together. */
function hasSameEnd(a: readonly Affix[], b: readonly Affix[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return long.length === 0;
  const skipped = long.length - short.length;
  return short.every(({ text }, i) => text === long[skipped + i]?.text);
}

/** Whether two objects have been given prefixes and suffixes by the same kustomizations (K-062). */
export function hasSameAffixes(a: BuildObject, b: BuildObject, emptyFits: boolean): boolean {
  const fits = (mine: readonly Affix[], other: readonly Affix[]): boolean =>
    (emptyFits && (mine.length === 0 || other.length === 0)) || hasSameEnd(mine, other);
  return fits(a.prefixes, b.prefixes) && fits(a.suffixes, b.suffixes);
}
