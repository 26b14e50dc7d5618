import { readDocument } from '../../model/read-documents.ts';
import type { Resource } from '../../model/resource.ts';
import { Cursor } from '../../yaml/cursor.ts';
import type { YamlDocument } from '../../yaml/source-file.ts';
import { build, type Build } from '../build.ts';
import type { BuildFiles } from '../files.ts';
import type { Text } from '../kustomization.ts';
import { isClusterScoped } from '../object-id.ts';
import { generateKustomization } from './generated-kustomization.ts';
import { fillVariables, type FilledDocuments } from './post-build.ts';
import type { DirectoryRelease, KustomizationRelease } from './release.ts';
import type { Repository } from './repository.ts';
import { rewrite, type AddedEntry } from './rewrite.ts';
import { readPostBuild } from './variables.ts';

/** What a release is applied with. */
export interface ApplyContext {
  readonly files: BuildFiles;
  readonly repository: Repository;
  /** All objects in sight: ConfigMaps of them may hold values of variables. */
  readonly resources: readonly Resource[];
}

/** What one Flux or Argo CD object puts into the cluster. */
export interface AppliedSet {
  readonly release: KustomizationRelease | DirectoryRelease;
  readonly documents: readonly YamlDocument[];
  readonly resources: readonly Resource[];
  /** Undefined for a directory whose manifests are applied as they are. */
  readonly build: Build | undefined;
  readonly postBuild: Pick<FilledDocuments, 'faults' | 'unset'>;
  /** Paths of all files that took part. */
  readonly files: ReadonlySet<string>;
}

function objectsOf(documents: readonly YamlDocument[]): Resource[] {
  return documents.flatMap(document => readDocument(document).resources);
}

/** Puts the namespace of the destination into an object that names none; what has no namespace stays as it is. */
export function settle(document: YamlDocument, namespace: Text | undefined): YamlDocument {
  const [resource, ...more] = namespace ? readDocument(document).resources : [];
  if (!namespace || !resource || more.length > 0 || resource.namespace.state !== 'absent' || isClusterScoped(resource)) return document;
  const note = `${namespace.giver ?? 'the destination'} says where it goes`;
  return add(document, new Map([['metadata', [{ key: 'namespace', value: namespace.value, at: namespace.at, note }]]]));
}

function add(document: YamlDocument, added: ReadonlyMap<string, readonly AddedEntry[]>): YamlDocument {
  const body = Cursor.root(document);
  const isNeeded = [...added.values()].some(entries => entries.length > 0);
  return (isNeeded && body?.get('metadata').isMapping ? rewrite(body, { added }) : undefined) ?? document;
}

function applyKustomization(release: KustomizationRelease, { files, repository, resources }: ApplyContext): AppliedSet {
  const built = build(release.path, {
    files,
    restrict: release.isRestricted,
    additions: release.additions,
    ...(release.isGenerated && { kustomization: generateKustomization(release, files, repository) }),
  });
  const values = readPostBuild(release.from, resources);
  const filled = values ? fillVariables(built.documents, values) : { documents: built.documents, faults: [], unset: [] };
  const documents = filled.documents.map(document => settle(add(document, release.added), release.defaultNamespace));
  return { release, documents, resources: objectsOf(documents), build: built, postBuild: filled, files: built.files };
}

function applyDirectory(release: DirectoryRelease, { files }: ApplyContext): AppliedSet {
  const documents = release.files.flatMap(path => files.source(path)?.documents ?? []).map(document => settle(document, release.defaultNamespace));
  return { release, documents, resources: objectsOf(documents), build: undefined, postBuild: { faults: [], unset: [] }, files: new Set(release.files) };
}

/** What a release puts into the cluster: built, its variables filled, labels and namespaces added. Every value knows who wrote it. */
export function applyRelease(release: KustomizationRelease | DirectoryRelease, context: ApplyContext): AppliedSet {
  return release.kind === 'directory' ? applyDirectory(release, context) : applyKustomization(release, context);
}
