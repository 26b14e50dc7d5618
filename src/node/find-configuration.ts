import nodePath, { type PlatformPath } from 'node:path';
import type { ConfigurationInput } from '../core/config/read-configuration.ts';
import { DISK, findKind, type Files } from './files.ts';
import { explainLink } from './read-file.ts';

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
  readonly files: Files;
}

/** Whether there is something of this name, also a link that leads nowhere: a configuration is not passed over in silence. */
function isThere(file: string, { files }: Place): boolean {
  try {
    return files.lstat(file) !== undefined;
  } catch {
    return false;
  }
}

function shownAs(file: string, { cwd, path }: Place): string {
  return path.relative(cwd, file).split(path.sep).join('/');
}

/** The text of a configuration, or why it cannot be read. Devices and pipes are never opened. */
function readText(file: string, shown: string, place: Place): { text: string } | { fault: string } {
  const { files } = place;
  const kind = findKind(file, files);
  if (!kind && !isThere(file, place)) return { fault: `no such configuration${files.name === undefined ? '' : ` in ${files.name}`}: ${shown}` };
  const read = kind ? files.readText(file) : { reason: explainLink(file, files) };
  if (!('text' in read)) return { fault: `the configuration ${shown} was not read: ${read.reason}` };
  return read.text.length > LARGEST ? { fault: `the configuration ${shown} is larger than 1 MB` } : read;
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
    const { path, cwd, files } = this.#place;
    const top = files.findTop(directory, path);
    const directories: string[] = [];
    for (let at = directory; ; at = path.dirname(at)) {
      directories.push(at);
      if (at === top) return directories;
      if (path.dirname(at) === at) break;
    }
    return directories.slice(0, Math.max(directories.indexOf(cwd), 0) + 1);
  }

  #findIn(directory: string): string | undefined {
    const { path } = this.#place;
    const named = CONFIGURATION_NAMES.map(name => path.join(directory, name)).find(file => isThere(file, this.#place));
    if (named !== undefined) return named;
    const manifest = path.join(directory, 'package.json');
    if (findKind(manifest, this.#place.files)?.isFile() !== true) return undefined;
    const read = readText(manifest, manifest, this.#place);
    return 'text' in read && holdsKey(read.text) ? manifest : undefined;
  }
}

/** The directory that an argument stands in: of a pattern, the part before its first wildcard. */
function directoryOf(written: string, { cwd, path, files }: Place): string {
  if (written === '-') return cwd;
  const plain = written.split(/[*?[{!]/)[0] ?? '';
  let at = path.resolve(cwd, plain === written ? written : path.join(plain, plain.endsWith('/') ? '.' : '..'));
  while (findKind(at, files)?.isDirectory() !== true && path.dirname(at) !== at) at = path.dirname(at);
  return at;
}

/** Turns paths of reports into paths from a directory, with `/`. */
export function seenFrom(directory: string, { cwd, path }: Omit<Place, 'files'>): (reported: string) => string {
  return reported => path.relative(directory, path.resolve(cwd, reported)).split(path.sep).join('/');
}

function inputOf(file: string, forAll: boolean, place: Place): ConfigurationInput | { fault: string } {
  const { path } = place;
  const shown = shownAs(file, place);
  const read = readText(file, shown, place);
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
export function findConfigurations(paths: readonly string[], named: string | undefined, cwd: string, sources: Files = DISK): FoundConfigurations {
  const place = { cwd, path: nodePath, files: sources };
  const { path } = place;
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
