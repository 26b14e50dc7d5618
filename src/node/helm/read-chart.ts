import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { findKind, type FileEntry, type Files } from '../files.ts';
import { isInside, reportPathOf, type Place } from '../paths.ts';
import { explainError } from '../read-file.ts';
import { readChartArchive } from './chart-archive.ts';

/** A file of a chart, with its path in reports. */
export interface ChartContent {
  readonly bytes: Buffer;
  readonly source: string;
  /** As it is written, where helm gets something else. */
  readonly written?: Buffer;
}

/** What a chart holds, by the path within it. Nothing of it leads out of the repository. */
export interface ChartContents {
  readonly files: Map<string, ChartContent>;
  /** What is not taken, with the reason: a clause in which "it" is the file. */
  readonly leftOut: { readonly path: string; readonly reason: string }[];
}

/** Where charts are read from. */
export interface ChartSource {
  readonly place: Place;
  readonly files: Files;
  /** Absolute path without links of the folder that nothing is read outside of. */
  readonly reach: string;
}

const LARGEST_FILE = 5 * 1024 * 1024;
const LARGEST_CHART = 64 * 1024 * 1024;
const MOST_FILES = 10_000;
const DEEPEST = 40;

/** They hold no part of a chart, or nothing that helm needs to render it (H-10). */
const NEVER_TAKEN = new Set(['.git', 'node_modules', 'Chart.lock', 'requirements.lock']);

/** Taken before all else: a chart may stand at the top of a large repository. */
const FIRST = ['Chart.yaml', 'requirements.yaml', 'values.yaml', '.helmignore', 'templates', 'crds', 'charts', 'ci'];

function rankOf({ name }: FileEntry): number {
  const at = FIRST.indexOf(name);
  return at === -1 ? FIRST.length : at;
}

function byRank(a: FileEntry, b: FileEntry): number {
  return rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1);
}

/** The bytes of a regular file, or why there are none. Never waits: a pipe may have taken the file's place. */
function readBytes(path: string): Buffer | { readonly reason: string } {
  try {
    const descriptor = openSync(path, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK));
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return { reason: 'it is not a regular file' };
      return stats.size > LARGEST_FILE ? { reason: `it is larger than ${String(LARGEST_FILE / 1024 / 1024)} MB` } : readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { reason: explainError(error) };
  }
}

/** Gathers the files of a chart and of those that lie in it. */
class Reading {
  readonly contents: ChartContents = { files: new Map(), leftOut: [] };
  readonly #source: ChartSource;
  #size = 0;
  #isFull = false;

  constructor(source: ChartSource) {
    this.#source = source;
  }

  /** `chain`: real paths of the directories on the way, to end loops of links. */
  takeDirectory(directory: string, within: string, chain: readonly string[]): void {
    let entries: FileEntry[];
    try {
      entries = this.#source.files.list(directory);
    } catch (error) {
      this.#leaveOut(directory, explainError(error));
      return;
    }
    for (const entry of entries.toSorted(byRank)) {
      if (this.#isFull || NEVER_TAKEN.has(entry.name)) continue;
      const path = this.#source.place.path.join(directory, entry.name);
      const name = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isSymbolicLink()) this.#follow(path, name, chain);
      else if (entry.isDirectory()) this.#enter(path, name, [...chain, this.#source.place.path.join(chain.at(-1) ?? directory, entry.name)]);
      else if (entry.isFile()) this.#takeFile(path, name, path);
      else this.#leaveOut(path, 'it is not a regular file');
    }
  }

  #enter(path: string, name: string, chain: readonly string[]): void {
    if (chain.length > DEEPEST) this.#leaveOut(path, 'it lies too deep');
    else this.takeDirectory(path, name, chain);
  }

  #follow(path: string, name: string, chain: readonly string[]): void {
    const { files, place, reach } = this.#source;
    let real: string;
    try {
      real = files.real(path);
    } catch {
      this.#leaveOut(path, 'it is a symbolic link that leads nowhere');
      return;
    }
    const kind = findKind(real, files);
    const isGit = real.split(place.path.sep).includes('.git');
    if (!isInside(real, reach, place) || isGit) this.#leaveOut(path, 'it is a symbolic link that leads out of the repository');
    else if (kind?.isFile() === true) this.#takeFile(real, name, path);
    else if (kind?.isDirectory() !== true) this.#leaveOut(path, 'it is not a regular file');
    else if (chain.some(above => isInside(above, real, place))) this.#leaveOut(path, 'it is a symbolic link to a directory that holds it');
    else this.#enter(real, name, [...chain, real]);
  }

  #takeFile(path: string, name: string, shown: string): void {
    const bytes = this.#bytesOf(path);
    if ('reason' in bytes) return this.#leaveOut(shown, bytes.reason);
    const source = reportPathOf(shown, this.#source.place);
    if (/(?:^|\/)charts\/[^/]+\.(?:tgz|tar\.gz)$/.test(name)) this.#unpack(bytes, name, source);
    else this.#add(name, { bytes, source });
  }

  #bytesOf(path: string): Buffer | { readonly reason: string } {
    const { files } = this.#source;
    if (files.name === undefined) return readBytes(path);
    const bytes = files.readBytes(path);
    return bytes ? Buffer.from(bytes) : { reason: `it is not in ${files.name}` };
  }

  #unpack(bytes: Buffer, name: string, source: string): void {
    const unpacked = readChartArchive(bytes);
    if ('reason' in unpacked) this.contents.leftOut.push({ path: source, reason: unpacked.reason });
    else
      for (const file of unpacked) this.#add(`${name.replace(/\.(?:tgz|tar\.gz)$/, '')}/${file.path}`, { bytes: file.bytes, source: `${source}/${file.path}` });
  }

  #add(name: string, content: ChartContent): void {
    this.#size += content.bytes.length;
    this.#isFull = this.#size > LARGEST_CHART || this.contents.files.size >= MOST_FILES;
    if (!this.#isFull) this.contents.files.set(name, content);
    else this.contents.leftOut.push({ path: content.source, reason: 'it and what follows are more than a chart may hold' });
  }

  #leaveOut(path: string, reason: string): void {
    this.contents.leftOut.push({ path: reportPathOf(path, this.#source.place), reason });
  }
}

/** Reads a chart's directory: its own files, and what its links lead to within the repository. */
export function readChart(directory: string, source: ChartSource): ChartContents {
  const reading = new Reading(source);
  reading.takeDirectory(directory, '', [source.files.real(directory)]);
  return reading.contents;
}
