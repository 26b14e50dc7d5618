import { isPlaceholder } from './mask.ts';
import type { YamlDocument } from './source-file.ts';
import { NodeKind, ScalarStyle, type NodeId, type Tree } from './tree.ts';

export interface MappingEntry {
  readonly key: NodeId;
  readonly value: NodeId;
}

/** Merges within merges: deeper than anyone writes, shallow enough for a file that merges itself. */
const MERGE_DEPTH = 16;

/** A key as the API server gets it: `on:` is "true", `0755:` is "493". */
export function keyText(tree: Tree, key: NodeId): string {
  const node = tree.resolve(key);
  if (tree.kind(node) !== NodeKind.scalar) return '';
  return tree.style(node) === ScalarStyle.plain ? String(tree.scalarValue(node)) : tree.scalarText(node);
}

function* ownEntries(tree: Tree, mapping: NodeId): Iterable<MappingEntry> {
  let key: NodeId | undefined;
  for (const child of tree.children(mapping)) {
    if (key === undefined) key = child;
    else {
      yield { key, value: child };
      key = undefined;
    }
  }
}

function isMergeKey(tree: Tree, key: NodeId): boolean {
  return tree.kind(key) === NodeKind.scalar && tree.style(key) === ScalarStyle.plain && tree.scalarText(key) === '<<';
}

function mergedMappings(tree: Tree, value: NodeId): NodeId[] {
  const node = tree.resolve(value);
  const sources = tree.kind(node) === NodeKind.sequence ? [...tree.children(node)].map(child => tree.resolve(child)) : [node];
  return sources.filter(source => tree.kind(source) === NodeKind.mapping);
}

/** Without allocation for the usual key: a plain word that stands for itself. */
function isKey(tree: Tree, key: NodeId, name: string): boolean {
  const length = tree.end(key) - tree.start(key);
  if (length === name.length && tree.source.startsWith(name, tree.start(key))) return true;
  if (tree.kind(key) === NodeKind.scalar && tree.style(key) === ScalarStyle.plain && length > name.length) return false;
  return keyText(tree, key) === name;
}

/** The entry of a key: the last of equal ones, then what is merged in. */
export function lookUp(tree: Tree, mapping: NodeId, name: string, depth = 0): MappingEntry | undefined {
  let found: MappingEntry | undefined;
  const merges: NodeId[] = [];
  for (const entry of ownEntries(tree, mapping)) {
    if (isKey(tree, entry.key, name)) found = entry;
    else if (isMergeKey(tree, entry.key)) merges.push(entry.value);
  }
  if (found || depth === MERGE_DEPTH) return found;
  for (const source of merges.flatMap(value => mergedMappings(tree, value))) {
    const merged = lookUp(tree, source, name, depth + 1);
    if (merged) return merged;
  }
  return undefined;
}

/** All entries, each key once: own ones first (the last of equal keys), then merged ones. */
export function entriesOf(tree: Tree, mapping: NodeId): MappingEntry[] {
  const entries = new Map<string, MappingEntry>();
  const merges: NodeId[] = [];
  for (const entry of ownEntries(tree, mapping)) {
    if (isMergeKey(tree, entry.key)) merges.push(entry.value);
    else entries.set(keyText(tree, entry.key), entry);
  }
  for (const [depth, pending] = [0, merges.flatMap(value => mergedMappings(tree, value))]; pending.length > 0 && depth < MERGE_DEPTH;) {
    const source = pending.shift();
    if (source === undefined) break;
    for (const entry of ownEntries(tree, source)) {
      const key = keyText(tree, entry.key);
      if (!isMergeKey(tree, entry.key) && !entries.has(key)) entries.set(key, entry);
    }
  }
  return [...entries.values()];
}

function holdsOpenLine(document: YamlDocument, tree: Tree, mapping: NodeId): boolean {
  if (document.openLines.length === 0) return false;
  const { lines } = document.file;
  const first = lines.position(tree.start(mapping)).line;
  const last = lines.position(tree.end(mapping)).line + 1;
  return document.openLines.some(start => {
    const { line } = lines.position(start);
    return line >= first - 1 && line <= last;
  });
}

/** Whether a mapping may have keys that are not shown: lines of template actions in or beside it, or a key that is a placeholder. */
export function isOpenMapping(document: YamlDocument, tree: Tree, mapping: NodeId): boolean {
  if (holdsOpenLine(document, tree, mapping)) return true;
  for (const { key } of ownEntries(tree, mapping)) if (tree.kind(key) === NodeKind.scalar && isPlaceholder(tree.scalarText(key))) return true;
  return false;
}
