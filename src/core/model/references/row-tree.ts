import type { KindName, ReferenceRow } from './reference.ts';

/** Steps that the rows of one kind have in common, so that an object is walked once for all of them. */
export interface RowTree {
  readonly rows: ReferenceRow[];
  readonly fields: Map<string, RowTree>;
  /** The step into every element of a list. */
  elements: RowTree | undefined;
}

function emptyTree(): RowTree {
  return { rows: [], fields: new Map(), elements: undefined };
}

/** `a.{b,c[].d}` as `a.b` and `a.c[].d`. Braces do not nest. */
function expandBraces(path: string): readonly string[] {
  const [, before = '', choices, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  return choices === undefined ? [path] : choices.split(',').flatMap(choice => expandBraces(before + choice + after));
}

/** `env[].valueFrom` as `env`, `[]`, `valueFrom`. */
export function stepsOf(path: string): readonly string[] {
  if (path === '') return [];
  return path.split('.').flatMap(part => (part.endsWith('[]') ? [part.slice(0, -2), '[]'] : [part]));
}

function descend(tree: RowTree, step: string): RowTree {
  if (step === '[]') return (tree.elements ??= emptyTree());
  const known = tree.fields.get(step);
  if (known) return known;
  const fresh = emptyTree();
  tree.fields.set(step, fresh);
  return fresh;
}

function plant(tree: RowTree, row: ReferenceRow): void {
  for (const path of expandBraces(row.at)) stepsOf(path).reduce(descend, tree).rows.push(row);
}

/** The rows of pod templates, of every object, and those of each kind. */
export interface RowForest {
  readonly pod: RowTree;
  readonly any: RowTree;
  readonly byKind: ReadonlyMap<KindName, RowTree>;
}

export function plantRows(rows: readonly ReferenceRow[]): RowForest {
  const [pod, any] = [emptyTree(), emptyTree()];
  const byKind = new Map<KindName, RowTree>();
  for (const row of rows) {
    if (row.from === 'pod') plant(pod, row);
    else if (row.from === 'any') plant(any, row);
    else
      for (const kind of row.from) {
        const tree = byKind.get(kind) ?? emptyTree();
        byKind.set(kind, tree);
        plant(tree, row);
      }
  }
  return { pod, any, byKind };
}
