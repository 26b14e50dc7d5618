import type { Cluster } from '../../model/cluster.ts';
import type { KindName } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import { NearIndex } from '../../text/near.ts';
import { valueOf } from '../../yaml/field.ts';
import { isOfKind, splitKind } from './same-kind.ts';

/** Objects by their names, kind by kind, with what was asked before: many references name the same absent object. */
class NearObjects {
  readonly #cluster: Cluster;
  readonly #byKind = new Map<KindName, NearIndex<Resource>>();
  readonly #answers = new Map<string, readonly Resource[]>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  near(kind: KindName, name: string): readonly Resource[] {
    const key = `${kind}/${name}`;
    const answer = this.#answers.get(key) ?? this.#indexOf(kind).near(name);
    this.#answers.set(key, answer);
    return answer;
  }

  #indexOf(kind: KindName): NearIndex<Resource> {
    const known = this.#byKind.get(kind);
    if (known) return known;
    const index = new NearIndex<Resource>();
    for (const resource of this.#cluster.ofKind(splitKind(kind).kind)) {
      const name = valueOf(resource.name);
      if (name !== undefined && isOfKind(resource, kind)) index.add(name, resource);
    }
    this.#byKind.set(kind, index);
    return index;
  }
}

const INDEXES = new WeakMap<Cluster, NearObjects>();

/** Objects of a kind whose names are near to one, equal ones too, in whatever namespace. */
export function nearObjects(kind: KindName, name: string, cluster: Cluster): readonly Resource[] {
  let index = INDEXES.get(cluster);
  if (!index) {
    index = new NearObjects(cluster);
    INDEXES.set(cluster, index);
  }
  return index.near(kind, name);
}
