import type { Origin } from '../yaml/origin.ts';

/** What a scalar is read as. Undefined where a transformer wrote text alone, which is resolved again when the object is printed. */
export type Tag = 'str' | 'int' | 'float' | 'bool' | 'null' | 'timestamp' | 'binary';

/** How a scalar was written. A value that replaces another takes over the style of the old one, and with it its type. */
export type Style = 'plain' | 'double' | 'single' | 'literal' | 'folded';

/** A scalar as kustomize holds it: text, type and style. Its parts are replaced in place as the build goes on. */
export interface ScalarNode {
  readonly kind: 'scalar';
  text: string;
  tag: Tag | undefined;
  style: Style;
  origin: Origin;
  /** A null written as nothing in a flow mapping, which ends as an empty text (K-007). */
  readonly isFlowVoid?: true;
}

export interface MapEntry {
  /** Where the key is written. */
  keyOrigin: Origin;
  /** What a plain key was read as, where that is no string: such a key does not survive the way to JSON. */
  readonly keyTag?: Exclude<Tag, 'str'>;
  value: YamlNode;
}

/** A mapping; its keys stay in the order in which they came. */
export interface MapNode {
  readonly kind: 'map';
  readonly entries: Map<string, MapEntry>;
  origin: Origin;
}

export interface ListNode {
  readonly kind: 'list';
  items: YamlNode[];
  origin: Origin;
}

/** A value of an object in a build, with anchors and merge keys resolved, that may be changed in place. */
export type YamlNode = ScalarNode | MapNode | ListNode;

export function scalarNode(text: string, origin: Origin, tag: Tag | undefined = 'str', style: Style = 'plain'): ScalarNode {
  return { kind: 'scalar', text, tag, style, origin };
}

/** A text whose type is what it reads as when the object is printed. */
export function untypedNode(text: string, origin: Origin): ScalarNode {
  return { kind: 'scalar', text, tag: undefined, style: 'plain', origin };
}

export function mapNode(origin: Origin): MapNode {
  return { kind: 'map', entries: new Map(), origin };
}

export function listNode(origin: Origin, items: YamlNode[] = []): ListNode {
  return { kind: 'list', items, origin };
}

/** The value under a key; undefined where there is none. */
export function entryOf({ entries }: MapNode, key: string): YamlNode | undefined {
  return entries.get(key)?.value;
}

/** Follows mappings along keys; undefined where one is missing or no mapping. */
export function nodeAt(from: YamlNode, ...keys: readonly string[]): YamlNode | undefined {
  let at: YamlNode | undefined = from;
  for (const key of keys) at = at?.kind === 'map' ? entryOf(at, key) : undefined;
  return at;
}

/** Sets a key, which keeps its place where it is there already. */
export function setEntry({ entries }: MapNode, key: string, value: YamlNode, keyOrigin: Origin = value.origin): void {
  const entry = entries.get(key);
  if (entry) entry.value = value;
  else entries.set(key, { keyOrigin, value });
}

/** A copy that shares no node with the original. */
export function copyNode(node: YamlNode): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return { ...node };
    case 'list':
      return { ...node, items: node.items.map(copyNode) };
    case 'map':
      return { ...node, entries: new Map([...node.entries].map(([key, entry]) => [key, { ...entry, value: copyNode(entry.value) }])) };
  }
}

/** A copy in which one node that stands in several places is one node again. */
export function copyWithShares(node: YamlNode, copies = new Map<ScalarNode, ScalarNode>()): YamlNode {
  switch (node.kind) {
    case 'scalar': {
      const copy = copies.get(node) ?? { ...node };
      copies.set(node, copy);
      return copy;
    }
    case 'list':
      return { ...node, items: node.items.map(item => copyWithShares(item, copies)) };
    case 'map': {
      const entries = [...node.entries].map(([key, entry]) => [key, { ...entry, value: copyWithShares(entry.value, copies) }] as const);
      return { ...node, entries: new Map(entries) };
    }
  }
}

/** `null`, written out or as nothing. */
export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.tag === 'null';
}
