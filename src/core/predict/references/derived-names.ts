import type { Cluster } from '../../model/cluster.ts';
import { releaseNamesOf } from '../../model/gitops/release-names.ts';
import { mayProduce } from '../../model/producers.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import type { Selector } from '../../model/selector.ts';
import { valueOf } from '../../yaml/field.ts';
import { kindsDescribed } from './hidden-objects.ts';
import { wordsOf } from './names-in-texts.ts';
import { isOfKind } from './same-kind.ts';

type ByWord = Map<string, Set<Resource>>;

/** Custom resources that may make objects, by their names, those of their releases (F-5), and the words in them. */
interface Producers {
  readonly byName: ByWord;
  readonly byWord: ByWord;
  /** What their kinds are called, as labels have it: `prometheus`. */
  readonly kinds: Set<string>;
}

const PRODUCERS = new WeakMap<Cluster, Producers>();

function add(map: ByWord, word: string, resource: Resource): void {
  const known = map.get(word);
  if (known) known.add(resource);
  else map.set(word, new Set([resource]));
}

function readProducers(cluster: Cluster): Producers {
  const described = kindsDescribed(cluster);
  const producers: Producers = { byName: new Map(), byWord: new Map(), kinds: new Set() };
  for (const resource of cluster.resources) {
    if (!mayProduce(resource) || cluster.followed.has(resource) || described.has(`${resource.group}/${resource.kind}`)) continue;
    for (const name of [valueOf(resource.name) ?? '', ...releaseNamesOf(resource)]) add(producers.byName, name, resource);
    for (const word of wordsOf(resource.body.source)) add(producers.byWord, word, resource);
    producers.kinds.add(resource.kind.toLowerCase());
  }
  return producers;
}

function producersOf(cluster: Cluster): Producers {
  let producers = PRODUCERS.get(cluster);
  if (!producers) {
    producers = readProducers(cluster);
    PRODUCERS.set(cluster, producers);
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
  const { byName, byWord } = producersOf(cluster);
  if (byName.size === 0) return false;
  const tellers = [...(byWord.get(name) ?? []), ...(byName.get('') ?? []), ...beginningsOf(name).flatMap(beginning => [...(byName.get(beginning) ?? [])])];
  return tellers.some(resource => resource !== from && (kind === undefined || !isOfKind(resource, kind)));
}

/** Values of labels that a selector asks for; undefined where it asks in other ways. */
function valuesOf({ requirements }: Selector): readonly string[] | undefined {
  const values = requirements.flatMap(({ operator, values: written }) => (operator === 'In' ? [written.map(value => valueOf(value) ?? '')] : []));
  return values.length === requirements.length && values.every(([value, ...others]) => value !== undefined && value !== '' && others.length === 0)
    ? values.flat()
    : undefined;
}

/**
 * Whether a custom resource that may make objects may make some with the labels that a selector asks for: one of them is the name of the
 * resource, or begins with it, or is what its kind is called, as operators label what they make; or it is told all of them.
 */
export function mayBeMadeWithLabels(selector: Selector, cluster: Cluster): boolean {
  const { byName, byWord, kinds } = producersOf(cluster);
  if (byName.size === 0) return false;
  const values = valuesOf(selector);
  if (!values || byName.has('')) return true;
  if (values.some(value => kinds.has(value) || beginningsOf(value).some(beginning => byName.has(beginning)))) return true;
  const [first = '', ...others] = values;
  return [...(byWord.get(first) ?? [])].some(resource => others.every(value => byWord.get(value)?.has(resource) === true));
}
