import { holdsOpenLine } from './open-line.ts';
import { isPlaceholder } from './mask.ts';
import { mayResolve, plainKeyText } from './scalar.ts';
import type { YamlDocument } from './source-file.ts';
import { NodeKind, ScalarStyle, type NodeId, type Tree } from './tree.ts';

export interface MappingEntry {
  readonly key: NodeId;
  readonly value: NodeId;
}

/** A key as the API server gets it: `on:` is "true", `0755:` is "493". */
export function keyText(tree: Tree, key: NodeId): string {
  const node = tree.resolve(key);
  if (tree.kind(node) !== NodeKind.scalar) return '';
  if (tree.tag(node) !== undefined) return String(tree.scalarValue(node));
  const text = tree.scalarText(node);
  return tree.style(node) === ScalarStyle.plain && mayResolve(text) ? plainKeyText(text) : text;
}

/** The mapping's own entries in their order. */
export function ownEntries(tree: Tree, mapping: NodeId): MappingEntry[] {
  const entries: MappingEntry[] = [];
  const end = tree.next(mapping);
  for (let key = mapping + 1; key < end;) {
    const value = tree.next(key);
    entries.push({ key, value });
    key = tree.next(value);
  }
  return entries;
}

/** `<<`, which merges other mappings into this one. */
export function isMergeKey(tree: Tree, key: NodeId): boolean {
  const start = tree.start(key);
  return tree.end(key) - start === 2 && tree.source.startsWith('<<', start) && tree.style(key) === ScalarStyle.plain;
}

/** Mappings that a `<<` merges, the strongest first; undefined for what is neither a mapping nor a list of mappings. */
export function mergeSources(tree: Tree, value: NodeId): NodeId[] | undefined {
  const node = tree.resolve(value);
  const sources = tree.kind(node) === NodeKind.sequence ? Array.from(tree.children(node), child => tree.resolve(child)) : [node];
  return sources.every(source => tree.kind(source) === NodeKind.mapping) ? sources : undefined;
}

/** Compares without allocation for the usual key: a plain word that stands for itself. */
function isKey(tree: Tree, key: NodeId, name: string, plainName: boolean): boolean {
  const isWord = plainName ? tree.isWord(key, name) : undefined;
  return isWord ?? keyText(tree, key) === name;
}

/** What was found under a key: the entry that counts, and how many of this mapping have the key. */
export interface Found extends MappingEntry {
  readonly count: number;
}

function findMerged(tree: Tree, sources: readonly NodeId[], name: string, seen: Set<NodeId>): Found | undefined {
  for (const source of sources) {
    // Each mapping is searched once, however often it is merged.
    if (seen.has(source)) continue;
    seen.add(source);
    const found = findEntry(tree, source, name, seen);
    if (found) return found;
  }
  return undefined;
}

/**
 * The entry of a key. kubectl takes entries in their order and lets each overwrite what came before,
 * merged ones too: the last `name` or `<<` that has it counts (S-349).
 */
export function findEntry(tree: Tree, mapping: NodeId, name: string, seen?: Set<NodeId>): Found | undefined {
  let [ownKey, ownValue, count] = [-1, -1, 0];
  let merges: NodeId[] | undefined;
  const end = tree.next(mapping);
  const plainName = !mayResolve(name) && name !== 'true' && name !== 'false' && name !== 'null';
  for (let key = mapping + 1; key < end;) {
    const value = tree.next(key);
    if (isKey(tree, key, name, plainName)) {
      ownKey = key;
      ownValue = value;
      count++;
    } else if (isMergeKey(tree, key)) (merges ??= []).push(value);
    key = tree.next(value);
  }
  for (const value of merges?.reverse() ?? []) {
    if (ownValue > value) break;
    const merged = findMerged(tree, mergeSources(tree, value) ?? [], name, seen ?? new Set([mapping]));
    if (merged) return merged;
  }
  return count === 0 ? undefined : { key: ownKey, value: ownValue, count };
}

function collect(tree: Tree, mapping: NodeId, entries: Map<string, MappingEntry>, seen: Set<NodeId>): void {
  if (seen.has(mapping)) return;
  seen.add(mapping);
  for (const entry of ownEntries(tree, mapping).reverse()) {
    if (isMergeKey(tree, entry.key)) for (const source of mergeSources(tree, entry.value) ?? []) collect(tree, source, entries, seen);
    else {
      const key = keyText(tree, entry.key);
      if (!entries.has(key)) entries.set(key, entry);
    }
  }
}

/** All entries, each key once, the one that counts: the mapping's own ones in their order, then merged ones. */
export function entriesOf(tree: Tree, mapping: NodeId): MappingEntry[] {
  const entries = new Map<string, MappingEntry>();
  collect(tree, mapping, entries, new Set());
  const isMerged = ({ key }: MappingEntry): number => (key > mapping && key < tree.next(mapping) ? 0 : 1);
  return [...entries.values()].sort((a, b) => isMerged(a) - isMerged(b) || a.key - b.key);
}

/** Whether a mapping or list may hold more than is shown: lines of template actions in or beside it, or a key that is a placeholder. */
export function isOpenCollection(document: YamlDocument, tree: Tree, node: NodeId): boolean {
  if (holdsOpenLine(document, tree, node)) return true;
  if (!document.openKeys || tree.kind(node) !== NodeKind.mapping) return false;
  return ownEntries(tree, node).some(({ key }) => tree.kind(key) === NodeKind.scalar && isPlaceholder(tree.scalarText(key)));
}
