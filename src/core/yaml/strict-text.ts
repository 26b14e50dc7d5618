import type { Span } from '../text/span.ts';
import type { SyntaxProblem } from './problem.ts';
import { jsonStart } from './split.ts';
import { NodeKind, ScalarStyle, type NodeId, type Tree } from './tree.ts';

const TAB_LINE = /^[ ]*\t[ \t]*(?:#.*)?$/gm;
const BLANK_AFTER_PLAIN = 1;

/** The node before `offset` whose text comes closest to it, and the start of the mapping or list that holds it. */
function nodeBefore(tree: Tree, offset: number): NodeId | undefined {
  let found: NodeId | undefined;
  for (let node = 0; node < tree.size && tree.start(node) <= offset; node++) {
    if (tree.kind(node) === NodeKind.scalar || (tree.isFlow(node) && tree.end(node) > offset)) found = node;
  }
  return found;
}

/** Column of the key or dash that owns the value before a blank line. */
function indentBefore(source: string, offset: number): number {
  const lineStart = source.lastIndexOf('\n', offset) + 1;
  return /^[ ]*/.exec(source.slice(lineStart, offset))?.[0].length ?? 0;
}

/** Whether kubectl takes a blank line with a tab here: in quotes, brackets and block text, or deep enough after unquoted text. */
function takesTab(tree: Tree, offset: number): boolean {
  const node = nodeBefore(tree, offset);
  if (node === undefined) return false;
  const { source } = tree;
  if (tree.isFlow(node) || tree.end(node) > offset) {
    if (tree.style(node) < ScalarStyle.literal || tree.isFlow(node)) return true;
    const column = offset - source.lastIndexOf('\n', offset) - 1;
    return column >= blockIndent(source, tree.span(node));
  }
  if (tree.style(node) !== ScalarStyle.plain || tree.isEmpty(node) || source.slice(tree.end(node), offset).trim() !== '') return false;
  return offset - source.lastIndexOf('\n', offset) - 1 >= indentBefore(source, tree.start(node)) + BLANK_AFTER_PLAIN;
}

function blockIndent(source: string, { start, end }: Span): number {
  const first = /^( *)[^ \r\n]/m.exec(source.slice(start, end));
  return first?.[1]?.length ?? 0;
}

/** Blank lines and comments that begin with a tab: js-yaml skips them, kubectl refuses the document. */
function* tabLines(tree: Tree, span: Span): Iterable<SyntaxProblem> {
  const text = tree.source.slice(span.start, span.end);
  if (!text.includes('\t')) return;
  for (const { index, 0: line } of text.matchAll(TAB_LINE)) {
    const tab = span.start + index + line.indexOf('\t');
    if (takesTab(tree, tab)) continue;
    const isBlank = line.trim() === '';
    const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
    const edit = { span: { start: span.start + index, end: span.start + index + blanks.length }, newText: blanks.replaceAll('\t', isBlank ? '' : '  ') };
    const [cause, help] = isBlank ? ['a tab stands on this blank line', 'delete the tab'] : ['a tab indents this comment', 'indent it with spaces'];
    yield { kind: 'tab-indentation', cause, help, span: { start: tab, end: tab + 1 }, fatal: false, edits: [edit] };
    return;
  }
}

/** `\/` is an escape of JSON and of YAML 1.2, not of the YAML that kubectl reads. */
function* slashEscapes(tree: Tree, span: Span): Iterable<SyntaxProblem> {
  const { source } = tree;
  if (!source.slice(span.start, span.end).includes('\\/') || jsonStart(source, span) !== undefined) return;
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind(node) !== NodeKind.scalar || tree.style(node) !== ScalarStyle.doubleQuoted || tree.isVerbatim(node)) continue;
    for (const { index, 0: escape } of source.slice(tree.start(node), tree.end(node)).matchAll(/\\[^]/g)) {
      if (escape !== '\\/') continue;
      const start = tree.start(node) + index;
      yield { kind: 'syntax', cause: '"\\/" is no escape that kubectl knows', help: 'write "/" alone', span: { start, end: start + 2 }, fatal: false };
      return;
    }
  }
}

/** kubectl refuses directives: it cuts the stream at `---`, and the directive stays behind alone. */
function* directives(tree: Tree, span: Span): Iterable<SyntaxProblem> {
  const text = tree.source.slice(span.start, tree.size > 0 ? tree.start(0) : span.end);
  const directive = text.includes('%') ? /^%[A-Z][^\n\r]*/m.exec(text) : undefined;
  if (!directive) return;
  const start = span.start + directive.index;
  const name = /^%[A-Z]+/.exec(directive[0])?.[0] ?? '%';
  yield {
    kind: 'document-marker',
    cause: `kubectl refuses a document with a "${name}" directive`,
    help: 'delete the directive',
    span: { start, end: start + directive[0].length },
    fatal: false,
  };
}

/** Text beside `---`, which kubectl refuses although it is YAML. */
function* markerText(tree: Tree, span: Span): Iterable<SyntaxProblem> {
  const marker = /---[ \t]+(?=[^\s#])[^\n\r]*/y;
  marker.lastIndex = span.start;
  const found = marker.exec(tree.source);
  if (!found) return;
  yield {
    kind: 'document-marker',
    cause: 'text stands behind "---", which kubectl refuses',
    help: 'begin a new line after "---"',
    span: { start: span.start, end: span.start + found[0].length },
    fatal: false,
  };
}

/** What js-yaml reads in a document's text and kubectl refuses. */
export function checkText(tree: Tree, span: Span): SyntaxProblem[] {
  return [...tabLines(tree, span), ...slashEscapes(tree, span), ...directives(tree, span), ...markerText(tree, span)];
}
