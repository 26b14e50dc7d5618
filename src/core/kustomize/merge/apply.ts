import { copyNode, copyWithShares, entryOf, mapNode, type MapNode, nodeAt, setEntry, type YamlNode } from '../node.ts';
import { storePrevious, textOf } from '../object-id.ts';
import type { BuildObject, Removal } from '../object.ts';
import { withHistory } from './history.ts';
import type { Loss } from './losses.ts';
import { mergeNodes } from './merge.ts';
import type { MergeSchema } from './merge-schema.ts';

export interface MergeOptions {
  readonly allowNameChange: boolean;
  readonly allowKindChange: boolean;
}

type Saved = readonly [parent: readonly string[], key: string, value: YamlNode | undefined];

function save(root: MapNode, parent: readonly string[], key: string): Saved {
  const value = nodeAt(root, ...parent, key);
  return [parent, key, value && copyNode(value)];
}

/** Puts back what a patch must not change. */
function restore(root: MapNode, [parent, key, value]: Saved): void {
  const [name] = parent;
  let map: YamlNode | undefined = root;
  if (name !== undefined) {
    map = entryOf(root, name);
    if (map?.kind !== 'map' && value) setEntry(root, name, (map = mapNode(value.origin)));
  }
  if (map?.kind !== 'map') return;
  const now = entryOf(map, key);
  if (value && textOf(value) !== '') {
    if (now === undefined || textOf(now) !== textOf(value)) setEntry(map, key, value);
    else now.origin = value.origin;
  } else if (key === 'namespace') {
    map.entries.delete(key);
  }
}

/**
 * Merges a patch into an object, and tells what of it is passed over. Name and kind stay unless the options let them change, the namespace always does (K-083).
 * Throws a MergeProblem, with the object as it was, where the two do not fit.
 */
export function mergePatch(object: BuildObject, patch: MapNode, options: MergeOptions, schema: MergeSchema): readonly Loss[] {
  const losses: Loss[] = [];
  const kept = [
    ...(options.allowKindChange ? [] : [save(object.root, [], 'kind')]),
    ...(options.allowNameChange ? [] : [save(object.root, ['metadata'], 'name')]),
    save(object.root, ['metadata'], 'namespace'),
  ];
  if (options.allowKindChange || options.allowNameChange) storePrevious(object);
  withHistory(object, {}, () => {
    const removals: Removal[] = [];
    const made = mergeNodes(copyWithShares(object.root), patch, { schema, type: undefined, path: [], removals, losses });
    object.root = made?.kind === 'map' ? made : mapNode(object.root.origin);
    object.removals.push(...removals);
    if (object.root.entries.size === 0) return;
    for (const saved of kept) restore(object.root, saved);
  });
  return losses;
}
