import { ownEntries, keyText } from './mapping.ts';
import type { SyntaxProblem } from './problem.ts';
import { NodeKind, type Tree } from './tree.ts';

const MARKS = new Set(['apiVersion', 'kind']);

/**
 * Two objects without `---` between them make a key of each field stand twice. That is one mistake: it replaces the
 * duplicates of the root where apiVersion or kind is among them.
 */
export function foldMissingMarker(tree: Tree, problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const hasDuplicates = problems.some(({ kind }) => kind === 'duplicate-key');
  if (!hasDuplicates || tree.kind(0) !== NodeKind.mapping || tree.isFlow(0)) return problems;
  const keys = new Map(ownEntries(tree, 0).map(({ key }) => [tree.start(key), keyText(tree, key)]));
  const duplicates = problems.filter(({ kind, span }) => kind === 'duplicate-key' && keys.has(span.start));
  const [first] = duplicates;
  if (!first || !duplicates.some(({ span }) => MARKS.has(keys.get(span.start) ?? ''))) return problems;
  const name = keys.get(first.span.start) ?? '';
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
  return [...problems.filter(({ kind, span }) => kind !== 'duplicate-key' || !keys.has(span.start)), folded];
}
