import path, { type PlatformPath } from 'node:path';
import type { InputFile } from '../core/engine/input.ts';
import type { Incomplete, Notice } from '../core/engine/report.ts';
import type { BuildFiles } from '../core/kustomize/files.ts';
import { UNKNOWN_TREE, type FileTree } from '../core/model/file-tree.ts';
import { isRendered } from '../core/model/kustomization-file.ts';
import { editDistance } from '../core/text/edit-distance.ts';
import { findNearest } from '../core/text/near.ts';
import { decodeText, type Decoded } from './decode.ts';
import { DISK, findKind, type Files } from './files.ts';
import { TrackedFiles } from './git/tracked-files.ts';
import { absolutePathOf, isPackagedChart, isPattern, reportPathOf, type Place } from './paths.ts';
import { explainError, explainLink, isCode } from './read-file.ts';
import { withoutParts } from './parts-above.ts';
import { readStdin } from './stdin.ts';
import type { FoundFile, WalkOptions } from './walk.ts';

export interface InputOptions {
  /** False with `--no-ignore`. */
  readonly ignore?: boolean;
  /** What `-` is called in reports. */
  readonly stdinName?: string;
  /** Bytes of `-`, where they do not come from the process's own input. */
  readonly stdin?: () => Buffer;
  /** Files that the configuration leaves out, by their path in reports. Files named on the command line stay. */
  readonly isLeftOut?: (reportPath: string) => boolean;
  readonly path?: PlatformPath;
  /** Where files are read from; the disk where nothing is said. */
  readonly source?: Files;
  /** For a run on a change: nothing to lint is no fault, nor is a path that the change removes. */
  readonly wasThere?: (absolute: string) => boolean;
}

export interface ReadInput {
  /** Sorted by path, each file once. */
  readonly files: readonly InputFile[];
  readonly incomplete: readonly Incomplete[];
  readonly notices: readonly Notice[];
  /** Answers questions about files beside those that are linted. */
  readonly tree: FileTree;
  /** Reads what kustomizations name beside those files; undefined where there is none. */
  readonly beside: BuildFiles | undefined;
  /** Paths of which nothing is known although something stands there: submodules, and files without content in a tree of git. */
  readonly unread: readonly string[];
  /** Why the run cannot start, one sentence each. */
  readonly faults: readonly string[];
}

/** Why a path that is there cannot be followed to a file; undefined where nothing is there. */
function explainUnreachable(absolute: string, source: Files): string | undefined {
  try {
    return source.lstat(absolute)?.isSymbolicLink() === true ? explainLink(absolute, source) : undefined;
  } catch (error) {
    return isCode(error, 'ENOTDIR') ? undefined : explainError(error);
  }
}

/** The nearest ones first: in file names that end alike, many are as near as two slips. */
function namesByDistance(name: string, directory: string, source: Files): readonly string[] {
  const distanceTo = (other: string): number => editDistance(name, other, 2);
  try {
    return source
      .list(directory)
      .map(entry => entry.name)
      .toSorted()
      .sort((a, b) => distanceTo(a) - distanceTo(b));
  } catch {
    return [];
  }
}

