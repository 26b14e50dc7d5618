import type { Cluster } from '../../model/cluster.ts';
import { mayProduce } from '../../model/producers.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import { wordsOf } from './names-in-texts.ts';

/** What custom resources that may make objects are called, and the words in them. */
interface Producers {
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlyMap<string, Resource | 'several'>;
}

const PRODUCERS = new WeakMap<Cluster, Producers>();

function readProducers(cluster: Cluster): Producers {
  const described = new Set((cluster.target.references ?? []).flatMap(({ from }) => (from === 'pod' ? [] : from)));
  const names = new Set<string>();
  const words = new Map<string, Resource | 'several'>();
  for (const resource of cluster.resources) {
    if (!mayProduce(resource) || described.has(`${resource.group}/${resource.kind}`)) continue;
    names.add(valueOf(resource.name) ?? '');
    for (const word of wordsOf(resource.body.source)) {
      const known = words.get(word);
      words.set(word, known === undefined || known === resource ? resource : 'several');
    }
  }
  return { names, words };
}

/** Whether a custom resource that may make objects is told the name, or has one that it begins with: operators make `db-app` for `db`. */
export function mayBeDerived(name: string, { from }: Reference, cluster: Cluster): boolean {
  let producers = PRODUCERS.get(cluster);
  if (!producers) {
    producers = readProducers(cluster);
    PRODUCERS.set(cluster, producers);
  }
  const { names, words } = producers;
  if (names.size === 0) return false;
  const teller = words.get(name);
  if (teller !== undefined && teller !== from) return true;
  for (let end = name.indexOf('-'); end !== -1; end = name.indexOf('-', end + 1)) if (names.has(name.slice(0, end))) return true;
  return names.has(name);
}
