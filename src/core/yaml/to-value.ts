import type { Cursor } from './cursor.ts';
import { entriesOf, keyText } from './mapping.ts';
import type { ScalarValue } from './scalar.ts';
import { NodeKind, type NodeId, type Tree } from './tree.ts';

/** A field's value without places. Mappings have no prototype, so that `__proto__` is a key like any other. */
export type PlainValue = ScalarValue | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** A mapping to be filled: it has no prototype. */
export function bareObject<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** Aliases to aliases may nest deeper than the text does. */
const MAX_DEPTH = 1000;

class Exhausted extends Error {}

class Converter {
  readonly #tree: Tree;
  #budget: number;

  constructor(tree: Tree, budget: number) {
    this.#tree = tree;
    this.#budget = budget;
  }

  convert(id: NodeId, depth: number): PlainValue {
    if (this.#budget-- <= 0 || depth > MAX_DEPTH) throw new Exhausted();
    const node = this.#tree.resolve(id);
    switch (this.#tree.kind(node)) {
      case NodeKind.scalar:
        return this.#tree.scalarValue(node);
      case NodeKind.sequence:
        return Array.from(this.#tree.children(node), child => this.convert(child, depth + 1));
      case NodeKind.mapping:
        return this.#mapping(node, depth);
      default:
        return null;
    }
  }

  #mapping(node: NodeId, depth: number): PlainValue {
    const mapping = bareObject<PlainValue>();
    for (const { key, value } of entriesOf(this.#tree, node)) mapping[keyText(this.#tree, key)] = this.convert(value, depth + 1);
    return mapping;
  }
}

/** The value of a node with aliases and merges resolved; undefined when it holds more than `budget` nodes. */
export function nodeToValue(tree: Tree, node: NodeId, budget: number): PlainValue | undefined {
  try {
    return new Converter(tree, budget).convert(node, 0);
  } catch (error) {
    if (error instanceof Exhausted) return undefined;
    throw error;
  }
}

/** The value of what is written at the cursor; undefined for absent and unknown fields, and above `budget` nodes. */
export function toValue(cursor: Cursor<unknown>, budget: number): PlainValue | undefined {
  const { at, document } = cursor;
  if (!cursor.isWritten || !document.tree || at.node === undefined) return undefined;
  return nodeToValue(document.tree, at.node, budget);
}

/** The same text for equal values, whatever the order of their keys: for hashes and deep comparisons. */
export function stableText(value: PlainValue): string {
  if (typeof value === 'bigint') return String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stableText(inner)}`).join(',')}}`;
}
