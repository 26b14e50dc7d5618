import { entriesOf, findEntry, keyText } from './mapping.ts';
import { isPlaceholder } from './mask.ts';
import { NodeKind, type NodeId, type Tree } from './tree.ts';

/** Fields that tell the elements of API lists apart, the likeliest first. */
const ELEMENT_KEYS = ['name', 'key', 'type', 'host', 'path', 'port', 'containerPort', 'mountPath', 'ip', 'kind'];

/** FNV-1a over UTF-16 units: a short stable name for a value, not a secret. */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

function keyOf(tree: Tree, element: NodeId): string | undefined {
  for (const name of ELEMENT_KEYS) {
    const found = findEntry(tree, element, name);
    const value = found && tree.resolve(found.value);
    if (value === undefined || tree.kind(value) !== NodeKind.scalar || isPlaceholder(tree.scalarText(value))) continue;
    const scalar = tree.scalarValue(value);
    if (scalar !== null) return String(scalar);
  }
  return undefined;
}

/** Longer texts, such as scripts, would make a path unreadable. */
const LONGEST_STEP = 63;

/** A value beyond so many nodes is told by the first of them: aliases of aliases have no end. */
const MOST_NODES = 1000;

/**
 * Writes the value of a node so that indentation, quotes, aliases, comments and the order of keys make no difference.
 * What its lists hold is left out: an element is the same one after its own lists have grown.
 */
class ValueText {
  #left = MOST_NODES;
  readonly #tree: Tree;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  of(written: NodeId): string {
    if (this.#left-- <= 0) return '';
    const tree = this.#tree;
    const node = tree.resolve(written);
    const kind = tree.kind(node);
    if (kind === NodeKind.mapping) {
      const named = entriesOf(tree, node).map(({ key, value }) => ({ name: JSON.stringify(keyText(tree, key)), value }));
      const sorted = named.sort((a, b) => (a.name < b.name ? -1 : 1));
      return `{${sorted.map(({ name, value }) => `${name}:${this.of(value)}`).join()}}`;
    }
    return kind === NodeKind.scalar ? this.#scalar(node) : '[]';
  }

  #scalar(node: NodeId): string {
    const value = this.#tree.scalarValue(node);
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  }
}

/** How a path names a list element: by the element's key, or by a hash of its value, so that it survives insertions before it and another style. */
export function elementStep(tree: Tree, element: NodeId): string {
  const node = tree.resolve(element);
  const text = tree.kind(node) === NodeKind.scalar ? tree.scalarText(node) : undefined;
  if (text !== undefined && text.length <= LONGEST_STEP && !text.includes('\n')) return text;
  const key = tree.kind(node) === NodeKind.mapping ? keyOf(tree, node) : undefined;
  return key ?? `#${hashText(new ValueText(tree).of(node))}`;
}
