import { YAMLException } from 'js-yaml';
import { LineTable } from '../text/line-table.ts';
import type { Span } from '../text/span.ts';
import { ComposeError, composeDocuments } from './compose.ts';
import { findDuplicateKeys } from './duplicate-keys.ts';
import { maskTemplates } from './mask.ts';
import type { SyntaxProblem } from './problem.ts';
import type { SourceFile, YamlDocument } from './source-file.ts';
import { splitDocuments } from './split.ts';
import type { Tree } from './tree.ts';

function problemOf(error: unknown, span: Span): SyntaxProblem {
  if (error instanceof ComposeError) return { kind: 'undefined-alias', cause: error.message, span: error.span, fatal: true };
  if (!(error instanceof YAMLException)) throw error;
  const at = Math.min(span.start + (error.mark?.position ?? 0), span.end);
  const kind = error.reason.startsWith('tab characters') ? 'tab-indentation' : 'syntax';
  return { kind, cause: error.reason, span: { start: at, end: Math.min(at + 1, span.end) }, fatal: true };
}

function composeOrExplain(source: string, span: Span): { trees: Tree[]; problems: SyntaxProblem[] } {
  try {
    return { trees: composeDocuments(source.slice(span.start, span.end), source, span.start), problems: [] };
  } catch (error) {
    return { trees: [], problems: [problemOf(error, span)] };
  }
}

/** Reads a YAML or JSON text. Never throws: what cannot be read is a problem of its document. */
export function parseSource(path: string, text: string): SourceFile {
  const templated = text.includes('{{');
  const { text: source, openLines } = templated ? maskTemplates(text) : { text, openLines: [] };
  const documents: YamlDocument[] = [];
  const file: SourceFile = { path, text, lines: new LineTable(text), documents, templated };
  for (const span of splitDocuments(source)) {
    const { trees, problems } = composeOrExplain(source, span);
    const open = openLines.filter(line => line >= span.start && line < span.end);
    const document = (tree: Tree | undefined, found: readonly SyntaxProblem[]): YamlDocument => ({
      file,
      index: documents.length,
      span,
      tree,
      problems: found,
      openLines: open,
    });
    if (problems.length > 0) documents.push(document(undefined, problems));
    for (const tree of trees) documents.push(document(tree, findDuplicateKeys(tree)));
  }
  return file;
}
