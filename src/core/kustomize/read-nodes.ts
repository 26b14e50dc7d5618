import { changedBy, type Origin } from '../yaml/origin.ts';
import { isMergeKey } from '../yaml/mapping.ts';
import { plainKeyText } from '../yaml/scalar.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import { NodeKind, ScalarStyle, type NodeId, type Tree } from '../yaml/tree.ts';
import type { Place } from '../yaml/place.ts';
import type { FaultKind } from './fault.ts';
import { listNode, mapNode, type MapEntry, type MapNode, type ScalarNode, type Style, type Tag, type YamlNode } from './node.ts';
import { blockText } from './block-text.ts';
import { resolveTag, type Reading } from './scalars.ts';
import { WrittenOrigin, type TextSource } from './text-source.ts';

/** Why a text cannot be read as kustomize reads it, in its words. */
export interface ReadFailure {
  readonly answer: string;
  readonly at: Place;
}

/** Why objects of a text cannot be had. */
export interface LoadFailure extends ReadFailure {
  readonly kind: Extract<FaultKind, 'resource-unreadable' | 'object-malformed'>;
}

/** More nodes than any set of manifests has: aliases of aliases have no end. */
const MOST_NODES = 2_000_000;
const MAX_DEPTH = 1000;
const STYLES: Readonly<Record<ScalarStyle, Style>> = {
  [ScalarStyle.plain]: 'plain',
  [ScalarStyle.singleQuoted]: 'single',
  [ScalarStyle.doubleQuoted]: 'double',
  [ScalarStyle.literal]: 'literal',
  [ScalarStyle.folded]: 'folded',
};
const TAG = /^(?:!!|!<tag:yaml\.org,2002:)(str|int|float|bool|null|timestamp|binary)>?$/;

class Unreadable extends Error {
  readonly failure: ReadFailure;

  constructor(failure: ReadFailure) {
    super(failure.answer);
    this.failure = failure;
  }
}

function tagNamed(written: string | undefined): Tag | undefined {
  switch (written === undefined ? undefined : TAG.exec(written)?.[1]) {
    case 'str':
      return 'str';
    case 'int':
      return 'int';
    case 'float':
      return 'float';
    case 'bool':
      return 'bool';
    case 'null':
      return 'null';
    case 'timestamp':
      return 'timestamp';
    case 'binary':
      return 'binary';
    default:
      return undefined;
  }
}

interface Key {
  readonly text: string;
  readonly tag: Exclude<Tag, 'str'> | undefined;
}

/** Makes nodes of one document, with anchors and merge keys resolved (K-002). */
class NodeReader {
  readonly #source: TextSource;
  readonly #document: YamlDocument;
  readonly #tree: Tree;
  readonly #reading: Reading;
  #left = MOST_NODES;

  constructor(source: TextSource, document: YamlDocument, tree: Tree, reading: Reading) {
    this.#source = source;
    this.#document = document;
    this.#tree = tree;
    this.#reading = reading;
  }

