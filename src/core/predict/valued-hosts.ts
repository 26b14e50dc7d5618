import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { readLabels } from '../model/labels.ts';
import { mayMeet } from '../model/namespace.ts';
import type { Service } from '../model/service.ts';
import { differInWords, nearnessOfNames } from '../text/near.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { readHostReferences } from './uses/host-references.ts';
import type { ServiceReference } from './uses/service-reference.ts';

/** A value of a chart that is a host name, which no Service of the release has and one nearly has. */
export interface ValuedHost {
  readonly reference: ServiceReference;
  /** Where the value is given. */
  readonly value: Place;
  readonly service: Service;
  /** `release`: the Service has the release's name before it. `slip`: a near name. */
  readonly clue: 'release' | 'slip';
}

type Meant = Pick<ValuedHost, 'service' | 'clue'>;

const INSTANCE = 'app.kubernetes.io/instance';

function clueOf({ resource }: Service, name: string): ValuedHost['clue'] | undefined {
  const own = valueOf(resource.name) ?? '';
  const instance = readLabels(resource.metadata.get('labels')).entries.get(INSTANCE);
  if (instance && own === `${valueOf(instance) ?? ''}-${name}`) return 'release';
  // Short words are near to many.
  return name.length > 3 && nearnessOfNames(name, own) === 1 && !differInWords(name, own) ? 'slip' : undefined;
}

function findMeant(name: string, services: readonly Service[]): Meant | undefined {
  const found = services.flatMap(service => {
    const clue = clueOf(service, name);
    return clue ? [{ service, clue }] : [];
  });
  return found.find(({ clue }) => clue === 'release') ?? (found.length === 1 ? found[0] : undefined);
}

/** Of what went into a line of a template, the value that holds a text. */
function valueWith(text: string, { origin }: Place): Place | undefined {
  return origin?.changes
    .map(({ at }) => at)
    .find(({ document: { tree }, node, path }) => path !== '' && tree && node !== undefined && tree.scalarText(tree.resolve(node)).includes(text));
}

/** Host names of values that meet no Service of what a chart makes, where one is evidently meant. */
export function* valuedHosts(cluster: Cluster): Iterable<ValuedHost> {
  if (!cluster.isWhole || cluster.kustomizations.length > 0 || !cluster.resources.some(({ document }) => document.origins)) return;
  const meant = new Map<string, Meant | undefined>();
  const has = (name: string): boolean => {
    if (!meant.has(name)) meant.set(name, cluster.run.byName('Service', name).length > 0 ? undefined : findMeant(name, cluster.services));
    return meant.get(name) !== undefined;
  };
  const pods = groupBy(cluster.podTemplates, pod => pod.workload);
  for (const from of cluster.resources) {
    if (!from.document.origins) continue;
    for (const reference of readHostReferences(from, pods.get(from) ?? [], { clusterDomain: cluster.target.clusterDomain, has })) {
      const found = meant.get(reference.name);
      const value = found && reference.namespace === undefined && mayMeet(from, found.service.resource) ? valueWith(reference.name, reference.at) : undefined;
      if (found && value) yield { reference, value, ...found };
    }
  }
}
