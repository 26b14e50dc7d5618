import type { Span } from '../text/span.ts';
import type { YamlDocument } from './source-file.ts';
import { NodeKind, type NodeId, type Tree } from './tree.ts';

/** Index of the first element that is not less than `value`. */
function lowerBound(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of sorted offsets that lie in a span. */
export function offsetsWithin(sorted: readonly number[], { start, end }: Span): readonly number[] {
  return sorted.length === 0 ? sorted : sorted.slice(lowerBound(sorted, start), lowerBound(sorted, end));
}

/** Those of sorted offsets that lie in no scalar: template actions in block text and quotes add no keys. */
export function offsetsOutsideScalars(tree: Tree, sorted: readonly number[]): readonly number[] {
  if (sorted.length === 0) return sorted;
  const inside = new Set<number>();
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind(node) === NodeKind.scalar) for (const offset of offsetsWithin(sorted, tree.span(node))) inside.add(offset);
  }
  return sorted.filter(offset => !inside.has(offset));
}

/**
 * Whether lines of template actions stand in the node or beside it: after what precedes it and before what follows it.
 * Their own indentation says nothing (`nindent` sets it), so each may add to any node that it touches.
 */
export function holdsOpenLine(document: YamlDocument, tree: Tree, node: NodeId): boolean {
  const { openLines } = document;
  if (openLines.length === 0) return false;
  const next = tree.next(node);
  const from = node === 0 ? document.span.start : tree.start(node - 1);
  const to = next < tree.size ? tree.start(next) : document.span.end;
  return (openLines[lowerBound(openLines, from)] ?? to) < to;
}
