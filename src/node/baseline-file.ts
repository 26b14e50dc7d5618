import { existsSync, lstatSync, realpathSync } from 'node:fs';
import nodePath, { type PlatformPath } from 'node:path';
import { findRepositoryTop } from './git/find-git.ts';
import { isInside } from './paths.ts';
import { DISK } from './files.ts';
import { explainLink, readTextFile } from './read-file.ts';

/** A baseline on the disk. */
export interface BaselineFile {
  /** Where it is, or will be: without links. */
  readonly file: string;
  /** Undefined where there is none yet. */
  readonly text: string | undefined;
}

export interface NamedFile {
  /** Relative to the working directory. */
  readonly path: string;
  /** The directory that it may not leave; without one, the repository or the directory that it stands in. */
  readonly directory?: string | undefined;
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Where a file really is, or would be. */
function realOf(file: string, path: PlatformPath): string | undefined {
  try {
    return existsSync(file) ? realpathSync(file) : path.join(realpathSync(path.dirname(file)), path.basename(file));
  } catch {
    return undefined;
  }
}

/** The directory that a baseline may not leave, and how it is called. */
function boundsOf(absolute: string, directory: string | undefined, path: PlatformPath): readonly [directory: string, name: string] {
  if (directory !== undefined) return [directory, 'the directory of the configuration'];
  const own = path.dirname(absolute);
  const top = findRepositoryTop(own, { path });
  return top === undefined ? [own, 'its directory'] : [top, 'the repository'];
}

/** Finds a baseline and reads it. A link that leads out of where it may stand is neither read nor written through. */
export function openBaselineFile({ path: named, directory }: NamedFile, cwd: string, path: PlatformPath = nodePath): BaselineFile | { readonly fault: string } {
  const absolute = path.resolve(cwd, named);
  const [bounds, name] = boundsOf(absolute, directory === undefined ? undefined : path.resolve(cwd, directory), path);
  if (isLink(absolute) && !existsSync(absolute)) return { fault: explainLink(absolute, DISK) };
  const file = realOf(absolute, path);
  if (file === undefined) return { fault: 'its directory does not exist' };
  if (!isInside(file, realOf(bounds, path) ?? bounds, { path })) return { fault: `a symbolic link leads out of ${name}` };
  if (!existsSync(file)) return { file, text: undefined };
  const read = readTextFile(file);
  return 'reason' in read ? { fault: read.reason } : { file, text: read.text };
}

/** How a baseline names files: from the top of its repository, or of the one where svclint runs; without any, from where it stands itself. */
export interface BaselinePaths {
  readonly stored: (reported: string) => string;
  readonly shown: (stored: string) => string;
  readonly isThere: (stored: string) => boolean;
}

export function pathsOfBaseline(named: string, cwd: string, path: PlatformPath = nodePath): BaselinePaths {
  const own = path.dirname(path.resolve(cwd, named));
  const top = findRepositoryTop(own, { path }) ?? findRepositoryTop(cwd, { path }) ?? own;
  const slashed = (written: string): string => written.split(path.sep).join('/');
  return {
    stored: reported => slashed(path.relative(top, path.resolve(cwd, reported))),
    shown: stored => slashed(path.relative(cwd, path.resolve(top, stored))),
    isThere: stored => existsSync(path.resolve(top, stored)),
  };
}
