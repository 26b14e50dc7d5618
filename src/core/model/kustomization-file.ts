import { baseNameOf, directoryOf, joinPath } from '../text/path.ts';
import { Cursor } from '../yaml/cursor.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';

export const KUSTOMIZATION_NAMES: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

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
  /** Files whose text becomes data of a ConfigMap or Secret, and values of charts: no manifests, whatever is in them. */
  readonly data: readonly PathReference[];
  /** True where a path is not known: any file below may be what it names. */
  readonly hidesPaths: boolean;
  /** Where it sets the namespace of all that it takes in. */
  readonly namespace: Field<string>;
  /** True where it does more than to list objects: then names and labels are not those of the files. */
  readonly changes: boolean;
}

/** Fields that leave names and labels of objects as they are. */
const LISTING = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'resources',
  'bases',
  'namespace',
  'images',
  'commonAnnotations',
  'generatorOptions',
  'sortOptions',
  'buildMetadata',
  'openapi',
]);

export function isKustomizationPath(path: string): boolean {
  return KUSTOMIZATION_NAMES.includes(baseNameOf(path));
}

/** Whether a file asks for objects that stand in others: a kustomization, or objects of Flux or Argo CD. */
export function isRendered({ path, text }: { readonly path: string; readonly text: string }): boolean {
  return isKustomizationPath(path) || /\b(?:toolkit\.fluxcd\.io|argoproj\.io)\//.test(text);
}

/** A URL, or a repository in one of kustomize's short forms: nothing that lies beside the kustomization. */
export function isRemote(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^git@|^git::|[?&]ref=|^github\.com\/|^[\w.-]+\.[a-z]{2,}\/[^/]+\/[^/]+\/\/|\.git(?:\/\/|\?|$)/.test(text);
}

function referTo(text: string, at: Place, field: string, directory: string): PathReference {
  const path = field === 'files' ? text.slice(text.indexOf('=') + 1) : text;
  return { text, path: joinPath(directory, path), at, field };
}

function readPaths(body: Cursor, field: string, directory: string, pathKey?: string): PathReference[] {
  return body
    .get(field)
    .items()
    .flatMap(item => {
      const value = (pathKey === undefined ? item : item.get(pathKey)).string();
      // A patch may be written in place of its path.
      return value.state !== 'known' || value.value.includes('\n') ? [] : [referTo(value.value, value.at, field, directory)];
    });
}

/** `key=path` of a generator's `files`, or a path alone. */
function readData(body: Cursor, directory: string): PathReference[] {
  const generators = ['configMapGenerator', 'secretGenerator'].flatMap(field => body.get(field).items());
  const files = generators.flatMap(generator =>
    ['files', 'envs', 'env'].flatMap(field => [...readPaths(generator, field, directory), ...readOne(generator, field, directory)]),
  );
  const charts = body.get('helmCharts').items();
  return [...files, ...charts.flatMap(chart => [...readOne(chart, 'valuesFile', directory), ...readPaths(chart, 'additionalValuesFiles', directory)])];
}

function readOne(body: Cursor, field: string, directory: string): PathReference[] {
  const value = body.get(field).string();
  return value.state === 'known' ? [referTo(value.value, value.at, field, directory)] : [];
}

/** Fields whose elements are paths, or mappings that may hold a path. */
const PATH_FIELDS = ['resources', 'bases', 'components', 'patches', 'patchesStrategicMerge', 'patchesJson6902', 'transformers', 'generators', 'configurations'];

function hidesPaths(body: Cursor): boolean {
  const lists = PATH_FIELDS.map(field => body.get(field));
  const items = lists.flatMap(list => list.items());
  return body.isOpen || lists.some(list => list.isUnknown) || items.some(item => (item.isMapping ? item.get('path') : item).string().state === 'unknown');
}

/** An object of Flux in a file of that name: it is applied, and kustomize cannot read it. */
function isFluxObject(body: Cursor): boolean {
  return valueOf(body.get('apiVersion').string())?.startsWith('kustomize.toolkit.fluxcd.io/') === true;
}

/** The kustomization that a file holds, undefined for any other file. */
export function readKustomizationFile(file: SourceFile): KustomizationFile | undefined {
  const [document] = file.documents;
  const body = document && Cursor.root(document);
  if (!isKustomizationPath(file.path) || !document || !body?.isMapping || isFluxObject(body)) return undefined;
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
    data: readData(body, directory),
    hidesPaths: hidesPaths(body),
    namespace: body.get('namespace').string(),
    changes: body.isOpen || valueOf(body.get('kind').string()) === 'Component' || body.entries().some(entry => !LISTING.has(entry.key)),
  };
}
