import type { InputFile } from '../../src/core/engine/input.ts';
import type { Span } from '../../src/core/text/span.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';
import { NodeKind, type NodeId, type Tree } from '../../src/core/yaml/tree.ts';

function* nodesOf(tree: Tree, node: NodeId = 0): Iterable<NodeId> {
  yield node;
  for (const child of tree.children(node)) yield* nodesOf(tree, child);
}

function treesOf({ path, text }: InputFile): Tree[] {
  return parseSource(path, text).documents.flatMap(({ tree }) => (tree && tree.size > 0 ? [tree] : []));
}

/** Offsets of lines before which a line may be inserted: those that no scalar of several lines holds. */
export function lineStarts(file: InputFile): number[] {
  const scalars = treesOf(file).flatMap(tree => [...nodesOf(tree)].filter(node => tree.kind(node) === NodeKind.scalar).map(node => tree.span(node)));
  const blocks = scalars.filter(({ start, end }) => file.text.slice(start, end).includes('\n'));
  const starts = [0, ...Array.from(file.text.matchAll(/\n/g), ({ index }) => index + 1)];
  return starts.filter(at => !blocks.some(({ start, end }) => at > start && at <= end));
}

/** A list in block style: where its first element's dash stands, how far it is indented, and whether its elements are mappings. */
interface BlockList {
  readonly span: Span;
  readonly at: number;
  readonly indent: string;
  readonly ofMappings: boolean;
}

function blockListOf(tree: Tree, node: NodeId, text: string): BlockList[] {
  const [first] = tree.children(node);
  if (first === undefined) return [];
  const line = text.lastIndexOf('\n', tree.start(first)) + 1;
  const indent = /^([ ]*)- +$/.exec(text.slice(line, tree.start(first)))?.[1];
  if (indent === undefined) return [];
  return [{ span: tree.span(node), at: line, indent, ofMappings: tree.kind(tree.resolve(first)) === NodeKind.mapping }];
}

/** The file with an element before the first one of each list around a place, one list after the other. */
export function insertElements({ path, text }: InputFile, place: number): InputFile[] {
  const lists = treesOf({ path, text }).flatMap(tree =>
    [...nodesOf(tree)].flatMap(node => (tree.kind(node) === NodeKind.sequence ? blockListOf(tree, node, text) : [])),
  );
  return lists
    .filter(({ span }) => place >= span.start && place < span.end)
    .map(({ at, indent, ofMappings }) => ({
      path,
      text: `${text.slice(0, at)}${indent}- ${ofMappings ? 'name: ' : ''}inserted\n${text.slice(at)}`,
    }));
}