  read(id: NodeId, key: NodeId | undefined, depth: number): YamlNode {
    const tree = this.#tree;
    const node = tree.resolve(id);
    if (this.#left-- <= 0 || depth > MAX_DEPTH) this.#refuse('yaml: document contains excessive aliasing', id);
    const made = this.#make(node, this.#origin(node, node === id ? key : undefined), depth);
    if (node !== id) made.origin = changedBy(made.origin, { at: this.#place(id, key), note: 'an alias repeats it here' });
    return made;
  }

  #make(node: NodeId, origin: Origin, depth: number): YamlNode {
    const tree = this.#tree;
    switch (tree.kind(node)) {
      case NodeKind.scalar:
        return this.#scalar(node, origin);
      case NodeKind.sequence:
        return listNode(
          origin,
          Array.from(tree.children(node), child => this.read(child, undefined, depth + 1)),
        );
      case NodeKind.mapping:
        return this.#mapping(node, origin, depth);
      default:
        return this.#refuse('yaml: unknown anchor', node);
    }
  }

  #scalar(node: NodeId, origin: Origin): ScalarNode {
    const tree = this.#tree;
    const style = STYLES[tree.style(node)];
    if (style === 'plain' && tree.source.startsWith('{{', tree.start(node))) this.#refuse('MalformedYAMLError: yaml: invalid map key', node);
    const text = style === 'literal' || style === 'folded' ? blockText(this.#document, tree, node) : tree.scalarText(node);
    const tag = tagNamed(tree.tag(node)) ?? (style === 'plain' && tree.tag(node) === undefined ? resolveTag(text, this.#reading) : 'str');
    const isVoid = tag === 'null' && tree.isEmpty(node) && this.#isInFlow(node);
    return { kind: 'scalar', text, tag, style, origin, ...(isVoid && { isFlowVoid: true }) };
  }

  /** Whether a node stands in braces: the nearest collection before it that reaches beyond it is in flow form. */
  #isInFlow(node: NodeId): boolean {
    const tree = this.#tree;
    for (let above = node - 1; above >= 0; above--) {
      if (tree.next(above) > node) return tree.isFlow(above) && tree.kind(above) === NodeKind.mapping;
    }
    return false;
  }

  #mapping(node: NodeId, origin: Origin, depth: number): MapNode {
    const tree = this.#tree;
    const map = mapNode(origin);
    const merges: { readonly key: NodeId; readonly value: NodeId }[] = [];
    const lines = new Map<string, NodeId>();
    for (let key = node + 1; key < tree.next(node);) {
      const value = tree.next(key);
      if (isMergeKey(tree, key)) merges.push({ key, value });
      else this.#entry(map, { key, value, lines }, depth);
      key = tree.next(value);
    }
    const [first, second] = merges;
    if (second && this.#reading === 'resource') this.#repeated('<<', first?.key ?? second.key, second.key);
    for (const merge of merges) this.#merge(map, merge, depth);
    return map;
  }

  #entry(map: MapNode, { key, value, lines }: { key: NodeId; value: NodeId; lines: Map<string, NodeId> }, depth: number): void {
    const { text, tag } = this.#key(key);
    const first = lines.get(text);
    if (first !== undefined && this.#reading === 'resource') this.#repeated(text, first, key);
    lines.set(text, key);
    const entry: MapEntry = { keyOrigin: this.#origin(key, undefined), value: this.read(value, key, depth + 1), ...(tag && { keyTag: tag }) };
    map.entries.set(text, entry);
  }

  #key(id: NodeId): Key {
    const tree = this.#tree;
    const key = tree.resolve(id);
    if (tree.kind(key) !== NodeKind.scalar) this.#refuse(`yaml: invalid map key`, id);
    const text = tree.scalarText(key);
    if (tree.style(key) !== ScalarStyle.plain || tree.tag(key) !== undefined) return { text, tag: undefined };
    if (text.startsWith('{{')) this.#refuse('MalformedYAMLError: yaml: invalid map key', id);
    const tag = resolveTag(text, this.#reading);
    if (tag === 'str') return { text, tag: undefined };
    return { text: this.#reading === 'configuration' ? plainKeyText(text) : text, tag };
  }

  /** Keys of the mapping itself win, and of a list of mappings the first that has a key (K-002). */
  #merge(map: MapNode, { key, value }: { key: NodeId; value: NodeId }, depth: number): void {
    const merged = this.read(value, key, depth + 1);
    const sources = merged.kind === 'list' ? merged.items : [merged];
    const at = this.#place(value, key);
    for (const source of sources) {
      if (source.kind !== 'map') this.#refuse('yaml: map merge requires map or sequence of maps as the value', value);
      for (const [name, entry] of source.entries) {
        if (map.entries.has(name)) continue;
        entry.value.origin = changedBy(entry.value.origin, { at, note: '"<<" merges it here' });
        map.entries.set(name, entry);
      }
    }
  }

  #repeated(text: string, first: NodeId, second: NodeId): never {
    const { line } = this.#source.file.lines.position(this.#tree.start(first));
    const start = this.#source.file.lines.position(this.#document.span.start).line;
    // Lines are counted from the start of the document, which `---` is not part of.
    const own = line - start + (this.#document.index === 0 ? 1 : 0);
    const here = this.#source.file.lines.position(this.#tree.start(second)).line - start + (this.#document.index === 0 ? 1 : 0);
    this.#refuse(`yaml: unmarshal errors:\n  line ${String(here)}: mapping key "${text}" already defined at line ${String(own)}`, second);
  }

  #origin(node: NodeId, key: NodeId | undefined): Origin {
    return new WrittenOrigin(this.#source, this.#document, node, key);
  }

  #place(node: NodeId, key: NodeId | undefined): Place {
    return this.#source.placeOf(this.#document, node, key);
  }

  #refuse(answer: string, node: NodeId): never {
    throw new Unreadable({ answer, at: this.#place(node, undefined) });
  }
}

/** The nodes of a document; undefined where nothing is written; or why it cannot be read. */
export function readNodes(source: TextSource, document: YamlDocument, reading: Reading): YamlNode | ReadFailure | undefined {
  const { tree } = document;
  if (!tree || tree.size === 0) return undefined;
  try {
    return new NodeReader(source, document, tree, reading).read(0, undefined, 0);
  } catch (error) {
    if (error instanceof Unreadable) return error.failure;
    throw error;
  }
}

export function isReadFailure(read: object): read is ReadFailure {
  return 'answer' in read;
}
