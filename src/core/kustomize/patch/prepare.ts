import type { Place } from '../../yaml/place.ts';
import { copyNode, entryOf, isNull, mapNode, type MapNode, nodeAt, scalarNode, setEntry } from '../node.ts';
import { setPlainKey } from '../plain-key.ts';
import { apiVersionOf, textOf } from '../object-id.ts';
import type { BuildObject } from '../object.ts';
import { quoteAsNeeded } from '../merge/merge.ts';

/** Labels or annotations of a patch become texts, nulls too: none deletes any more (K-084). */
function stringify(metadata: MapNode, field: 'labels' | 'annotations'): void {
  const pairs = entryOf(metadata, field);
  metadata.entries.delete(field);
  if (pairs?.kind !== 'map' || pairs.entries.size === 0) return;
  const made = mapNode(pairs.origin);
  for (const [key, { keyOrigin, value }] of pairs.entries) {
    const text = value.kind === 'scalar' ? value.text : '';
    const node = scalarNode(text, value.origin, 'str', text.includes('\n') ? 'literal' : 'plain');
    quoteAsNeeded(node);
    setPlainKey(made, key, node, keyOrigin);
  }
  setEntry(metadata, field, made);
}

/** Labels and annotations that a patch means to delete with `null`, which becomes their text (K-084). */
export function nullPairs({ root }: BuildObject): readonly { readonly key: string; readonly at: Place }[] {
  return ['labels', 'annotations'].flatMap(field => {
    const pairs = nodeAt(root, 'metadata', field);
    if (pairs?.kind !== 'map') return [];
    return [...pairs.entries].flatMap(([key, { value }]) => (isNull(value) ? [{ key, at: value.origin.at }] : []));
  });
}

/** A copy of a patch for an object that a target has selected: its apiVersion is the object's (K-083). */
export function preparePatch(patch: BuildObject, target: BuildObject): MapNode {
  const root = copyNode(patch.root);
  if (root.kind !== 'map') return patch.root;
  const metadata = entryOf(root, 'metadata');
  if (metadata?.kind === 'map') {
    stringify(metadata, 'labels');
    stringify(metadata, 'annotations');
    if (textOf(entryOf(metadata, 'namespace')) === '') metadata.entries.delete('namespace');
  }
  const apiVersion = entryOf(target.root, 'apiVersion');
  if (apiVersion) setEntry(root, 'apiVersion', { ...copyNode(apiVersion) });
  else if (apiVersionOf(patch) !== '') root.entries.delete('apiVersion');
  return root;
}
