import { existsSync } from 'node:fs';
import { findProgram } from '../find-program.ts';
import type { Place } from '../paths.ts';

/** The top of the repository that holds a directory; undefined where there is none. */
export function findRepositoryTop(directory: string, { path }: Pick<Place, 'path'>): string | undefined {
  for (let at = directory; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** git by its absolute path, never one that lies in what is linted. */
export function findGit(searchPath: string, inputs: readonly string[], place: Pick<Place, 'path'>): string | undefined {
  return findProgram('git', searchPath, inputs, place);
}
