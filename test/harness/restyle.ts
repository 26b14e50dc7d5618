import { NodeKind, ScalarStyle, type NodeId, type Tree } from '../../src/core/yaml/tree.ts';

/** A scalar in one line: strings in double quotes, other values as they are written, nothing as null. */
function renderScalar(tree: Tree, node: NodeId): string {
  if (tree.isEmpty(node)) return 'null';
  const value = tree.scalarValue(node);
  if (typeof value === 'string') return JSON.stringify(value);
  return tree.style(node) === ScalarStyle.plain ? tree.scalarText(node) : JSON.stringify(tree.scalarText(node));
}

/** A key keeps its text: kubectl reads `on:` as another key than `"on":`. */
function renderKey(tree: Tree, node: NodeId): string {
  const text = tree.scalarText(node);
  return typeof tree.scalarValue(node) === 'string' && text !== '<<' ? JSON.stringify(text) : text;
}

function entriesOf(tree: Tree, node: NodeId): [NodeId, NodeId][] {
  const children = [...tree.children(node)];
  return children.flatMap((key, index): [NodeId, NodeId][] => {
    const value = children[index + 1];
    return index % 2 === 0 && value !== undefined ? [[key, value]] : [];
  });
}

function renderFlowNode(tree: Tree, written: NodeId): string {
  const node = tree.resolve(written);
  if (tree.kind(node) === NodeKind.mapping)
    return `{${entriesOf(tree, node)
      .map(([key, value]) => `${renderKey(tree, key)}: ${renderFlowNode(tree, value)}`)
      .join(', ')}}`;
  if (tree.kind(node) === NodeKind.sequence) return `[${[...tree.children(node)].map(child => renderFlowNode(tree, child)).join(', ')}]`;
  return renderScalar(tree, node);
}

function renderBlockNode(tree: Tree, written: NodeId, indent: string): string {
  const node = tree.resolve(written);
  const isMapping = tree.kind(node) === NodeKind.mapping;
  const children = tree.kind(node) === NodeKind.scalar ? [] : [...tree.children(node)];
  if (children.length === 0) return ` ${renderFlowNode(tree, node)}\n`;
  const deeper = `${indent}    `;
  if (!isMapping) return `\n${children.map(child => `${indent}-${renderBlockNode(tree, child, deeper)}`).join('')}`;
  return `\n${entriesOf(tree, node)
    .map(([key, value]) => `${indent}${renderKey(tree, key)}:${renderBlockNode(tree, value, deeper)}`)
    .join('')}`;
}

/** A document as one line of flow style, its aliases expanded. */
export function renderFlow(tree: Tree): string {
  return `${renderFlowNode(tree, 0)}\n`;
}

/** A document in block style, four blanks a level, its aliases expanded. */
export function renderBlock(tree: Tree): string {
  return renderBlockNode(tree, 0, '').trimStart();
}
