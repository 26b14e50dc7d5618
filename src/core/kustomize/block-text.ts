import type { YamlDocument } from '../yaml/source-file.ts';
import type { NodeId, Tree } from '../yaml/tree.ts';

/** Whether only white space stands between two offsets. */
function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/.test(source.charAt(at))) return false;
  return true;
}

/** Text of a block scalar. Where it ends the document, it has no more final line breaks than are written (K-007). */
export function blockText(document: YamlDocument, tree: Tree, node: NodeId): string {
  const text = tree.scalarText(node);
  const { end } = document.span;
  if (!text.endsWith('\n') || !isBlank(tree.source, tree.end(node), end)) return text;
  const body = tree.source.slice(tree.start(node), end);
  const written = body.slice(body.trimEnd().length).split('\n').length - 1;
  const kept = text.replace(/\n+$/, '');
  return kept + '\n'.repeat(Math.min(text.length - kept.length, written));
}
