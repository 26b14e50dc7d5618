import { entryOf, mapNode, type MapNode, nodeAt, scalarNode, setEntry } from '../node.ts';
import type { BuildObject } from '../object.ts';

const ANNOTATION = 'internal.config.kubernetes.io/previousNames';

function annotationsOf(root: MapNode): MapNode | undefined {
  const annotations = nodeAt(root, 'metadata', 'annotations');
  return annotations?.kind === 'map' ? annotations : undefined;
}

function hasHistory({ previous, prefixes, suffixes, needsHash, behavior }: BuildObject): boolean {
  return previous.length > 0 || prefixes.length > 0 || suffixes.length > 0 || needsHash || behavior !== undefined;
}

function forget(object: BuildObject): void {
  object.previous = [];
  object.prefixes = [];
  object.suffixes = [];
  object.needsHash = false;
  object.behavior = undefined;
}

/** Takes the mark out again; annotations that were there for it alone go with it. */
function unmark(root: MapNode): boolean {
  const annotations = annotationsOf(root);
  if (!annotations?.entries.delete(ANNOTATION)) return false;
  const metadata = entryOf(root, 'metadata');
  const [first] = annotations.entries.values();
  if (first === undefined) {
    if (metadata?.kind === 'map') metadata.entries.delete('annotations');
  } else if (annotations.origin === metadata?.origin) {
    annotations.origin = first.value.origin;
  }
  return true;
}

/**
 * Runs a patch on an object whose history kustomize keeps in annotations: a patch that takes them away takes the history with it, and
 * `/metadata/annotations` is there for it even where the file has none (K-043). `keeps` is for patches whose history is put back.
 */
export function withHistory<Result>(object: BuildObject, { keeps = false }, patch: () => Result): Result {
  if (!hasHistory(object)) return patch();
  const metadata = entryOf(object.root, 'metadata');
  if (metadata?.kind !== 'map') return patch();
  const annotations = annotationsOf(object.root) ?? mapNode(metadata.origin);
  setEntry(metadata, 'annotations', annotations);
  setEntry(annotations, ANNOTATION, scalarNode('', annotations.origin));
  try {
    return patch();
  } finally {
    if (!unmark(object.root) && !keeps) forget(object);
  }
}
