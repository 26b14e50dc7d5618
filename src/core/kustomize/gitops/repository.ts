import { directoriesAbove, isWithin, joinPath, normalizePath } from '../../text/path.ts';
import type { FileTree, PathKind } from '../../model/file-tree.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceFile } from '../../yaml/source-file.ts';

/** The repository whose files are linted. Paths are those of reports. */
export interface Repository {
  /** Its uppermost directory; undefined where nobody knows it. */
  readonly top: string | undefined;
  /** URLs of its remotes; none where nobody knows them. */
  readonly urls: readonly string[];
  /** The branch that is checked out, where it is known. */
  readonly branch?: string | undefined;
  readonly tree: FileTree;
  /** Reads a file of it. */
  readonly source?: (path: string) => SourceFile | undefined;
}

export interface Located {
  readonly path: string;
  readonly kind: PathKind;
  /** A path as GitOps tools write it, clean: `.` for the whole repository. */
  readonly clean: string;
}

/** A path without `./`, a leading `/`, and steps that would leave the repository: all mean its top (F-1). */
export function cleanPath(path: string): string {
  const clean = normalizePath(`/${path}`).slice(1);
  return clean === '' ? '.' : clean;
}

/** Where an object is written: for one of a rendered set, the file in which it stands. */
export function fileOfObject(resource: Resource): string {
  return resource.body.at.file.path;
}

/**
 * Finds what a path leads to that is told from the top of a repository. Files that were copied out of theirs, as examples are, keep their
 * paths: then the directories above the object are tried, the nearest first.
 */
export function locate(path: string, from: Resource, { top, tree }: Repository): Located {
  const clean = cleanPath(path);
  const atTop = joinPath(top ?? '.', clean);
  const kind = top === undefined && clean === '.' ? 'unknown' : tree.kindOf(atTop);
  if (clean === '.' || kind === 'file' || kind === 'directory') return { path: atTop, kind, clean };
  for (const directory of directoriesAbove(fileOfObject(from))) {
    if (top !== undefined && !isWithin(directory, top)) break;
    const tried = joinPath(directory, clean);
    const found = tree.kindOf(tried);
    if (found === 'directory' || found === 'file') return { path: tried, kind: found, clean };
  }
  // Without a top nobody knows where it would have to be.
  return { path: atTop, kind: top === undefined ? 'unknown' : kind, clean };
}
