/** What the parts of a pattern mean for the elements of a list. */
interface Meaning<P, E> {
  /** Stands for any number of elements. */
  readonly repeats: (part: P) => boolean;
  readonly matches: (part: P, element: E) => boolean;
}

function endsWithRepeats<P>(pattern: ArrayLike<P>, from: number, repeats: (part: P) => boolean): boolean {
  for (let at = from; at < pattern.length; at++) {
    const part = pattern[at];
    if (part === undefined || !repeats(part)) return false;
  }
  return true;
}

/**
 * Matches a list against a pattern in at most pattern times list steps: where it fails, only the last repetition takes one
 * element more. A regular expression made of the same pattern may take exponential time on hostile input.
 */
function matchesAll<P, E>(pattern: ArrayLike<P>, elements: ArrayLike<E>, { repeats, matches }: Meaning<P, E>): boolean {
  let [at, from] = [0, 0];
  let [lastRepeat, resume] = [-1, 0];
  while (from < elements.length) {
    const part = pattern[at];
    const element = elements[from];
    if (part !== undefined && repeats(part)) [lastRepeat, resume, at] = [at, from, at + 1];
    else if (part !== undefined && element !== undefined && matches(part, element)) [at, from] = [at + 1, from + 1];
    else if (lastRepeat >= 0) [at, from, resume] = [lastRepeat + 1, resume + 1, resume + 1];
    else return false;
  }
  return endsWithRepeats(pattern, at, repeats);
}

/** `*` stands for any characters, `?` for one. */
export function matchesWildcard(pattern: string, text: string): boolean {
  return matchesAll(pattern, text, {
    repeats: part => part === '*',
    matches: (part, character) => part === '?' || part === character,
  });
}

/** Segments of a path: `**` stands for any number of them. */
export function matchesSegments(pattern: readonly string[], segments: readonly string[]): boolean {
  return matchesAll(pattern, segments, { repeats: part => part === '**', matches: matchesWildcard });
}
