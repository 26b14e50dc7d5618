import { findNearest } from '../text/near.ts';
import { baseNameOf, directoryOf, isWithin, joinPath } from '../text/path.ts';
import type { BuildContext } from './context.ts';
import type { FaultKind } from './fault.ts';
import { isRemoteFile } from './remote.ts';

/** Why a path leads to no file that may be read, in the words of kustomize. */
export interface NotFound {
  readonly kind: Extract<FaultKind, 'resource-missing' | 'resource-outside' | 'resource-beyond' | 'resource-hidden' | 'resource-unreadable' | 'remote'>;
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

/**
 * Of a path that nothing is known of. A file that leads out of the repository is refused by kustomize, wherever it is (K-050); a directory may lie anywhere,
 * and what is ignored may be made by a build step.
 */
export function unreached({ files, directory }: Pick<BuildContext, 'files' | 'directory'>, path: string, isFile: boolean): NotFound {
  const why = files.whyUnknown?.(path) ?? 'hidden';
  if (why === 'hidden') return { kind: 'resource-hidden', answer: `'${path}' is out of reach: it is ignored, or made by a build step` };
  const isLink = isWithin(path, directory);
  if (isFile)
    return { kind: 'resource-beyond', answer: `security; file '${path}' ${isLink ? 'is a link that leads out of' : 'is not in or below'} '${directory}'` };
  if (why === 'beyond-reach') return { kind: 'resource-hidden', answer: `'${path}' is out of reach: it lies outside of the working directory` };
  return { kind: 'resource-beyond', answer: `'${path}' is out of reach: it ${isLink ? 'leads through a link out' : 'lies outside'} of the repository` };
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
  if (kind === 'unknown') return unreached(context, path, true);
  if (kind === 'directory') return { kind: 'resource-unreadable', answer: `'${path}' must resolve to a file` };
  const real = files.real(path) ?? path;
  const root = files.real(directory) ?? directory;
  if (!context.restrict || isWithin(real, root)) return path;
  const answer = `security; file '${real}' is not in or below '${root}'`;
  return { kind: 'resource-outside', answer, ...(context.keepsOutside && { path }) };
}
