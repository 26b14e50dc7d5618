import { baseNameOf } from '../../core/text/path.ts';
import { findKind, type FileEntry, type Files } from '../files.ts';
import { isInside, isPackagedChart, reportPathOf, type Place } from '../paths.ts';
import { explainError } from '../read-file.ts';
import { openChartArchive, readChartArchive } from './chart-archive.ts';
import { readChartBytes } from './chart-bytes.ts';

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

const LARGEST_CHART = 64 * 1024 * 1024;
const MOST_FILES = 10_000;
const DEEPEST = 40;
/** Packaged charts in packaged charts. */
const DEEPEST_ARCHIVE = 4;
/** What an archive that is refused counts for: it may have been unpacked up to its limit. */
const REFUSED_ARCHIVE = LARGEST_CHART / 8;

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
    const bytes = readChartBytes(path, this.#source.files);
    if ('reason' in bytes) this.#leaveOut(shown, bytes.reason);
    else this.#take(name, { bytes, source: reportPathOf(shown, this.#source.place) });
  }

  /** `depth`: how many archives a file lies in. */
  #take(name: string, content: ChartContent, depth = 0): void {
    if (!/(?:^|\/)charts\/[^/]+$/.test(name) || !isPackagedChart(name)) this.#add(name, content);
    else if (depth === DEEPEST_ARCHIVE) this.contents.leftOut.push({ path: content.source, reason: 'it lies too deep' });
    else if (this.#takesMore(content.source, 0))
      this.takeArchive(readChartArchive(content.bytes), { source: content.source, within: name.replace(/\.(?:tgz|tar\.gz)$/i, ''), depth: depth + 1 });
  }

  /** What a packaged chart holds. `within`: where it lies in the chart around it; empty for the chart itself. */
  takeArchive(
    unpacked: ReturnType<typeof readChartArchive>,
    { source, within, depth }: { readonly source: string; readonly within: string; readonly depth: number },
  ): void {
    if ('reason' in unpacked) {
      this.contents.leftOut.push({ path: source, reason: unpacked.reason });
      this.#size += REFUSED_ARCHIVE;
    } else
      for (const { path, bytes } of unpacked) {
        if (NEVER_TAKEN.has(baseNameOf(path))) continue;
        this.#take(within === '' ? path : `${within}/${path}`, { bytes, source: `${source}/${path}` }, depth);
      }
  }

  #add(name: string, content: ChartContent): void {
    if (this.#takesMore(content.source, content.bytes.length)) this.contents.files.set(name, content);
  }

  /** Whether so many bytes more are taken. The first file for which they are not is told. */
  #takesMore(source: string, bytes: number): boolean {
    if (this.#isFull) return false;
    this.#size += bytes;
    this.#isFull = this.#size > LARGEST_CHART || this.contents.files.size >= MOST_FILES;
    if (this.#isFull) this.contents.leftOut.push({ path: source, reason: 'it and what follows are more than a chart may hold' });
    return !this.#isFull;
  }

  #leaveOut(path: string, reason: string): void {
    this.contents.leftOut.push({ path: reportPathOf(path, this.#source.place), reason });
  }
}

/** Reads a chart: the files of its directory and what its links lead to within the repository, or those of its archive. */
export function readChart(chart: string, source: ChartSource): ChartContents {
  const reading = new Reading(source);
  const { files, place } = source;
  if (findKind(chart, files)?.isDirectory() === true) reading.takeDirectory(chart, '', [files.real(chart)]);
  else reading.takeArchive(openChartArchive(chart, files), { source: reportPathOf(chart, place), within: '', depth: 0 });
  return reading.contents;
}
