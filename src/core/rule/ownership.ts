import type { CheckId } from '../predict/admission/checks/index.ts';

/** A check of the admission model, or with a star the checks whose ids end so: `*-required`. */
export type CheckPattern = CheckId | `*${string}`;

interface Owner {
  readonly id: string;
  readonly checks?: readonly CheckPattern[] | undefined;
}

/** Which rule speaks of what a check refuses: the one that names it, else the one with the longest pattern. */
export class Ownership {
  readonly #named = new Map<string, string>();
  readonly #patterns: readonly (readonly [ending: string, rule: string])[];

  constructor(rules: readonly Owner[]) {
    const pairs = rules.flatMap(({ id, checks = [] }) => checks.map(check => [check, id] as const));
    for (const [check, id] of pairs) if (!check.startsWith('*')) this.#named.set(check, id);
    const patterns = pairs.filter(([check]) => check.startsWith('*')).map(([check, id]) => [check.slice(1), id] as const);
    this.#patterns = patterns.sort(([a], [b]) => b.length - a.length);
  }

  ownerOf(check: CheckId): string | undefined {
    return this.#named.get(check) ?? this.#patterns.find(([ending]) => check.endsWith(ending))?.[1];
  }
}
