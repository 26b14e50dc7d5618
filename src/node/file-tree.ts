import { readdirSync, statSync } from 'node:fs';
import type { FileTree, PathKind } from '../core/model/file-tree.ts';
import { findRepositoryTop } from './git-index.ts';
import { absolutePathOf, isInside } from './paths.ts';
import { isCode } from './read-file.ts';
import { Walk, type WalkOptions } from './walk.ts';

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Files on disk around those that are linted. Nothing is opened. */
export class DiskTree implements FileTree {
  readonly #options: WalkOptions;
  readonly #top: string;
  readonly #kinds = new Map<string, PathKind>();
  #walk: Walk | undefined;

  constructor(options: WalkOptions) {
    this.#options = options;
    this.#top = findRepositoryTop(options.place.cwd, options.place) ?? options.place.cwd;
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
      return readdirSync(absolutePathOf(directory, this.#options.place));
    } catch {
      return [];
    }
  };

  #look(absolute: string): PathKind {
    try {
      return statSync(absolute).isDirectory() ? 'directory' : 'file';
    } catch (error) {
      return isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR') ? this.#explainAbsence(absolute) : 'unknown';
    }
  }

  /** What an ignore file names may be made by a build step; what lies outside may have been left behind. */
  #explainAbsence(absolute: string): PathKind {
    const { place } = this.#options;
    if (!isInside(absolute, this.#top, place)) return isDirectory(place.path.dirname(absolute)) ? 'absent' : 'unknown';
    this.#walk ??= new Walk(this.#top, this.#options);
    return this.#walk.hides(absolute) ? 'unknown' : 'absent';
  }
}
