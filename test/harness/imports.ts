import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from './shared.ts';

export interface Import {
  /** Path from the project root, with `/`. */
  readonly from: string;
  /** Path from the project root for a relative import, else the specifier as written. */
  readonly to: string;
}

const skippedFolders = new Set(['node_modules', 'dist', 'build', 'coverage', '.git', 'fixtures', 'tools', 'corpus']);

/** Every TypeScript file under `folder`, as paths from the project root. */
export function findSources(folder: string, extension = '.ts'): string[] {
  return readdirSync(path.join(projectRoot, folder), { withFileTypes: true })
    .flatMap(entry => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : findSources(name, extension);
      return entry.name.endsWith(extension) ? [name] : [];
    })
    .sort();
}

export function parseFile(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(path.join(projectRoot, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  const loads = ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require');
  return loads ? node.arguments[0] : undefined;
}

/** Static, type-only and dynamic imports and re-exports of a file, in order. */
export function findImports(file: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) {
      const to = specifier.text.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier.text) : specifier.text;
      found.push({ from: file, to });
    }
    ts.forEachChild(node, visit);
  };
  visit(parseFile(file));
  return found;
}

/** The first circle of imports that is met, as the files in turn; undefined if there is none. */
export function findCircle(imports: readonly Import[]): readonly string[] | undefined {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (file: string, above: readonly string[]): readonly string[] | undefined => {
    const seen = above.indexOf(file);
    if (seen >= 0) return [...above.slice(seen), file];
    if (done.has(file)) return undefined;
    for (const to of targets.get(file) ?? []) {
      const circle = walk(to, [...above, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of targets.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return undefined;
}
