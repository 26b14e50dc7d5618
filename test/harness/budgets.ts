import ts from 'typescript';
import { parseFile } from './imports.ts';

export interface FunctionSize {
  readonly name: string;
  readonly lines: number;
  readonly parameters: number;
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name) return node.name.getText();
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : '(anonymous)';
}

/** Length and number of parameters of every function with a body. */
export function measureFunctions(file: string): FunctionSize[] {
  const source = parseFile(file);
  const lineAt = (offset: number): number => source.getLineAndCharacterOfPosition(offset).line;
  const sizes: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      sizes.push({ name: nameOf(node), lines: lineAt(node.end) - lineAt(node.getStart()) + 1, parameters: node.parameters.length });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sizes;
}

export function countLines(file: string): number {
  return parseFile(file).text.trimEnd().split('\n').length;
}
