import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import path, { type PlatformPath } from 'node:path';
import type { Incomplete } from '../core/engine/report.ts';
import { absolutePathOf, isInside, patternOf, type Place } from './paths.ts';
import { isCode } from './read-file.ts';
import { replaceFile } from './write-file.ts';

/** A file that fixes have changed, by its path in reports. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Where fixes may write: below a directory of the command line, or a file that it names and that is no link. */
type Root = { readonly directory: string } | { readonly file: string };

const DENIED: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written: permission denied',
  EPERM: 'it may not be written: permission denied',
  EROFS: 'its file system is read-only',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk is full',
  ENOENT: 'it is gone',
};

function explain(error: unknown): string {
  const code = Object.keys(DENIED).find(known => isCode(error, known));
  return code === undefined ? `it could not be written (${error instanceof Error ? error.message : String(error)})` : (DENIED[code] ?? code);
}

/** The directory that a pattern looks in. */
function baseOf(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex(part => /[*?[{!@+(]/.test(part));
  return parts.slice(0, first === -1 ? -1 : first).join('/') || '.';
}

function rootOf(written: string, place: Place): readonly Root[] {
  try {
    const absolute = absolutePathOf(written, place);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) return [{ directory: realpathSync(absolute) }];
    if (stats) return [{ file: place.path.join(realpathSync(place.path.dirname(absolute)), place.path.basename(absolute)) }];
    return [{ directory: realpathSync(absolutePathOf(baseOf(patternOf(written, place)), place)) }];
  } catch {
    return [];
  }
}

/** Writes what fixes have changed, and nothing but files of the input. */
export class FixedFiles {
  readonly #place: Place;
  readonly #roots: readonly Root[];

  constructor(inputs: readonly string[], cwd: string, paths: PlatformPath = path) {
    this.#place = { cwd, path: paths };
    this.#roots = inputs.flatMap(written => rootOf(written, this.#place));
  }

  /** Why a file cannot be written, before anything is changed. */
  explainClosed(reportPath: string): string | undefined {
    try {
      const real = realpathSync(absolutePathOf(reportPath, this.#place));
      if (!this.#isInput(real)) return 'it is a link that leads out of the input';
      // Renaming a new file onto it would work all the same, and to root nothing is closed.
      if ((statSync(real).mode & 0o222) === 0) return 'it is read-only';
      accessSync(real, constants.W_OK);
      accessSync(this.#place.path.dirname(real), constants.W_OK);
      return undefined;
    } catch (error) {
      return explain(error);
    }
  }

  /** Changes without those of further names of one file: links in the input that lead to another file of it. */
  withoutTwins(changes: readonly FileChange[]): readonly FileChange[] {
    return [...this.#byTarget(changes)].flatMap(
      ([real, twins]) => twins.find(({ path: name }) => absolutePathOf(name, this.#place) === real) ?? twins[0] ?? [],
    );
  }

  /** Writes each file whole, and each once whatever leads to it. Returns what was not written. */
  write(changes: readonly FileChange[]): readonly Incomplete[] {
    return [...this.#byTarget(changes)].flatMap(([real, twins]) => {
      const reason = this.#writeOne(real, twins);
      return reason === undefined ? [] : twins.map((twin): Incomplete => ({ path: twin.path, reason, undone: 'fixed' }));
    });
  }

  #writeOne(real: string, twins: readonly FileChange[]): string | undefined {
    const [first] = twins;
    if (!first || twins.some(({ after }) => after !== first.after)) return 'links lead to it, and the fixes differ by the name that it is read under';
    try {
      if (!readFileSync(real).equals(Buffer.from(first.before))) return 'it has changed since it was read';
      replaceFile(real, first.after);
      return undefined;
    } catch (error) {
      return explain(error);
    }
  }

  #byTarget(changes: readonly FileChange[]): ReadonlyMap<string, readonly FileChange[]> {
    const byTarget = new Map<string, FileChange[]>();
    for (const change of changes) {
      const real = this.#realPathOf(change.path);
      byTarget.set(real, [...(byTarget.get(real) ?? []), change]);
    }
    return byTarget;
  }

  #realPathOf(reportPath: string): string {
    const absolute = absolutePathOf(reportPath, this.#place);
    try {
      return realpathSync(absolute);
    } catch {
      return absolute;
    }
  }

  #isInput(real: string): boolean {
    return this.#roots.some(root => ('directory' in root ? isInside(real, root.directory, this.#place) : real === root.file));
  }
}
