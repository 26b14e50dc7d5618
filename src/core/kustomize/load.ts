import type { YamlDocument } from '../yaml/source-file.ts';
import { entryOf, isNull, type MapNode, type YamlNode } from './node.ts';
import { newObject, type BuildObject } from './object.ts';
import { textOf } from './object-id.ts';
import { goMetadata } from './go-text.ts';
import { isReadFailure, readNodes, type LoadFailure, type ReadFailure } from './read-nodes.ts';
import type { Reading } from './scalars.ts';
import { separatorFailure, syntaxFailure } from './syntax-failure.ts';
import type { TextSource } from './text-source.ts';

export interface Loaded {
  /** What can be read, also beside a failure. */
  readonly objects: readonly BuildObject[];
  /** The first thing that kustomize stumbles over. */
  readonly failure: LoadFailure | undefined;
}

/** Documents that kustomize sees: of what stands between two `---` the first (K-008). */
function documentsOf({ file }: TextSource): readonly YamlDocument[] {
  return file.documents.filter((document, index) => file.documents[index - 1]?.span !== document.span);
}

interface Nodes {
  readonly nodes: readonly YamlNode[];
  readonly failure: LoadFailure | undefined;
}

/** The nodes of each document of a text that holds something. */
export function loadNodes(source: TextSource, reading: Reading = 'resource'): Nodes {
  const nodes: YamlNode[] = [];
  let failure = separatorFailure(source);
  for (const document of documentsOf(source)) {
    const broken = syntaxFailure(source, document);
    const read = broken ?? readNodes(source, document, reading);
    if (read === undefined) continue;
    if (!isReadFailure(read)) nodes.push(read);
    else failure ??= { ...read, kind: 'resource-unreadable' };
  }
  return { nodes, failure };
}

/** The first document of a text that go-yaml v2 reads (K-004). */
export function loadConfiguration(source: TextSource): YamlNode | ReadFailure | undefined {
  const [document] = source.file.documents;
  if (!document) return undefined;
  return syntaxFailure(source, document) ?? readNodes(source, document, 'configuration');
}

function itemsOf(map: MapNode): readonly YamlNode[] | undefined {
  const items = entryOf(map, 'items');
  if (!items) return undefined;
  if (isNull(items)) return [];
  return items.kind === 'list' ? items.items : undefined;
}

/** Lists give way to their items (K-009). */
function* expandLists(nodes: readonly YamlNode[]): Generator<YamlNode> {
  const [only] = nodes;
  const isList = nodes.length === 1 && only?.kind === 'map' && ['List', 'ResourceList'].includes(textOf(entryOf(only, 'kind')));
  const queue = isList ? [...(itemsOf(only) ?? nodes)] : [...nodes];
  for (const node of queue) {
    const items = node.kind === 'map' && textOf(entryOf(node, 'kind')).endsWith('List') ? itemsOf(node) : undefined;
    if (items) queue.push(...items);
    else yield node;
  }
}

function isNothing(node: YamlNode): boolean {
  return isNull(node) || (node.kind === 'map' && node.entries.size === 0);
}

const NO_RESOURCE = 'missing Resource metadata';
const NO_METADATA = '{{ } {{ } map[] map[]}}';

/** What kustomize misses in an object (K-010). */
function missingPart(root: MapNode): string | undefined {
  const metadata = entryOf(root, 'metadata');
  const kind = textOf(entryOf(root, 'kind'));
  if (goMetadata(root) === NO_METADATA) return NO_RESOURCE;
  if (kind === '') return `missing kind in object ${goMetadata(root)}`;
  if (kind.endsWith('List')) return undefined;
  if (!metadata || isNull(metadata)) return `missing metadata.name in object ${goMetadata(root)}`;
  return metadata.kind === 'map' && textOf(entryOf(metadata, 'name')) !== '' ? undefined : `missing metadata.name in object ${goMetadata(root)}`;
}

const HASH_ANNOTATION = 'internal.config.kubernetes.io/needsHashSuffix';

function objectOf(root: MapNode): BuildObject {
  const object = newObject(root, root.origin);
  const metadata = entryOf(root, 'metadata');
  const annotations = metadata?.kind === 'map' ? entryOf(metadata, 'annotations') : undefined;
  // An input file really can ask for a hash (K-043).
  if (annotations?.kind === 'map' && textOf(entryOf(annotations, HASH_ANNOTATION)) === 'enabled') object.needsHash = true;
  return object;
}

/** The objects of a text, fresh for each use. */
export function loadObjects(source: TextSource): Loaded {
  const { nodes, failure } = loadNodes(source);
  const objects: BuildObject[] = [];
  let malformed: LoadFailure | undefined;
  for (const node of expandLists(nodes)) {
    if (isNothing(node)) continue;
    const answer = node.kind === 'map' ? missingPart(node) : NO_RESOURCE;
    if (node.kind === 'map' && answer === undefined) objects.push(objectOf(node));
    else malformed ??= { kind: 'object-malformed', answer: answer ?? '', at: node.origin.at };
  }
  return { objects, failure: failure ?? malformed };
}
