import { findNearest } from '../text/near.ts';
import { baseNameOf, directoryOf, isWithin, joinPath } from '../text/path.ts';
import type { BuildContext } from './context.ts';
import type { FaultKind } from './fault.ts';
import { isRemoteFile } from './remote.ts';

/** Why a path leads to no file that may be read, in the words of kustomize. */
export interface NotFound {
  readonly kind: Extract<FaultKind, 'resource-missing' | 'resource-outside' | 'resource-unreadable' | 'remote'>;
  readonly answer: string;
  readonly near?: string;
  /** Of a file that lies outside and may be used all the same. */
  readonly path?: string;
}

export function missingAnswer(path: string): string {
  return `evalsymlink failure on '${path}' : lstat ${path}: no such file or directory`;
}

/** A name in the directory that is near to the last part of a missing path. */
export function nearPath({ files }: Pick<BuildContext, 'files'>, written: string, path: string): string | undefined {
  const near = findNearest(baseNameOf(path), files.namesIn(directoryOf(path)), name => name);
  if (near === undefined) return undefined;
  const slash = written.lastIndexOf('/');
  return written.slice(0, slash + 1) + near;
}

/** The path of a file that a kustomization names, which has to lie in or below its directory (K-050); or why there is none. */
export function locateFile(context: BuildContext, written: string): string | NotFound {
  const { files, directory } = context;
  if (isRemoteFile(written)) return { kind: 'remote', answer: `Get "${written}": the file is not fetched` };
  const path = joinPath(directory, written);
  const kind = files.kindOf(path);
  if (kind === 'absent') {
    const near = nearPath(context, written, path);
    return { kind: 'resource-missing', answer: missingAnswer(path), ...(near !== undefined && { near }) };
  }
  if (kind === 'unknown') return { kind: 'remote', answer: `'${path}' is out of reach: it lies beyond the repository, or is made by a build step` };
  if (kind === 'directory') return { kind: 'resource-unreadable', answer: `'${path}' must resolve to a file` };
  const real = files.real(path) ?? path;
  const root = files.real(directory) ?? directory;
  if (!context.restrict || isWithin(real, root)) return path;
  const answer = `security; file '${real}' is not in or below '${root}'`;
  return { kind: 'resource-outside', answer, ...(context.keepsOutside && { path }) };
}
