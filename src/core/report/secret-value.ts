import type { Span } from '../text/span.ts';
import { findEntry } from '../yaml/mapping.ts';
import { NodeKind, type NodeId, type Tree } from '../yaml/tree.ts';

/** A value that is not printed. */
export interface SecretValue {
  /** The text that stands for the secret, quotes and all. */
  readonly span: Span;
  /** The value together with its key: a finding that touches it may speak of the value. */
  readonly entry: Span;
  /** The value as messages would show it; undefined where it is no text. */
  readonly value: string | undefined;
}

/** The text under a key. */
export function textIn(tree: Tree, mapping: NodeId, key: string): string | undefined {
  const entry = findEntry(tree, mapping, key);
  const node = entry && tree.resolve(entry.value);
  return node !== undefined && tree.kind(node) === NodeKind.scalar ? tree.scalarText(node) : undefined;
}

/** What stands where a text belongs (a list in `data`) is as secret as the text. */
export function hideWhole(tree: Tree, node: NodeId): SecretValue {
  const span = tree.span(node);
  return { span, entry: span, value: tree.kind(node) === NodeKind.scalar ? tree.scalarText(node) : undefined };
}
