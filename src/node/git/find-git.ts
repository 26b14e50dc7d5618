import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { isInside, type Place } from '../paths.ts';

/** The top of the repository that holds a directory; undefined where there is none. */
export function findRepositoryTop(directory: string, { path }: Pick<Place, 'path'>): string | undefined {
  for (let at = directory; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** git by its absolute path, never one that lies in what is linted: an input must not bring its own program. */
export function findGit(searchPath: string, inputs: readonly string[], { path }: Pick<Place, 'path'>): string | undefined {
  const name = path.sep === '\\' ? 'git.exe' : 'git';
  return searchPath
    .split(path.delimiter)
    .filter(folder => path.isAbsolute(folder) && !inputs.some(input => isInside(folder, input, { path })))
    .map(folder => path.join(folder, name))
    .find(isProgram);
}
