import type { Cluster } from '../../model/cluster.ts';
import type { KindName } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import { NearIndex } from '../../text/near.ts';
import { valueOf } from '../../yaml/field.ts';
import { isOfKind, splitKind } from './same-kind.ts';

/** What kustomize appends to the names of ConfigMaps and Secrets that it generates. */
const CONTENT_HASH = /-[bcdfghkmt2456789]{10}$/;

/** Whether a name is another one with the hash of its content. */
export function isHashed(name: string, plain: string): boolean {
  return name.startsWith(`${plain}-`) && name.length === plain.length + 11 && CONTENT_HASH.test(name);
}

/** Objects of one kind by their names. */
interface NamedObjects {
  readonly byNearness: NearIndex<Resource>;
  readonly byPlainName: Map<string, Resource[]>;
}

/** Objects by their names, kind by kind, with what was asked before: many references name the same absent object. */
class NearObjects {
  readonly #cluster: Cluster;
  readonly #byKind = new Map<KindName, NamedObjects>();
  readonly #answers = new Map<string, readonly Resource[]>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  near(kind: KindName, name: string): readonly Resource[] {
    const key = `${kind}/${name}`;
    let answer = this.#answers.get(key);
    if (!answer) {
      const { byNearness, byPlainName } = this.#objectsOf(kind);
      answer = [...(byPlainName.get(name) ?? []), ...byNearness.near(name)];
      this.#answers.set(key, answer);
    }
    return answer;
  }

  #objectsOf(kind: KindName): NamedObjects {
    const known = this.#byKind.get(kind);
    if (known) return known;
    const objects: NamedObjects = { byNearness: new NearIndex(), byPlainName: new Map() };
    for (const resource of this.#cluster.ofKind(splitKind(kind).kind)) {
      const name = valueOf(resource.name);
      if (name === undefined || !isOfKind(resource, kind)) continue;
      objects.byNearness.add(name, resource);
      const plain = name.replace(CONTENT_HASH, '');
      if (plain !== name) objects.byPlainName.set(plain, [...(objects.byPlainName.get(plain) ?? []), resource]);
    }
    this.#byKind.set(kind, objects);
    return objects;
  }
}

const INDEXES = new WeakMap<Cluster, NearObjects>();

/** Objects of a kind whose names are near to one, equal ones and those with a hash more too, in whatever namespace. */
export function nearObjects(kind: KindName, name: string, cluster: Cluster): readonly Resource[] {
  let index = INDEXES.get(cluster);
  if (!index) {
    index = new NearObjects(cluster);
    INDEXES.set(cluster, index);
  }
  return index.near(kind, name);
}
