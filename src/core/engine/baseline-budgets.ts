import type { Severity } from '../rule/finding.ts';
import { rankOf } from './baseline.ts';
import type { BaselineEntry } from './report.ts';

interface Budget {
  readonly entry: BaselineEntry;
  left: number;
}

/** The entries of a baseline, used up finding by finding. */
export class Budgets {
  readonly #byFingerprint = new Map<string, Budget[]>();
  readonly #paths: ReadonlySet<string>;

  constructor(entries: readonly BaselineEntry[]) {
    for (const entry of entries) {
      const budget = { entry, left: entry.count };
      const equal = this.#byFingerprint.get(entry.fingerprint);
      if (equal) equal.push(budget);
      else this.#byFingerprint.set(entry.fingerprint, [budget]);
    }
    this.#paths = new Set(entries.map(({ path }) => path));
  }

  /** Whether any entry is about a file. */
  knows(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Uses up an entry for a finding, of those that fit the one with the lowest severity that is high enough. */
  take(fingerprint: string, severity: Severity, fits: (entry: BaselineEntry) => boolean): boolean {
    const equal = this.#byFingerprint.get(fingerprint) ?? [];
    const [lowest] = equal
      .filter(({ left, entry }) => left > 0 && rankOf(entry.severity) >= rankOf(severity) && fits(entry))
      .sort((a, b) => rankOf(a.entry.severity) - rankOf(b.entry.severity));
    if (!lowest) return false;
    lowest.left--;
    return true;
  }

  /** What was not used up. */
  get left(): readonly BaselineEntry[] {
    return [...this.#byFingerprint.values()].flat().flatMap(({ entry, left }) => (left > 0 ? [{ ...entry, count: left }] : []));
  }
}
