import type { Cluster } from '../../model/cluster.ts';
import { releaseNamesOf } from '../../model/gitops/release-names.ts';
import { mayProduce } from '../../model/producers.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import { kindsDescribed } from './hidden-objects.ts';
import { wordsOf } from './names-in-texts.ts';
import { isOfKind } from './same-kind.ts';

type ByWord = Map<string, Set<Resource>>;

/** Custom resources that may make objects, by their names, those of their releases (F-5), and the words in them. */
interface Producers {
  readonly byName: ByWord;
  readonly byWord: ByWord;
}

const PRODUCERS = new WeakMap<Cluster, Producers>();

function add(map: ByWord, word: string, resource: Resource): void {
  const known = map.get(word);
  if (known) known.add(resource);
  else map.set(word, new Set([resource]));
}

function readProducers(cluster: Cluster): Producers {
  const described = kindsDescribed(cluster);
  const producers: Producers = { byName: new Map(), byWord: new Map() };
  for (const resource of cluster.resources) {
    if (!mayProduce(resource) || cluster.followed.has(resource) || described.has(`${resource.group}/${resource.kind}`)) continue;
    for (const name of [valueOf(resource.name) ?? '', ...releaseNamesOf(resource)]) add(producers.byName, name, resource);
    for (const word of wordsOf(resource.body.source)) add(producers.byWord, word, resource);
  }
  return producers;
}

/** `a`, `a-b` and `a-b-c` of `a-b-c`. */
function beginningsOf(name: string): readonly string[] {
  const words = name.split('-');
  return words.map((_, index) => words.slice(0, index + 1).join('-'));
}

/** Whether a custom resource that may make objects is told the name, or has one that it begins with: operators make `db-app` for `db`. */
export function mayBeDerived(name: string, { from, kind }: Reference, cluster: Cluster): boolean {
  let producers = PRODUCERS.get(cluster);
  if (!producers) {
    producers = readProducers(cluster);
    PRODUCERS.set(cluster, producers);
  }
  const { byName, byWord } = producers;
  if (byName.size === 0) return false;
  const tellers = [...(byWord.get(name) ?? []), ...(byName.get('') ?? []), ...beginningsOf(name).flatMap(beginning => [...(byName.get(beginning) ?? [])])];
  return tellers.some(resource => resource !== from && (kind === undefined || !isOfKind(resource, kind)));
}
