import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { isInside, type Place } from './paths.ts';

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

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
}

/**
 * Absolute paths of the files that git tracks under a repository's top; undefined where git is missing or refuses.
 * Settings that would make git start a program of the repository are switched off.
 */
export function listTracked(top: string, place: Pick<Place, 'path'>): readonly string[] | undefined {
  const git = findGit(process.env['PATH'] ?? '', [top], place);
  if (git === undefined) return undefined;
  const options = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-C', top];
  // Loading it takes longer than reading a file, and few runs ask git.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const result = spawnSync(git, [...options, 'ls-files', '-z'], {
    cwd: place.path.dirname(git),
    env: cleanEnvironment(),
    maxBuffer: 1 << 28,
    timeout: 20_000,
    windowsHide: true,
  });
  if (result.status !== 0) return undefined;
  return result.stdout
    .toString('utf8')
    .split('\u0000')
    .filter(name => name !== '')
    .map(name => place.path.join(top, name));
}

/** The files that git tracks, asked once a repository and only when an ignore file would hide something. */
export class TrackedFiles {
  readonly #place: Pick<Place, 'path'>;
  readonly #byTop = new Map<string, readonly string[] | undefined>();

  constructor(place: Pick<Place, 'path'>) {
    this.#place = place;
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
    if (!this.#byTop.has(top)) this.#byTop.set(top, listTracked(top, this.#place)?.toSorted());
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
