import type { SyntaxProblem } from './problem.ts';
import { NodeKind, type NodeId, type Tree } from './tree.ts';

function checkMapping(tree: Tree, mapping: NodeId): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const seen = new Map<string, NodeId>();
  let isKey = true;
  for (const child of tree.children(mapping)) {
    if (isKey && tree.kind(child) === NodeKind.scalar) {
      const key = tree.scalarText(child);
      const first = seen.get(key);
      if (first === undefined || key === '<<') seen.set(key, child);
      else
        problems.push({
          kind: 'duplicate-key',
          cause: `key "${key}" stands twice`,
          span: tree.span(child),
          related: { span: tree.span(first), note: `the first "${key}" is here` },
          fatal: false,
        });
    }
    isKey = !isKey;
  }
  return problems;
}

/** Keys that stand twice in one mapping; kubectl keeps the last one (S-349). */
export function findDuplicateKeys(tree: Tree): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (let node = 0; node < tree.size; node++) if (tree.kind(node) === NodeKind.mapping) problems.push(...checkMapping(tree, node));
  return problems;
}
