import { isNull, type ListNode, listNode, type YamlNode } from '../node.ts';
import { findElement, isNothing, keyText, keyTexts, placeElement } from './elements.ts';
import { watchLosses } from './losses.ts';
import { MergeProblem, wrongKind } from './merge-problem.ts';
import type { Merge, Merging } from './merging.ts';

/** More elements than any list of a manifest has: their number enters squared. */
const MOST_ELEMENTS = 5_000;

type Texts = readonly string[];

/** Step 1 of K-095: key texts of the elements of the patch, then of those that are there, each once. */
function collectTexts(lists: readonly (ListNode | undefined)[], keys: readonly string[]): Texts[] {
  const found = new Map<string, Texts>();
  for (const list of lists)
    for (const item of list?.items ?? []) {
      const texts = keys.length === 0 ? [keyText(item)] : keyTexts(item, keys);
      const id = JSON.stringify(texts);
      if (!found.has(id)) found.set(id, texts);
    }
  return [...found.values()];
}

/** Two key tuples that agree somewhere and contradict each other nowhere, filled up from each other. */
function unite(a: Texts, b: Texts): Texts | undefined {
  if (a.some((text, position) => text !== '' && b[position] !== '' && text !== b[position])) return undefined;
  return a.some((text, position) => text === b[position]) ? a.map((text, position) => text || (b[position] ?? '')) : undefined;
}

/** Step 2 of K-095, in place: every ordered pair, with what earlier pairs have made of it. */
function fillUp(tuples: Texts[]): void {
  for (let first = 0; first < tuples.length; first++) {
    // The first one is read once for all its pairs.
    const a = tuples[first] ?? [];
    for (let second = 0; second < tuples.length; second++) {
      const united = unite(a, tuples[second] ?? []);
      if (united) tuples[first] = tuples[second] = united;
    }
  }
}

const positionsOf = (texts: Texts): number[] => [...texts.keys()].filter(position => texts[position] !== '');
const at = (values: readonly string[], positions: readonly number[]): string[] => positions.map(position => values[position] ?? '');

/** Keys that any tuple has (U in K-095); all where none has one. */
function usedKeys(tuples: readonly Texts[], keys: readonly string[]): number[] {
  const used = [...keys.keys()].filter(position => tuples.some(texts => texts[position] !== ''));
  return used.length > 0 ? used : [...keys.keys()];
}

/** Step 4 of K-095: what was there goes after what is new, or into its place. */
function appendRest(made: ListNode, rest: readonly YamlNode[], keys: readonly string[]): void {
  for (const item of rest) {
    if (keys.length === 0) {
      placeElement(made, item, [], [keyText(item)]);
      continue;
    }
    const texts: string[] = [];
    if (item.kind !== 'map' && !isNull(item)) throw wrongKind('map', item);
    for (const key of keys) {
      const value = item.kind === 'map' ? item.entries.get(key)?.value : undefined;
      if (value) texts.push(keyText(value));
      else made.items.push(item);
    }
    if (keys.length > 1) placeElement(made, undefined, keys, texts);
    placeElement(made, item, keys, texts);
  }
}

interface Lists {
  readonly dest: ListNode;
  readonly patch: ListNode | undefined;
  /** For what two elements hold. */
  readonly merge: Merge;
}

/** Merges the elements with these key texts of both lists. */
function mergeFound({ dest, patch, merge }: Lists, texts: Texts, merging: Merging): YamlNode | undefined {
  const keys = merging.type?.keys ?? [];
  const own = positionsOf(texts);
  const [names, values] = keys.length === 0 || own.length === 0 ? [keys, texts] : [at(keys, own), at(texts, own)];
  const was = findElement(dest, names, values);
  const patched = patch && findElement(patch, names, values);
  const path = [...merging.path, values.join(',')];
  const value = merge(was, patched, { ...merging, type: merging.type?.items, path });
  if (isNothing(value) && was && patched && was !== patched) merging.removals.push({ path, at: patched.origin.at, was });
  return value;
}

/** The list that a merge makes (K-095). `dest` keeps its identity, as it keeps its place in the object. */
export function mergeElements(lists: Lists, merging: Merging): ListNode {
  const { dest, patch } = lists;
  const keys = merging.type?.keys ?? [];
  if (dest.items.length + (patch?.items.length ?? 0) > MOST_ELEMENTS) throw new MergeProblem('the list is too long to be merged', dest);
  const lossesOf = patch && keys.length > 0 ? watchLosses(patch, keys, merging.losses) : undefined;
  const tuples = collectTexts([patch, dest], keys);
  if (tuples.length === 0) return dest;
  if (keys.length > 1) fillUp(tuples);
  const used = usedKeys(tuples, keys);
  const names = at(keys, used);
  const made = listNode(dest.origin);
  for (const tuple of tuples) {
    const texts = keys.length === 0 ? tuple : at(tuple, used);
    const value = mergeFound(lists, tuple, merging);
    if (value === undefined || isNothing(value)) {
      placeElement(dest, undefined, names, texts);
      continue;
    }
    // What is written as a set has no type of its own any more.
    if (keys.length === 0 && value.kind === 'scalar' && texts[0] !== '') value.tag = undefined;
    placeElement(made, value, names, texts);
  }
  appendRest(made, dest.items, names);
  dest.items = made.items;
  if (lossesOf) merging.losses.push(...lossesOf(dest));
  return dest;
}
