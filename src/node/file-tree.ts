import type { FileTree, PathKind } from '../core/model/file-tree.ts';
import { findKind } from './files.ts';
import { absolutePathOf, isInside } from './paths.ts';
import { isCode } from './read-file.ts';
import { Walk, type WalkOptions } from './walk.ts';

/** Files around those that are linted. Nothing is opened. */
export class SurroundingFiles implements FileTree {
  readonly #options: WalkOptions;
  readonly #kinds = new Map<string, PathKind>();
  readonly #walks = new Map<string, Walk>();

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  readonly kindOf = (path: string): PathKind => {
    const known = this.#kinds.get(path);
    if (known !== undefined) return known;
    const kind = this.#look(absolutePathOf(path, this.#options.place));
    this.#kinds.set(path, kind);
    return kind;
  };

  readonly namesIn = (directory: string): readonly string[] => {
    try {
      return this.#options.files.list(absolutePathOf(directory, this.#options.place)).map(({ name }) => name);
    } catch {
      return [];
    }
  };

  #look(absolute: string): PathKind {
    if (this.#options.files.isSubmodule?.(absolute) === true) return 'unknown';
    try {
      return this.#options.files.stat(absolute).isDirectory() ? 'directory' : 'file';
    } catch (error) {
      return isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR') ? this.#explainAbsence(absolute) : 'unknown';
    }
  }

  /** What an ignore file names may be made by a build step; what lies outside may have been left behind. */
  #explainAbsence(absolute: string): PathKind {
    const { place, files } = this.#options;
    const top = files.findTop(place.path.dirname(absolute), place.path) ?? place.cwd;
    if (!isInside(absolute, top, place)) return findKind(place.path.dirname(absolute), files)?.isDirectory() === true ? 'absent' : 'unknown';
    const walk = this.#walks.get(top) ?? new Walk(top, this.#options);
    this.#walks.set(top, walk);
    return walk.hides(absolute) ? 'unknown' : 'absent';
  }
}
