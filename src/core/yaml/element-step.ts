import { findEntry } from './mapping.ts';
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

/** How a path names a list element: by the element's key, or by a hash of its text, so that it survives insertions before it. */
export function elementStep(tree: Tree, element: NodeId): string {
  const node = tree.resolve(element);
  const text = tree.kind(node) === NodeKind.scalar ? tree.scalarText(node) : undefined;
  if (text !== undefined && text.length <= LONGEST_STEP && !text.includes('\n')) return text;
  const key = tree.kind(node) === NodeKind.mapping ? keyOf(tree, node) : undefined;
  return key ?? `#${hashText(tree.source.slice(tree.start(node), tree.end(node)))}`;
}
