import { existsSync, lstatSync, statSync, type Stats } from 'node:fs';
import nodePath, { type PlatformPath } from 'node:path';
import type { ConfigurationInput } from '../core/config/read-configuration.ts';
import { explainLink, readTextFile } from './read-file.ts';

/** Names of the file, the one that is looked for first. */
export const CONFIGURATION_NAMES = ['.svclint.yaml', '.svclint.yml'] as const;

/** More than anyone writes by hand. */
const LARGEST = 1024 * 1024;

export interface FoundConfigurations {
  readonly inputs: readonly ConfigurationInput[];
  /** Why the run cannot start, one sentence each. */
  readonly faults: readonly string[];
}

interface Place {
  readonly cwd: string;
  readonly path: PlatformPath;
}

/** Undefined for what is not there and for what cannot be reached. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

/** Whether there is something of this name, also a link that leads nowhere: a configuration is not passed over in silence. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function shownAs(file: string, { cwd, path }: Place): string {
  return path.relative(cwd, file).split(path.sep).join('/');
}

/** The text of a configuration, or why it cannot be read. Devices and pipes are never opened. */
function readText(file: string, shown: string): { text: string } | { fault: string } {
  const stats = statOf(file);
  if (!stats && !isThere(file)) return { fault: `no such configuration: ${shown}` };
  if (stats?.isFile() === true && stats.size > LARGEST) return { fault: `the configuration ${shown} is larger than 1 MB` };
  const read = stats ? readTextFile(file) : { reason: explainLink(file) };
  return 'text' in read ? read : { fault: `the configuration ${shown} was not read: ${read.reason}` };
}

function holdsKey(text: string): boolean {
  if (!text.includes('"svclint"')) return false;
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null && Object.hasOwn(content, 'svclint');
  } catch {
    // What does not parse is not known to hold the key; npm reports it.
    return false;
  }
}

/** Looks upward from where the inputs stand. */
class Search {
  readonly #place: Place;
  readonly #known = new Map<string, string | undefined>();

  constructor(place: Place) {
    this.#place = place;
  }

  /** The configuration of a directory, or of the nearest one above that has one. */
  find(directory: string): string | undefined {
    for (const at of this.#upward(directory)) {
      if (!this.#known.has(at)) this.#known.set(at, this.#findIn(at));
      const found = this.#known.get(at);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Up to the top of the git repository. Without one, up to the working directory: what lies above may be anyone's. */
  #upward(directory: string): readonly string[] {
    const { path, cwd } = this.#place;
    const directories: string[] = [];
    for (let at = directory; ; at = path.dirname(at)) {
      directories.push(at);
      if (existsSync(path.join(at, '.git'))) return directories;
      if (path.dirname(at) === at) break;
    }
    return directories.slice(0, Math.max(directories.indexOf(cwd), 0) + 1);
  }

  #findIn(directory: string): string | undefined {
    const { path } = this.#place;
    const named = CONFIGURATION_NAMES.map(name => path.join(directory, name)).find(isThere);
    if (named !== undefined) return named;
    const manifest = path.join(directory, 'package.json');
    if (statOf(manifest)?.isFile() !== true) return undefined;
    const read = readText(manifest, manifest);
    return 'text' in read && holdsKey(read.text) ? manifest : undefined;
  }
}

/** The directory that an argument stands in: of a pattern, the part before its first wildcard. */
function directoryOf(written: string, { cwd, path }: Place): string {
  if (written === '-') return cwd;
  const plain = written.split(/[*?[{!]/)[0] ?? '';
  let at = path.resolve(cwd, plain === written ? written : path.join(plain, plain.endsWith('/') ? '.' : '..'));
  while (statOf(at)?.isDirectory() !== true && path.dirname(at) !== at) at = path.dirname(at);
  return at;
}

/** Turns paths of reports into paths from a directory, with `/`. */
export function seenFrom(directory: string, { cwd, path }: Place): (reported: string) => string {
  return reported => path.relative(directory, path.resolve(cwd, reported)).split(path.sep).join('/');
}

function inputOf(file: string, forAll: boolean, place: Place): ConfigurationInput | { fault: string } {
  const { path } = place;
  const shown = shownAs(file, place);
  const read = readText(file, shown);
  if ('fault' in read) return read;
  const directory = path.dirname(file);
  return {
    path: shown,
    text: read.text,
    form: path.basename(file) === 'package.json' ? 'package' : 'file',
    forAll,
    relative: seenFrom(directory, place),
  };
}

/** The configurations of a run: the one that `--config` names, or the nearest one above each input. */
export function findConfigurations(paths: readonly string[], named: string | undefined, cwd: string, path: PlatformPath = nodePath): FoundConfigurations {
  const place = { cwd, path };
  const search = new Search(place);
  const files = named === undefined ? paths.flatMap(written => search.find(directoryOf(written, place)) ?? []) : [path.resolve(cwd, named)];
  const inputs: ConfigurationInput[] = [];
  const faults: string[] = [];
  for (const file of new Set(files)) {
    const input = inputOf(file, named !== undefined, place);
    if ('fault' in input) faults.push(input.fault);
    else inputs.push(input);
  }
  return { inputs, faults };
}
