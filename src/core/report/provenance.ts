import type { Build } from '../kustomize/build.ts';
import type { BuildObject } from '../kustomize/object.ts';
import type { Origin } from '../yaml/origin.ts';
import type { Place } from '../yaml/place.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import { NodeKind, ScalarStyle, type NodeId, type Tree } from '../yaml/tree.ts';
import { escapeUnseen } from './escape.ts';

function renderPlace(place: Place): string {
  const { file, span } = place;
  return `${file.path}:${String(file.lines.position(span.start).line)}`;
}

function renderOrigin({ at, changes }: Origin): string {
  const notes = changes.map(change => `${change.note} (${renderPlace(change.at)})`);
  return [renderPlace(at), ...notes].join(', ');
}

/** Nodes of a tree that end a line of their own: scalars that are no keys, and empty collections. */
function* leavesOf(tree: Tree, node: NodeId): Generator<NodeId> {
  const kind = tree.kind(node);
  if (kind === NodeKind.scalar || tree.next(node) === node + 1) {
    yield node;
    return;
  }
  const isMapping = kind === NodeKind.mapping;
  let isKey = isMapping;
  for (const child of tree.children(node)) {
    if (!isKey) yield* leavesOf(tree, child);
    if (isMapping) isKey = !isKey;
  }
}

/** The line that takes the comment: of block text its header, else the last line of the value. */
function lineOf({ file }: YamlDocument, tree: Tree, node: NodeId): number {
  if (tree.style(node) !== ScalarStyle.literal || tree.kind(node) !== NodeKind.scalar) return file.lines.position(tree.end(node)).line;
  const { line } = file.lines.position(tree.start(node));
  return /[|>][-+0-9]*$/.test(file.lines.lineText(line)) ? line : line - 1;
}

/** Whether a value is what the object's own file says, although something else says it again: merge keys of patches, a namespace. */
function isRepeated(text: string, { changes }: Origin, home: string): boolean {
  return changes.some(({ at }) => {
    const { start, end } = at.valueSpan;
    return at.file.path === home && at.file.text.slice(start, end) === text;
  });
}

/** Comments by line: of what comes from another file than the object, or was changed on its way. */
function commentsOf(document: YamlDocument, home: string): Map<number, string> {
  const comments = new Map<number, string>();
  const { tree, origins } = document;
  if (!tree || !origins || tree.size === 0) return comments;
  for (const leaf of leavesOf(tree, 0)) {
    const origin = origins.of(leaf);
    const isOther = origin.at.file.path !== home;
    if (isOther && isRepeated(tree.source.slice(tree.start(leaf), tree.end(leaf)), origin, home)) continue;
    if (isOther || origin.changes.length > 0) comments.set(lineOf(document, tree, leaf), renderOrigin(origin));
  }
  return comments;
}

function headOf({ origin, removals }: BuildObject): string[] {
  return [renderOrigin(origin), ...removals.map(({ path, at }) => `${path.join('.')} is removed (${renderPlace(at)})`)];
}

const comment = (text: string): string => `# ${escapeUnseen(text)}`;

function annotate(document: YamlDocument, object: BuildObject): string {
  const { lines, text } = document.file;
  const { line: first } = lines.position(document.span.start);
  const written = text.slice(document.span.start, document.span.end).replace(/\n$/, '').split('\n');
  const comments = commentsOf(document, object.origin.at.file.path);
  const head = headOf(object).map(comment);
  const rows = written.map((row, index) => {
    const note = comments.get(first + index);
    return note === undefined ? row : `${row} ${comment(note)}`;
  });
  const marker = rows[0] === '---' ? rows.splice(0, 1) : [];
  return `${[...marker, ...head, ...rows].join('\n')}\n`;
}

/** What a build prints, with the place of each object above it, and behind each line that something else wrote or changed where that stands. */
export function renderProvenance({ documents, objects }: Pick<Build, 'documents' | 'objects'>): string {
  return documents.map((document, index) => (objects[index] ? annotate(document, objects[index]) : '')).join('');
}
