import type { PlatformPath } from 'node:path';
import type { Decoded } from '../decode.ts';
import { DISK, type FileEntry, type FileKind, type Files } from '../files.ts';
import { isInside } from '../paths.ts';
import type { Blobs } from './blobs.ts';
import type { TreeEntry } from './entries.ts';

/** Links that lead on to each other, as Linux counts them. */
const MOST_LINKS = 40;

const LINK = '120000';
const SUBMODULE = '160000';

type Node = { readonly entry: TreeEntry } | { readonly names: Map<string, Node> };

function failWith(code: string): never {
  throw Object.assign(new Error(code), { code });
}

function kindOf(node: Node): FileKind {
  const mode = 'entry' in node ? node.entry.mode : '';
  return {
    isFile: () => 'entry' in node && mode !== LINK && mode !== SUBMODULE,
    isDirectory: () => 'names' in node,
    isSymbolicLink: () => mode === LINK,
  };
}

/** Where a tree stands. */
export interface TreePlace {
  /** Absolute path of the top of the repository. */
  readonly top: string;
  readonly path: PlatformPath;
  /** What it is called: `git's index`. */
  readonly name: string;
}

/** The files of a commit or of the index, as if they stood in the working tree. What lies outside of the repository is read from the disk. */
export class GitTree implements Files {
  readonly name: string;
  readonly #place: TreePlace;
  readonly #blobs: Blobs;
  readonly #root: Node = { names: new Map() };
  readonly #paths: readonly string[];

  constructor(entries: readonly TreeEntry[], blobs: Blobs, place: TreePlace) {
    this.#place = place;
    this.#blobs = blobs;
    this.name = place.name;
    this.#paths = entries.map(({ path }) => path);
    for (const entry of entries) this.#add(entry);
  }

  readonly stat = (path: string): FileKind => {
    const at = this.real(path);
    return this.#isOurs(at) ? kindOf(this.#find(at) ?? failWith('ENOENT')) : DISK.stat(at);
  };

  readonly lstat = (path: string): FileKind | undefined => {
    const { path: paths } = this.#place;
    if (!this.#isOurs(path)) return DISK.lstat(path);
    const node = this.#find(path) ?? this.#findBehindLinks(paths.dirname(path), paths.basename(path));
    return node && kindOf(node);
  };

  readonly list = (directory: string): FileEntry[] => {
    const at = this.real(directory);
    if (!this.#isOurs(at)) return DISK.list(at);
    const node = this.#find(at) ?? failWith('ENOENT');
    if (!('names' in node)) return failWith('ENOTDIR');
    return [...node.names].map(([name, child]) => ({ name, ...kindOf(child) }));
  };

  readonly real = (path: string): string => {
    if (!this.#isOurs(path)) return DISK.real(path);
    let at = path;
    for (let links = 0; links < MOST_LINKS; links++) {
      const next = this.#followFirst(at);
      if (next === undefined) return this.#find(at) ? at : failWith('ENOENT');
      if (!this.#isOurs(next)) return next;
      at = next;
    }
    return failWith('ELOOP');
  };

  readonly readText = (path: string): Decoded => {
    if (!this.#isOurs(path)) return DISK.readText(path);
    const oid = this.#contentOf(path);
    return typeof oid === 'string' ? this.#blobs.read(oid) : oid;
  };

  readonly readBytes = (path: string): Uint8Array | undefined => {
    if (!this.#isOurs(path)) return DISK.readBytes(path);
    const oid = this.#contentOf(path);
    return typeof oid === 'string' ? this.#blobs.readBytes(oid) : undefined;
  };

  readonly readPatterns = (path: string): string | undefined => {
    if (!this.#isOurs(path)) return DISK.readPatterns(path);
    if (this.lstat(path)?.isFile() !== true) return undefined;
    const read = this.readText(path);
    return 'text' in read ? read.text : undefined;
  };

  readonly findTop = (directory: string, path: PlatformPath): string | undefined => (this.#isOurs(directory) ? this.#place.top : DISK.findTop(directory, path));

  readonly listTracked = (top: string, path: PlatformPath): readonly string[] | undefined =>
    top === this.#place.top ? this.#paths.map(name => path.join(top, name)) : DISK.listTracked(top, path);

  readonly isSubmodule = (path: string): boolean => {
    let at: Node | undefined = this.#root;
    for (const step of this.#isOurs(path) ? this.#stepsOf(path) : []) {
      at = at && 'names' in at ? at.names.get(step) : undefined;
      if (at && 'entry' in at) return at.entry.mode === SUBMODULE;
    }
    return false;
  };

  readonly prefetch = (paths: readonly string[]): void => {
    this.#blobs.load(
      paths.flatMap(path => {
        const node = this.#isOurs(path) ? this.#find(path) : undefined;
        return node && 'entry' in node && node.entry.mode !== SUBMODULE ? [node.entry.oid] : [];
      }),
    );
  };

  /** Name of the content of a file, or why there is none. */
  #contentOf(path: string): string | { readonly reason: string } {
    let at: string;
    try {
      at = this.real(path);
    } catch {
      return { reason: `it is not in ${this.name}` };
    }
    if (!this.#isOurs(at)) return { reason: 'it is a symbolic link that leads out of the repository' };
    const node = this.#find(at);
    if (!node || !('entry' in node)) return { reason: 'it is a directory' };
    const { mode, oid, isConflict } = node.entry;
    if (mode === SUBMODULE) return { reason: `it is a submodule, and ${this.name} holds none of its files` };
    return isConflict === true ? { reason: 'it has a merge conflict that is not resolved' } : oid;
  }

  #add(entry: TreeEntry): void {
    const steps = entry.path.split('/');
    const name = steps.pop() ?? '';
    let at = this.#root;
    for (const step of steps) {
      if (!('names' in at)) return;
      let next = at.names.get(step);
      if (!next) {
        next = { names: new Map() };
        at.names.set(step, next);
      }
      at = next;
    }
    if ('names' in at) at.names.set(name, { entry });
  }

  #isOurs(path: string): boolean {
    return isInside(path, this.#place.top, this.#place);
  }

  #stepsOf(path: string): readonly string[] {
    const { top, path: paths } = this.#place;
    return paths
      .relative(top, path)
      .split(paths.sep)
      .filter(step => step !== '');
  }

  /** What stands at a path on whose way no link is. */
  #find(path: string): Node | undefined {
    let at: Node | undefined = this.#root;
    for (const step of this.#stepsOf(path)) at = at && 'names' in at ? at.names.get(step) : undefined;
    return at;
  }

  #findBehindLinks(directory: string, name: string): Node | undefined {
    try {
      const node = this.#find(this.real(directory));
      return node && 'names' in node ? node.names.get(name) : undefined;
    } catch {
      return undefined;
    }
  }

  /** The path after its first link is followed; undefined where there is none. */
  #followFirst(path: string): string | undefined {
    const { top, path: paths } = this.#place;
    const steps = this.#stepsOf(path);
    let at: Node | undefined = this.#root;
    for (const [index, step] of steps.entries()) {
      at = at && 'names' in at ? at.names.get(step) : undefined;
      if (!at || !('entry' in at) || at.entry.mode !== LINK) continue;
      return paths.resolve(top, ...steps.slice(0, index), this.#blobs.readLink(at.entry.oid), ...steps.slice(index + 1));
    }
    return undefined;
  }
}
