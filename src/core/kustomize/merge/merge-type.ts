import { entryOf, type YamlNode } from '../node.ts';
import { textOf } from '../object-id.ts';
import { MERGE_TYPES } from './merge-types.ts';

/** What a strategic merge knows of a part of an object: which of its lists are merged, and by which keys (K-093, K-094). */
export interface MergeType {
  readonly fields: ReadonlyMap<string, MergeType>;
  /** Of a list that is merged: keys of its elements, none for a list of scalars. Undefined for what is no such list. */
  readonly keys?: readonly string[];
  readonly items?: MergeType | undefined;
}

/** The type of an object by its own apiVersion and kind; undefined for kinds whose lists are all replaced (K-093). */
export function mergeTypeOf(node: YamlNode | undefined): MergeType | undefined {
  if (node?.kind !== 'map') return undefined;
  const kind = textOf(entryOf(node, 'kind'));
  return kind === '' ? undefined : MERGE_TYPES.get(`${textOf(entryOf(node, 'apiVersion'))} ${kind}`);
}
