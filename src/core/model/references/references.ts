import { valueOf } from '../../yaml/field.ts';
import type { Cluster } from '../cluster.ts';
import { groupBy } from '../group-by.ts';
import type { Resource } from '../resource.ts';
import { RowForest } from './row-tree.ts';
import { readReferences } from './read-references.ts';
import type { KindName, Reference, ReferenceRow } from './reference.ts';
import { REFERENCE_ROWS } from './rows/index.ts';

const BUILT_IN = new RowForest(REFERENCE_ROWS);
const CONFIGURED = new WeakMap<readonly ReferenceRow[], RowForest>();

/** The built-in rows, and those that a configuration adds: built once, whatever the number of scopes. */
function forestOf({ target: { references = [] } }: Cluster): RowForest {
  if (references.length === 0) return BUILT_IN;
  let known = CONFIGURED.get(references);
  if (!known) {
    known = new RowForest([...REFERENCE_ROWS, ...references]);
    CONFIGURED.set(references, known);
  }
  return known;
}

/** All references of a scope, by what refers and by what is named. */
export class References {
  readonly all: readonly Reference[];
  readonly #byRow: ReadonlyMap<string, readonly Reference[]>;
  readonly #byObject: ReadonlyMap<Resource, readonly Reference[]>;
  readonly #byName: ReadonlyMap<string, readonly Reference[]>;

  constructor(cluster: Cluster) {
    const pods = groupBy(cluster.podTemplates, pod => pod.workload);
    const forest = forestOf(cluster);
    this.all = cluster.resources.flatMap(resource => readReferences(resource, pods.get(resource) ?? [], forest));
    this.#byRow = groupBy(this.all, reference => reference.row.id);
    this.#byObject = groupBy(this.all, reference => reference.from);
    this.#byName = groupBy(this.all, ({ kind = '', name }) => `${kind}/${valueOf(name) ?? ''}`);
  }

  /** References of some rows of the table, by the ids of the rows. */
  ofRows(ids: readonly string[]): readonly Reference[] {
    return ids.flatMap(id => this.#byRow.get(id) ?? []);
  }

  /** References that an object makes. */
  from(resource: Resource): readonly Reference[] {
    return this.#byObject.get(resource) ?? [];
  }

  /** References to objects of a kind with a name, in whatever namespace. */
  to(kind: KindName, name: string): readonly Reference[] {
    return this.#byName.get(`${kind}/${name}`) ?? [];
  }
}

const KNOWN = new WeakMap<Cluster, References>();

/** The references of a scope, read once. */
export function referencesOf(cluster: Cluster): References {
  let known = KNOWN.get(cluster);
  if (!known) {
    known = new References(cluster);
    KNOWN.set(cluster, known);
  }
  return known;
}
