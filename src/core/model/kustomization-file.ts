import { baseNameOf, directoryOf, joinPath } from '../text/path.ts';
import { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';

const FILE_NAMES = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);

export interface PathReference {
  /** As it is written. */
  readonly text: string;
  /** Joined to the directory of the kustomization. */
  readonly path: string;
  readonly at: Place;
  readonly field: string;
}

/** The files that a kustomization names. What it makes of them is not rendered here. */
export interface KustomizationFile {
  readonly document: YamlDocument;
  readonly directory: string;
  /** Files and directories whose objects it takes in. */
  readonly resources: readonly PathReference[];
  /** Files that change objects and are no manifests themselves. */
  readonly patches: readonly PathReference[];
}

export function isKustomizationPath(path: string): boolean {
  return FILE_NAMES.has(baseNameOf(path));
}

/** A URL, or a repository in one of kustomize's short forms: nothing that lies beside the kustomization. */
export function isRemote(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^git@|^git::|[?&]ref=|^github\.com\/|^[\w.-]+\.[a-z]{2,}\/[^/]+\/[^/]+\/\/|\.git(?:\/\/|\?|$)/.test(text);
}

function readPaths(body: Cursor, field: string, directory: string, pathKey?: string): PathReference[] {
  return body
    .get(field)
    .items()
    .flatMap(item => {
      const value = (pathKey === undefined ? item : item.get(pathKey)).string();
      const text = valueOf(value);
      const isInline = text === undefined || text.includes('\n');
      return isInline ? [] : [{ text, path: joinPath(directory, text), at: value.at, field }];
    });
}

export function readKustomizationFile(file: SourceFile): KustomizationFile | undefined {
  const [document] = file.documents;
  const body = document && Cursor.root(document);
  if (!isKustomizationPath(file.path) || !document || !body?.isMapping) return undefined;
  const directory = directoryOf(file.path);
  const paths = (field: string, key?: string): PathReference[] => readPaths(body, field, directory, key);
  return {
    document,
    directory,
    resources: [...paths('resources'), ...paths('bases'), ...paths('components')],
    patches: [
      ...paths('patches', 'path'),
      ...paths('patchesStrategicMerge'),
      ...paths('patchesJson6902', 'path'),
      ...paths('replacements', 'path'),
      ...paths('generators'),
      ...paths('transformers'),
      ...paths('validators'),
      ...paths('configurations'),
      ...paths('crds'),
    ],
  };
}
