import { existsSync } from 'node:fs';
import nodePath, { type PlatformPath } from 'node:path';

/** Path from the top of the git repository to a directory, with `/`; empty at the top and outside of repositories. */
export function findRepositoryPrefix(directory: string, path: PlatformPath = nodePath): string {
  for (let at = directory; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return path.relative(at, directory).split(path.sep).join('/');
    if (path.dirname(at) === at) return '';
  }
}
