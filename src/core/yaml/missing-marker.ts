import { ownEntries, keyText } from './mapping.ts';
import type { SyntaxProblem } from './problem.ts';
import { NodeKind, type Tree } from './tree.ts';

const MARKS = new Set(['apiVersion', 'kind']);

function isAtRoot(tree: Tree, problem: SyntaxProblem): boolean {
  return ownEntries(tree, 0).some(({ key }) => tree.start(key) === problem.span.start);
}

/**
 * Two objects without `---` between them make a key of each field stand twice. That is one mistake: it replaces the
 * duplicates of the root where apiVersion or kind is among them.
 */
export function foldMissingMarker(tree: Tree, problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const hasDuplicates = problems.some(({ kind }) => kind === 'duplicate-key');
  if (!hasDuplicates || tree.kind(0) !== NodeKind.mapping || tree.isFlow(0)) return problems;
  const duplicates = problems.filter(problem => problem.kind === 'duplicate-key' && isAtRoot(tree, problem));
  const keys = ownEntries(tree, 0).map(({ key }) => ({ start: tree.start(key), text: keyText(tree, key) }));
  const [first] = duplicates;
  if (!first || !keys.some(({ start, text }) => MARKS.has(text) && duplicates.some(({ span }) => span.start === start))) return problems;
  const name = keys.find(({ start }) => start === first.span.start)?.text ?? '';
  const at = first.span.start;
  const folded: SyntaxProblem = {
    kind: 'missing-marker',
    cause: `"${name}" stands twice: "---" is missing between two objects`,
    help: 'put a line with "---" between the two objects',
    span: first.span,
    ...(first.related && { related: { ...first.related, note: 'the object above begins here' } }),
    fatal: false,
    edits: [{ span: { start: at, end: at }, newText: '---\n' }],
  };
  return [...problems.filter(problem => !duplicates.includes(problem)), folded];
}