/** `no such file or directory: k8s/depoy.yaml (did you mean k8s/deploy.yaml?)`: guesses at the first part of the path that is not there. */
function explainMissing(written: string, place: Place, source: Files): string {
  const { path: paths } = place;
  let missing = absolutePathOf(written, place);
  while (!findKind(paths.dirname(missing), source) && paths.dirname(missing) !== missing) missing = paths.dirname(missing);
  const name = paths.basename(missing);
  const near = findNearest(name, namesByDistance(name, paths.dirname(missing), source), other => other);
  const guess = near === undefined ? '' : ` (did you mean ${reportPathOf(paths.join(paths.dirname(missing), near), place)}?)`;
  return `no such file or directory${source.name === undefined ? '' : ` in ${source.name}`}: ${written}${guess}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function decodeStdin(read: () => Buffer): Decoded {
  try {
    return decodeText(read());
  } catch (error) {
    // A directory, say: `svclint - < k8s`.
    return { reason: explainError(error) };
  }
}

/** Gathers what the arguments name. */
class Gathering {
  readonly found = new Map<string, FoundFile>();
  readonly texts: InputFile[] = [];
  readonly incomplete: Incomplete[] = [];
  readonly notices: Notice[] = [];
  readonly faults: string[] = [];
  /** Arguments that hold nothing: a fault where nothing else is there to lint. */
  readonly barren: string[] = [];
  readonly submodules: string[] = [];
  /** Files and directories that arguments name. */
  readonly named: string[] = [];
  #hasTakenStdin = false;
  readonly #place: Place;
  readonly #options: InputOptions;
  readonly #walks: WalkOptions;

  constructor(place: Place, options: InputOptions) {
    this.#place = place;
    this.#options = options;
    const files = options.source ?? DISK;
    this.#walks = { place, files, ignore: options.ignore !== false, tracked: new TrackedFiles(place, top => files.listTracked(top, place.path)) };
  }

  async take(written: string): Promise<void> {
    if (written === '-') {
      this.#takeStdin();
      return;
    }
    // An unset variable of a script would read the whole working directory.
    if (written === '') {
      this.faults.push('a path on the command line is empty');
      return;
    }
    const absolute = absolutePathOf(written, this.#place);
    const { files } = this.#walks;
    const kind = findKind(absolute, files);
    if (kind) this.named.push(absolute);
    const unreachable = kind ? undefined : explainUnreachable(absolute, files);
    if (kind?.isDirectory() === true) await this.#takeDirectory(absolute, written);
    else if (kind) this.found.set(absolute, { path: absolute, isRegular: kind.isFile() });
    else if (unreachable !== undefined) this.#giveUp(reportPathOf(absolute, this.#place), unreachable);
    else if (isPattern(written)) await this.#takePattern(written);
    else if (this.#options.wasThere?.(absolute) === true) this.barren.push(`nothing is left of ${written}`);
    else this.faults.push(explainMissing(written, this.#place, files));
  }

  async finish(): Promise<ReadInput> {
    if (this.#walks.tracked.isSilent) this.#note('git did not say which files it tracks, so ignore files may have hidden some of them');
    this.#walks.files.prefetch?.([...this.found.keys()]);
    for (const file of this.found.values()) {
      if (isPackagedChart(file.path)) await this.#readChart(file.path);
      else this.#read(file);
    }
    const empty = this.texts.length === 0 && this.incomplete.length === 0 && !this.#options.wasThere;
    if (empty) this.faults.push(...this.barren);
    else for (const text of this.barren) this.#note(text);
    const files = withoutParts(this.texts, this.named, this.#walks, this.notices).toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const incomplete = this.incomplete.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const unread = [...this.submodules, ...(this.#walks.files.name === undefined ? [] : incomplete.map(({ path: shown }) => shown))];
    return { files, incomplete, unread, notices: this.notices, ...(await this.#findSurroundings(files)), faults: this.faults };
  }

  /** Only kustomizations ask for files beside them. */
  async #findSurroundings(files: readonly InputFile[]): Promise<Pick<ReadInput, 'tree' | 'beside'>> {
    if (!files.some(isRendered)) return { tree: UNKNOWN_TREE, beside: undefined };
    const directories = files.filter(isRendered).map(file => this.#walks.place.path.dirname(absolutePathOf(file.path, this.#place)));
    const { ReachableFiles } = await import('./build-files.ts');
    const reachable = new ReachableFiles(directories, this.#walks);
    return { tree: reachable, beside: reachable };
  }

  #takeStdin(): void {
    if (this.#hasTakenStdin) return;
    this.#hasTakenStdin = true;
    const decoded = decodeStdin(this.#options.stdin ?? readStdin);
    const name = this.#options.stdinName ?? '<stdin>';
    if ('reason' in decoded) this.#giveUp(name, decoded.reason);
    else if (decoded.text === '') this.barren.push('nothing came through stdin');
    else this.texts.push({ path: name, text: decoded.text });
  }

  async #takeDirectory(absolute: string, written: string): Promise<void> {
    // Loaded for directories only: a run on one file starts without it.
    const { Walk } = await import('./walk.ts');
    const result = new Walk(absolute, this.#walks).run();
    for (const file of result.files) this.#keep(file);
    this.incomplete.push(...result.incomplete);
    this.notices.push(...result.notices);
    for (const found of result.submodules) this.#passOver(reportPathOf(found, this.#place));
    if (result.files.length > 0 || result.incomplete.length > 0) return;
    const hidden = result.hidden === 0 ? '' : `; ignore files hid ${count(result.hidden, 'entry', 'entries')}, --no-ignore shows them`;
    this.barren.push(`no manifests found under ${written}: no .yaml, .yml or .json file in ${count(result.directories, 'directory', 'directories')}${hidden}`);
  }

  async #takePattern(written: string): Promise<void> {
    const { findByPattern } = await import('./patterns.ts');
    const files = await findByPattern(written, this.#walks);
    for (const file of files) this.#keep(file);
    if (files.length === 0) this.barren.push(`no manifests found: the pattern ${written} matches no .yaml, .yml or .json file`);
  }

  #passOver(submodule: string): void {
    this.submodules.push(submodule);
    this.notices.push({ path: submodule, text: `the submodule ${submodule} is not linted: ${this.#walks.files.name ?? 'git'} holds none of its files` });
  }

  #keep(file: FoundFile): void {
    if (this.#options.isLeftOut?.(reportPathOf(file.path, this.#place)) === true) return;
    if (!this.found.has(file.path)) this.found.set(file.path, file);
  }

  #read({ path: absolute, isRegular }: FoundFile): void {
    const decoded = this.#walks.files.readText(absolute, isRegular);
    const shown = reportPathOf(absolute, this.#place);
    if ('reason' in decoded) this.#giveUp(shown, decoded.reason);
    else this.texts.push({ path: shown, text: decoded.text });
  }

  /** A packaged chart is like a directory that holds its Chart.yaml: by that file it is found and rendered. */
  async #readChart(absolute: string): Promise<void> {
    const { readChartText } = await import('./helm/chart-archive.ts');
    const decoded = readChartText(absolute, this.#walks.files);
    const shown = reportPathOf(absolute, this.#place);
    if ('reason' in decoded) this.#giveUp(shown, decoded.reason);
    else this.texts.push({ path: `${shown}/Chart.yaml`, text: decoded.text });
  }

  #giveUp(shown: string, reason: string): void {
    this.incomplete.push({ path: shown, reason });
  }

  #note(text: string): void {
    this.notices.push({ path: null, text });
  }
}

/** Reads what the arguments name: files, directories, patterns and `-`. What cannot be read is told and hides nothing else. */
export async function readInput(paths: readonly string[], cwd: string, options: InputOptions = {}): Promise<ReadInput> {
  const gathering = new Gathering({ cwd, path: options.path ?? path }, options);
  for (const written of paths) await gathering.take(written);
  return gathering.finish();
}
