import type { Place } from '../paths.ts';
import { findGit } from './find-git.ts';
import { environmentOf, runGit, splitAnswer } from './run-git.ts';

/**
 * Absolute paths of the files that git tracks under a repository's top; undefined where git is missing or refuses.
 * The repository is the one that is found there, whatever a hook runs for.
 */
export function listTracked(top: string, place: Pick<Place, 'path'>): readonly string[] | undefined {
  const program = findGit(process.env['PATH'] ?? '', [top], place);
  if (program === undefined) return undefined;
  const { ok, stdout } = runGit({ program, env: environmentOf(process.env, false), directory: top }, ['ls-files', '-z']);
  return ok ? splitAnswer(stdout).map(name => place.path.join(top, name)) : undefined;
}

/** The files that git tracks, asked once a repository and only when an ignore file would hide something. */
export class TrackedFiles {
  readonly #place: Pick<Place, 'path'>;
  readonly #ask: (top: string) => readonly string[] | undefined;
  readonly #byTop = new Map<string, readonly string[] | undefined>();

  constructor(place: Pick<Place, 'path'>, ask: (top: string) => readonly string[] | undefined) {
    this.#place = place;
    this.#ask = ask;
  }

  /** True where git was asked and gave no answer. */
  get isSilent(): boolean {
    return [...this.#byTop.values()].includes(undefined);
  }

  /** Tracked files that are `path` or lie below it. */
  below(path: string, top: string | undefined): readonly string[] {
    const files = top === undefined ? [] : this.#list(top);
    const prefix = path + this.#place.path.sep;
    const first = lowerBound(files, path);
    if (files[first] === path) return [path];
    const from = lowerBound(files, prefix);
    let to = from;
    while (files[to]?.startsWith(prefix) === true) to++;
    return files.slice(from, to);
  }

  #list(top: string): readonly string[] {
    if (!this.#byTop.has(top)) this.#byTop.set(top, this.#ask(top)?.toSorted());
    return this.#byTop.get(top) ?? [];
  }
}

function lowerBound(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
