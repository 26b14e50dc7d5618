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

/** `env[].valueFrom` as `env`, `[]`, `valueFrom`; `annotations[a.b/c]` as `annotations`, `a.b/c`. */
export function stepsOf(path: string): readonly string[] {
  return [...path.matchAll(/\[([^\]]+)\]|\[\]|[^.[\]]+/g)].map(([step, key]) => key ?? step);
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

/** Whose rows: those of pod templates, of every object, or of a kind. */
type Owner = KindName | 'pod' | 'any';

/** The trees of a table of rows, each planted when it is first asked for: most files hold few kinds. */
export class RowForest {
  readonly #rows = new Map<Owner, ReferenceRow[]>();
  readonly #planted = new Map<Owner, RowTree>();

  constructor(rows: readonly ReferenceRow[]) {
    for (const row of rows) {
      for (const owner of typeof row.from === 'string' ? [row.from] : row.from) {
        const own = this.#rows.get(owner);
        if (own) own.push(row);
        else this.#rows.set(owner, [row]);
      }
    }
  }

  treeOf(owner: Owner): RowTree {
    let tree = this.#planted.get(owner);
    if (!tree) {
      tree = emptyTree();
      for (const row of this.#rows.get(owner) ?? []) plant(tree, row);
      this.#planted.set(owner, tree);
    }
    return tree;
  }
}
