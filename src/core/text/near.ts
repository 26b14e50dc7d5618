import { editDistance } from './edit-distance.ts';
import { NearCandidates } from './near-candidates.ts';

const SEPARATORS = /[-_.]/g;

function isPlural(a: string, b: string): boolean {
  return a === `${b}s` || a === `${b}es` || (b.endsWith('y') && a === `${b.slice(0, -1)}ies`);
}

function isExtended(long: string, short: string): boolean {
  return short.length >= 2 && (long.startsWith(`${short}-`) || long.endsWith(`-${short}`));
}

/**
 * How alike two names are: 0 equal, 1 one slip apart (letter case, separator, plural, one edit, two edits from six characters on),
 * 2 one is the other with a prefix or suffix at a `-`; undefined when they are not near.
 */
export function nearness(a: string, b: string): 0 | 1 | 2 | undefined {
  if (a === b) return 0;
  const [low, other] = [a.toLowerCase(), b.toLowerCase()];
  if (low === other || low.replaceAll(SEPARATORS, '') === other.replaceAll(SEPARATORS, '')) return 1;
  if (isPlural(low, other) || isPlural(other, low)) return 1;
  const shorter = Math.min(a.length, b.length);
  const limit = shorter >= 6 ? 2 : 1;
  // Words of one or two characters are always one edit apart, which says nothing.
  if (shorter >= 3 && editDistance(low, other, limit) <= limit) return 1;
  if (isExtended(low, other) || isExtended(other, low)) return 2;
  return undefined;
}

/** The candidate nearest to `name`, the first of equals, or undefined. */
export function findNearest<T>(name: string, candidates: Iterable<T>, nameOf: (candidate: T) => string | undefined): T | undefined {
  let best: T | undefined;
  let bestNearness = 3;
  for (const candidate of candidates) {
    const other = nameOf(candidate);
    const near = other === undefined ? undefined : nearness(name, other);
    if (near !== undefined && near < bestNearness) [best, bestNearness] = [candidate, near];
  }
  return best;
}

function numbersOf(text: string): string {
  return (text.match(/\d+/g) ?? []).join(',');
}

/** `nearness` of names whose numbers are equal: `web-1` and `web-2` are two things and not one misspelt. */
export function nearnessOfNames(a: string, b: string): 0 | 1 | 2 | undefined {
  return numbersOf(a) === numbersOf(b) ? nearness(a, b) : undefined;
}

function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) > 2) return nearness(a, b) === 1;
  // Of words of one or two letters any two are near: a letter less or two that changed places are a slip, another letter is another word.
  return a.length !== b.length ? editDistance(a, b, 1) <= 1 : [...a].sort().join('') === [...b].sort().join('');
}

/** Whether names of as many words differ in one that is no slip of the other's: `team-a` and `team-b`, `us-east` and `us-west` are two things. */
export function differInWords(a: string, b: string): boolean {
  const [words, others] = [a.toLowerCase().split(SEPARATORS), b.toLowerCase().split(SEPARATORS)];
  return words.length > 1 && words.length === others.length && words.some((word, i) => word !== others[i] && !isSlip(word, others[i] ?? ''));
}

/** Below this number of names it is quicker to compare them all. */
const FEW = 48;

interface Shape<T> {
  readonly number: number;
  readonly byNumbers: Map<string, T[]>;
}

/** Finds what is near to a name without comparing it with every other name: names that differ in numbers only are one entry. */
export class NearIndex<T> {
  readonly #shapes = new Map<string, Shape<T>>();
  #candidates: NearCandidates | undefined;

  add(name: string, item: T): void {
    const shape = name.replaceAll(/\d+/g, '0');
    let { byNumbers } = this.#shapes.get(shape) ?? {};
    if (!byNumbers) {
      byNumbers = new Map<string, T[]>();
      this.#shapes.set(shape, { number: this.#shapes.size, byNumbers });
      this.#candidates?.add(shape);
    }
    const numbers = numbersOf(name);
    const group = byNumbers.get(numbers);
    if (group) group.push(item);
    else byNumbers.set(numbers, [item]);
  }

  /** Items whose names have the same numbers and are near to the name, equal ones too, in the order in which they came. */
  near(name: string): readonly T[] {
    const [shape, numbers] = [name.replaceAll(/\d+/g, '0'), numbersOf(name)];
    return [...this.#candidatesOf(shape)]
      .filter(other => nearness(shape, other) !== undefined)
      .flatMap(other => this.#shapes.get(other) ?? [])
      .sort((a, b) => a.number - b.number)
      .flatMap(({ byNumbers }) => byNumbers.get(numbers) ?? []);
  }

  #candidatesOf(shape: string): Iterable<string> {
    if (this.#shapes.size < FEW) return this.#shapes.keys();
    if (!this.#candidates) {
      this.#candidates = new NearCandidates();
      for (const other of this.#shapes.keys()) this.#candidates.add(other);
    }
    return this.#candidates.of(shape);
  }
}
