import { directoryOf, isWithin, joinPath } from '../text/path.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import type { BuildContext } from './context.ts';
import type { FaultKind } from './fault.ts';

/** Why a file cannot be had, in the words of kustomize's loader. */
export interface FileFailure {
  readonly kind: Extract<FaultKind, 'resource-missing' | 'resource-outside' | 'resource-unreadable' | 'remote'>;
  readonly answer: string;
  readonly near?: string;
}

type Looking = Pick<BuildContext, 'files' | 'directory' | 'restrict' | 'used'>;

/** Whether kustomize fetches it over the network (K-052). */
export function isUrl(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

function missing(path: string): FileFailure {
  return { kind: 'resource-missing', answer: `evalsymlink failure on '${path}' : lstat ${path}: no such file or directory` };
}

/** The real path of a file that a kustomization names, or why there is none (K-050). */
export function findFile(named: string, { files, directory, restrict, used }: Looking): string | FileFailure {
  if (isUrl(named)) return { kind: 'remote', answer: `Get "${named}": a remote file is not fetched` };
  const path = joinPath(directory, named);
  const real = files.real(path);
  const kind = files.kindOf(path);
  if (kind === 'absent') return missing(path);
  if (real === undefined || kind === 'unknown') return { kind: 'resource-unreadable', answer: `'${path}' is out of reach` };
  if (kind === 'directory') return { kind: 'resource-unreadable', answer: `'${path}' must resolve to a file` };
  if (restrict && !isWithin(directoryOf(real), files.real(directory) ?? directory)) {
    return { kind: 'resource-outside', answer: `security; file '${real}' is not in or below '${directory}'` };
  }
  used.add(real);
  return real;
}

/** The file as YAML or JSON. */
export function findSource(named: string, context: Looking): SourceFile | FileFailure {
  const path = findFile(named, context);
  if (typeof path !== 'string') return path;
  return context.files.source(path) ?? { kind: 'resource-unreadable', answer: `'${path}' cannot be read as text` };
}

export function isFileFailure(found: SourceFile | FileFailure): found is FileFailure {
  return 'answer' in found;
}
