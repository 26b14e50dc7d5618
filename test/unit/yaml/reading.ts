import { Cursor } from '../../../src/core/yaml/cursor.ts';
import { parseSource, type ReadOptions } from '../../../src/core/yaml/parse-source.ts';
import type { SyntaxProblem } from '../../../src/core/yaml/problem.ts';
import type { SourceFile } from '../../../src/core/yaml/source-file.ts';
import { toValue, type PlainValue } from '../../../src/core/yaml/to-value.ts';

const BUDGET = 100_000;

export function readText(text: string, options: ReadOptions = {}): SourceFile {
  return parseSource('k8s/web.yaml', text, options);
}

/** The root of the only document that holds something. */
export function rootOf(text: string): Cursor {
  const roots = readText(text).documents.flatMap(document => Cursor.root(document) ?? []);
  const [root] = roots;
  if (!root || roots.length > 1) throw new Error(`${roots.length} documents hold something`);
  return root;
}

/** The values of all documents, null for those without a tree. */
export function valuesOf(text: string): PlainValue[] {
  return readText(text).documents.map(document => {
    const root = Cursor.root(document);
    return root ? (toValue(root, BUDGET) ?? null) : null;
  });
}

export function valueOf(text: string): PlainValue {
  return toValue(rootOf(text), BUDGET) ?? null;
}

export function problemsOf(text: string, options: ReadOptions = {}): SyntaxProblem[] {
  return readText(text, options).documents.flatMap(({ problems }) => problems);
}

/** A problem as `line:column kind cause`, fatal ones with a `!`. */
export function tellProblems(text: string, options: ReadOptions = {}): string[] {
  const { lines } = readText(text);
  return problemsOf(text, options).map(({ kind, cause, span, fatal }) => {
    const { line, column } = lines.position(span.start);
    return `${line}:${column} ${kind}${fatal ? '!' : ''} ${cause}`;
  });
}
