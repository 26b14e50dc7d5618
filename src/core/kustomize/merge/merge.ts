import { needsQuotes } from '../scalars.ts';
import { entryOf, isNull, type ListNode, type MapEntry, type MapNode, type YamlNode } from '../node.ts';
import { adopt } from './adopt.ts';
import { isDeletion, takeDirective } from './directive.ts';
import { mergeElements } from './merge-elements.ts';
import { wrongKind } from './merge-problem.ts';
import type { Merging } from './merging.ts';

type Maybe<Node> = Node | undefined;

/** Absent, or `null`. */
const isVoid = (node: Maybe<YamlNode>): node is undefined => node === undefined || isNull(node);

/** Strategic merge of a patch into what is there (K-090). Both are changed; undefined where nothing is left. */
export function mergeNodes(dest: Maybe<YamlNode>, patch: Maybe<YamlNode>, merging: Merging): Maybe<YamlNode> {
  const type = merging.type ?? merging.schema.typeOf(dest) ?? merging.schema.typeOf(patch);
  const within = { ...merging, type };
  const first = isVoid(dest) ? patch : dest;
  if (first === undefined || isNull(first)) return mergeMaps(dest, patch, within);
  for (const node of [dest, patch]) if (!isVoid(node) && node.kind !== first.kind) throw wrongKind(first.kind, node);
  switch (first.kind) {
    case 'map':
      return mergeMaps(dest, patch, within);
    case 'list':
      return type?.keys ? mergeLists(dest, patch, within) : patch === undefined ? dest : adopt(patch, dest);
    case 'scalar':
      return patch === undefined ? dest : adopt(patch, dest);
  }
}

/** What the parts of a mapping or a merged list are merged into: what is there, or the patch where it replaces it (K-091, K-092). */
function base(dest: Maybe<YamlNode>, patch: Maybe<YamlNode>): Maybe<YamlNode> {
  if (isVoid(dest)) return patch?.kind === 'map' && isDeletion(patch) ? undefined : patch;
  if (patch !== undefined && isNull(patch)) return undefined;
  switch (takeDirective(patch)) {
    case 'delete':
      return undefined;
    case 'replace':
      return patch && adopt(patch, dest);
    case 'merge':
      return dest;
  }
}

function mergeMaps(dest: Maybe<YamlNode>, patch: Maybe<YamlNode>, merging: Merging): Maybe<YamlNode> {
  const into = base(dest, patch);
  if (into?.kind !== 'map') return into;
  const from = patch?.kind === 'map' ? patch : undefined;
  const keys = new Set([...into.entries.keys(), ...(from?.entries.keys() ?? [])]);
  for (const key of [...keys].sort(byCodeUnit)) mergeEntry(into, from, key, merging);
  return into;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Keeps what a patch has taken away. */
function remember(was: YamlNode, by: YamlNode, { path, removals }: Merging): void {
  if (was !== by) removals.push({ path, at: by.origin.at, was });
}

function mergeEntry(into: MapNode, from: MapNode | undefined, key: string, merging: Merging): void {
  const was = entryOf(into, key);
  const patched = from?.entries.get(key);
  // A null that is written out survives the merge of what is around it; one that is not written does not (K-091).
  if (was?.kind === 'scalar' && was.tag === 'null' && was.text !== '' && patched === undefined) return;
  const path = [...merging.path, key];
  const value = mergeNodes(was, patched?.value, { ...merging, type: merging.type?.fields.get(key), path });
  if (!isVoid(value)) {
    setMerged(into, key, value, patched);
    return;
  }
  into.entries.delete(key);
  if (patched && !isVoid(was)) remember(was, patched.value, { ...merging, path });
}

/** A plain text that YAML 1.1 takes for something else gets quotes. */
export function quoteAsNeeded(node: YamlNode): void {
  if (node.kind !== 'scalar' || node.style !== 'plain' || (node.tag !== undefined && node.tag !== 'str')) return;
  if (needsQuotes(node.text)) node.style = 'double';
}

/** Sets a value, which takes over the style of what it replaces (K-097). A new key is that of the patch. */
function setMerged(into: MapNode, key: string, value: YamlNode, patched: MapEntry | undefined): void {
  quoteAsNeeded(value);
  const entry = into.entries.get(key);
  if (!entry) {
    into.entries.set(key, { ...patched, keyOrigin: patched?.keyOrigin ?? value.origin, value });
    return;
  }
  if (patched?.value === value) entry.keyOrigin = patched.keyOrigin;
  if (entry.value === value) return;
  if (value.kind !== 'scalar' || entry.value.kind !== 'scalar') {
    if (value.kind === 'scalar') value.style = 'plain';
    entry.value = value;
    return;
  }
  // In its place: the node may stand in other mappings too, which change with it.
  const { text, tag, origin } = value;
  Object.assign(entry.value, { text, tag, origin });
}

function mergeLists(dest: Maybe<YamlNode>, patch: Maybe<YamlNode>, merging: Merging): Maybe<YamlNode> {
  const into = isVoid(dest) ? patch : base(dest, patch);
  if (into?.kind !== 'list') return into;
  const from: ListNode | undefined = patch?.kind === 'list' ? patch : undefined;
  return mergeElements({ dest: into, patch: from, merge: mergeNodes }, merging);
}
