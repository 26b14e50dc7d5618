import type { Incomplete, Notice } from '../core/engine/report.ts';
import { findKind, type FileEntry, type Files } from './files.ts';
import type { TrackedFiles } from './git/tracked-files.ts';
import { isIgnored, layersAbove, withLayersOf, type IgnoreLayers } from './ignore-files.ts';
import { isInside, isManifestName, reportPathOf, type Place } from './paths.ts';
import { explainError, explainLink } from './read-file.ts';

/** A file to read, by its absolute path. */
export interface FoundFile {
  readonly path: string;
  /** False where only reading tells whether it is a regular file. */
  readonly isRegular: boolean;
}

export interface Found {
  readonly files: readonly FoundFile[];
  readonly incomplete: readonly Incomplete[];
  readonly notices: readonly Notice[];
  /** Directories that are other repositories, of which no file is known. */
  readonly submodules: readonly string[];
  /** Directories that were looked into. */
  readonly directories: number;
  /** Files and directories that ignore files hid. */
  readonly hidden: number;
}

/** Directory links that are followed one inside the other. A tree of links to each other would grow without end. */
const LINK_DEPTH = 2;

const NEVER_ENTERED = new Set(['.git', 'node_modules']);

interface Position {
  readonly directory: string;
  readonly layers: IgnoreLayers;
  /** Real paths of the directories on the way here, to end loops of links. */
  readonly chain: readonly string[];
  readonly links: number;
}

export interface WalkOptions {
  readonly place: Place;
  readonly files: Files;
  /** False with `--no-ignore`. */
  readonly ignore: boolean;
  readonly tracked: TrackedFiles;
}

/** Where a link leads, or why it leads to nothing. */
function targetOf(path: string, files: Files): { real: string; isDirectory: boolean } | { reason: string } {
  try {
    const real = files.real(path);
    return { real, isDirectory: findKind(real, files)?.isDirectory() === true };
  } catch {
    return { reason: explainLink(path, files) };
  }
}

function compareNames(a: FileEntry, b: FileEntry): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Walks one directory of the command line. */
export class Walk {
  readonly #root: string;
  readonly #realRoot: string;
  readonly #options: WalkOptions;
  readonly #top: string | undefined;
  readonly files: FoundFile[] = [];
  readonly incomplete: Incomplete[] = [];
  readonly notices: Notice[] = [];
  readonly submodules: string[] = [];
  directories = 0;
  hidden = 0;

  constructor(root: string, options: WalkOptions) {
    this.#root = root;
    this.#realRoot = options.files.real(root);
    this.#options = options;
    this.#top = options.files.findTop(root, options.place.path);
  }

  run(): Found {
    this.#enter({ directory: this.#root, layers: this.#outerLayers(), chain: [this.#realRoot], links: 0 });
    return this;
  }

  /** Whether ignore files hide a file below the root that was found in another way. */
  hides(file: string): boolean {
    const { place, tracked } = this.#options;
    const above: string[] = [];
    for (let at = place.path.dirname(file); at !== this.#root && isInside(at, this.#root, place); at = place.path.dirname(at)) above.unshift(at);
    let layers = this.#layersOf(this.#root, this.#outerLayers());
    for (const directory of above) {
      if (this.#isHidden(directory, true, layers)) return tracked.below(file, this.#top).length === 0;
      layers = this.#layersOf(directory, layers);
    }
    return this.#isHidden(file, false, layers) && tracked.below(file, this.#top).length === 0;
  }

  #outerLayers(): IgnoreLayers {
    return this.#options.ignore ? layersAbove(this.#root, this.#top ?? this.#root, this.#options) : [];
  }

  #layersOf(directory: string, above: IgnoreLayers, names?: ReadonlySet<string>): IgnoreLayers {
    return this.#options.ignore ? withLayersOf(directory, above, this.#options, names) : above;
  }

  #enter(position: Position): void {
    let entries: FileEntry[];
    try {
      entries = this.#options.files.list(position.directory).sort(compareNames);
    } catch (error) {
      this.#giveUp(position.directory, explainError(error));
      return;
    }
    this.directories++;
    const layers = this.#layersOf(position.directory, position.layers, new Set(entries.map(entry => entry.name)));
    for (const entry of entries) this.#take(entry, { ...position, layers });
  }

  #take(entry: FileEntry, position: Position): void {
    const path = this.#options.place.path.join(position.directory, entry.name);
    if (NEVER_ENTERED.has(entry.name)) return;
    if (entry.isSymbolicLink()) this.#follow(entry.name, path, position);
    else if (entry.isDirectory()) {
      if (this.#isHidden(path, true, position.layers)) this.#keepTracked(path);
      else this.#enter({ ...position, directory: path, chain: [...position.chain, this.#options.place.path.join(position.chain.at(-1) ?? '', entry.name)] });
    } else if (this.#options.files.isSubmodule?.(path) === true) this.submodules.push(path);
    else if (isManifestName(entry.name)) {
      if (this.#isHidden(path, false, position.layers)) this.#keepTracked(path);
      else this.files.push({ path, isRegular: entry.isFile() });
    }
  }

  /** A link is followed while it stays inside the input; a directory that holds the link ends the way. */
  #follow(name: string, path: string, position: Position): void {
    const target = targetOf(path, this.#options.files);
    if ('reason' in target) {
      if (isManifestName(name)) this.#giveUp(path, target.reason);
      return;
    }
    if (!target.isDirectory && !isManifestName(name)) return;
    if (this.#isHidden(path, false, position.layers)) this.hidden++;
    else if (!isInside(target.real, this.#realRoot, this.#options.place)) {
      const shown = reportPathOf(path, this.#options.place);
      this.notices.push({
        path: shown,
        text: `the link ${shown} leads out of ${reportPathOf(this.#root, this.#options.place)} and is not followed: name it to read it`,
      });
    } else if (!target.isDirectory) this.files.push({ path, isRegular: false });
    else if (!position.chain.includes(target.real) && position.links < LINK_DEPTH)
      this.#enter({ directory: path, layers: position.layers, chain: [...position.chain, target.real], links: position.links + 1 });
  }

  #isHidden(path: string, isDirectory: boolean, layers: IgnoreLayers): boolean {
    return layers.length > 0 && isIgnored(path, isDirectory, layers, this.#options.place);
  }

  /** An ignore file does not hide what git tracks. */
  #keepTracked(path: string): void {
    const kept = this.#options.tracked.below(path, this.#top);
    if (kept.length === 0) this.hidden++;
    for (const file of kept) this.#addTracked(file);
  }

  #addTracked(file: string): void {
    const { path } = this.#options.place;
    if (!isManifestName(path.basename(file)) || file.split(path.sep).some(part => NEVER_ENTERED.has(part))) return;
    const target = targetOf(file, this.#options.files);
    if ('real' in target && !target.isDirectory && isInside(target.real, this.#realRoot, this.#options.place))
      this.files.push({ path: file, isRegular: false });
  }

  #giveUp(path: string, reason: string): void {
    this.incomplete.push({ path: reportPathOf(path, this.#options.place), reason });
  }
}
