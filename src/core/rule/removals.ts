import { lineEndOf } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { commentsOf } from '../yaml/comments.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { holdsOpenLine, offsetsWithin } from '../yaml/open-line.ts';
import type { Place } from '../yaml/place.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import { NodeKind, type NodeId, type Tree } from '../yaml/tree.ts';
import { editable } from './edits.ts';
import type { FileEdit } from './finding.ts';

/** What is removed: from its first character (the dash of a list item) to its last one. */
interface Removed {
  readonly document: YamlDocument;
  readonly span: Span;
}

/** The comments in a span, each on a line of its own where the removed lines were indented: what people wrote stays. */
function keptComments(file: SourceFile, span: Span, indent: string): readonly string[] {
  const { text } = file;
  if (!text.slice(span.start, span.end).includes('#')) return [];
  const inside = commentsOf(file).filter(comment => comment.span.start >= span.start && comment.span.end <= span.end);
  return inside.map(comment => indent + text.slice(comment.span.start, comment.span.end));
}

/** Whole lines with their line end; of the last line of a file that does not end with one, the line end before it. */
function linesAround(file: SourceFile, first: number, last: number): Span {
  const { lines, text } = file;
  const { start } = lines.lineSpan(first);
  if (last < lines.lineCount) return { start, end: lines.lineSpan(last + 1).start };
  const before = first > 1 ? lines.lineSpan(first - 1).end : start;
  return { start: before, end: text.length };
}

/** Removes lines and keeps their comments; undefined where something else shares the first or the last of them. */
function removeLines({ document, span }: Removed): FileEdit | undefined {
  const { file, openLines } = document;
  const { lines, text } = file;
  const end = span.start + text.slice(span.start, span.end).trimEnd().length;
  const first = lines.position(span.start).line;
  const last = lines.position(end).line;
  const whole: Span = { start: lines.lineSpan(first).start, end: lines.lineSpan(last).end };
  const indent = text.slice(whole.start, span.start);
  const rest = text.slice(end, whole.end);
  if (!/^[ \t]*$/.test(indent) || !/^[ \t]*(?:#.*)?$/.test(rest) || offsetsWithin(openLines, whole).length > 0) return undefined;
  const kept = keptComments(file, whole, indent);
  const removed = linesAround(file, first, last);
  const eol = lineEndOf(text);
  const isLast = removed.start < whole.start;
  return { file, span: removed, newText: kept.map(line => (isLast ? eol + line : line + (last < lines.lineCount ? eol : ''))).join('') };
}

/** The mapping or list around a node: the nearest one before it that goes on behind it. */
function parentOf(tree: Tree, node: NodeId): NodeId | undefined {
  for (let above = node - 1; above >= 0; above--) if (tree.next(above) > node) return above;
  return undefined;
}

function childrenOf(tree: Tree, node: NodeId): readonly NodeId[] {
  return Array.from(tree.children(node));
}

/** The key of a node in the block mapping that holds it; undefined for an element of a list, and in JSON. */
function keyOf(tree: Tree, value: NodeId): NodeId | undefined {
  const mapping = parentOf(tree, value);
  if (mapping === undefined || tree.kind(mapping) !== NodeKind.mapping || tree.isFlow(mapping)) return undefined;
  const children = childrenOf(tree, mapping);
  return children[children.indexOf(value) - 1];
}

/**
 * Key of the entry that is to go where the only child of `holder` goes: without children the holder would be null, which the API server
 * reads as absent too. The fields of an object itself (`spec`) stay, and what template lines may add to.
 */
function emptiedKey(document: YamlDocument, tree: Tree, holder: NodeId, count: number): NodeId | undefined {
  const key = childrenOf(tree, holder).length === count && !holdsOpenLine(document, tree, holder) ? keyOf(tree, holder) : undefined;
  const above = key === undefined ? undefined : parentOf(tree, key);
  return above === undefined || parentOf(tree, above) === undefined ? undefined : key;
}

function removeEntry(document: YamlDocument, tree: Tree, key: NodeId): FileEdit | undefined {
  const mapping = parentOf(tree, key);
  if (mapping === undefined || tree.isFlow(mapping)) return undefined;
  const outer = emptiedKey(document, tree, mapping, 2);
  const value = tree.next(key);
  return (
    (outer === undefined ? undefined : removeEntry(document, tree, outer)) ??
    removeLines({ document, span: { start: tree.start(key), end: Math.max(tree.end(key), tree.end(value)) } })
  );
}

/** Removes an entry of a block mapping with its lines, and the mapping with it if it is the only one. Undefined where it shares its lines. */
export function removeKey(place: Place): FileEdit | undefined {
  const at = editable(place);
  if (!at) return undefined;
  const { document, key } = at;
  return document.tree && key !== undefined ? removeEntry(document, document.tree, key) : undefined;
}

/** Removes an element of a block list with its lines, and the list with it if it is the only one. Undefined where it shares its lines. */
export function removeItem(item: Cursor<unknown>): FileEdit | undefined {
  const at = editable(item.at);
  if (!at) return undefined;
  const { document, node } = at;
  const { file, tree } = document;
  const list = tree && node !== undefined ? parentOf(tree, node) : undefined;
  if (!tree || node === undefined || list === undefined || tree.isFlow(list)) return undefined;
  const { line } = file.lines.position(tree.start(node));
  const before = file.text.slice(file.lines.lineSpan(line).start, tree.start(node));
  const [, indent] = /^([ \t]*)-[ \t]+$/.exec(before) ?? [];
  if (indent === undefined) return undefined;
  const outer = emptiedKey(document, tree, list, 1);
  const start = file.lines.lineSpan(line).start + indent.length;
  return (outer === undefined ? undefined : removeEntry(document, tree, outer)) ?? removeLines({ document, span: { start, end: tree.end(node) } });
}
