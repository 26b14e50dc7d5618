import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { PlatformPath } from 'node:path';
import type { Decoded } from './decode.ts';
import { findRepositoryTop } from './git/find-git.ts';
import { listTracked } from './git/tracked-files.ts';
import { readFileBytes, readTextFile } from './read-file.ts';

/** What stands at a path. */
export interface FileKind {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

export interface FileEntry extends FileKind {
  readonly name: string;
}

/** Where files are read from: the disk, or a tree of git. Paths are absolute; what is not there throws with the code of the file system. */
export interface Files {
  /** What a path leads to. */
  readonly stat: (path: string) => FileKind;
  /** What stands at a path, be it a link; undefined where nothing does. */
  readonly lstat: (path: string) => FileKind | undefined;
  readonly list: (directory: string) => FileEntry[];
  /** Where a path leads, without links. */
  readonly real: (path: string) => string;
  /** Says why there is no text, and never throws. `isRegular` where the path is known to be a file and no link. */
  readonly readText: (path: string, isRegular?: boolean) => Decoded;
  /** What is in a file, text or not; undefined where it cannot be read. Never throws. */
  readonly readBytes: (path: string) => Uint8Array | undefined;
  /** The text of an ignore file, whatever bytes it holds; undefined where it cannot be read. */
  readonly readPatterns: (path: string) => string | undefined;
  /** The top of the repository that holds a directory. */
  readonly findTop: (directory: string, path: PlatformPath) => string | undefined;
  /** Absolute paths of the files that git tracks below a top; undefined where git does not say. */
  readonly listTracked: (top: string, path: PlatformPath) => readonly string[] | undefined;
  /** What it is called where something is missing in it: `git's index`. Undefined for the disk. */
  readonly name?: string;
  /** Reads at once what will be asked for. */
  readonly prefetch?: (paths: readonly string[]) => void;
  /** Whether a path is or lies in another repository, of which no file is known. */
  readonly isSubmodule?: (path: string) => boolean;
}

function readPatterns(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Undefined for what is not there and for what cannot be reached. */
export function findKind(file: string, { stat }: Files): FileKind | undefined {
  try {
    return stat(file);
  } catch {
    return undefined;
  }
}

export const DISK: Files = {
  stat: file => statSync(file),
  lstat: file => lstatSync(file, { throwIfNoEntry: false }),
  list: directory => readdirSync(directory, { withFileTypes: true }),
  real: file => realpathSync(file),
  readText: readTextFile,
  readBytes: readFileBytes,
  readPatterns,
  findTop: (directory, path) => findRepositoryTop(directory, { path }),
  listTracked: (top, path) => listTracked(top, { path }),
};
