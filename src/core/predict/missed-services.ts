import type { Cluster } from '../model/cluster.ts';
import { readLabels } from '../model/labels.ts';
import { stripKindWords } from '../model/name.ts';
import { podSatisfies } from '../model/pod-match.ts';
import { candidatesOf } from '../model/selection.ts';
import { satisfies, selects, type Requirement } from '../model/selector.ts';
import type { Service } from '../model/service.ts';
import { serviceMonitorsOf, watchesNamespaceOf, type ServiceMonitor } from '../model/service-monitor.ts';
import { selectsSystemPods } from '../model/system-pods.ts';
import { differInWords, NearIndex, nearnessOfNames } from '../text/near.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import { isPair } from './near-pods.ts';
import { hasNeighbourService } from './neighbour-services.ts';
import { mayBeMadeWithLabels } from './references/derived-names.ts';
import { mayHideObjects } from './references/hidden-objects.ts';
import { isOfCluster } from './references/makers.ts';

/** Why a monitor that selects by labels finds no Service (S-328). */
export type MissedServices =
  /** A Service in sight is evidently meant: another value of its label, or the label is one of its pods only. */
  | { readonly kind: 'near-miss' | 'label-on-pods'; readonly service: Service; readonly pair: Requirement; readonly carried: Field<string> | undefined }
  /** A Service carries the labels in a namespace that the monitor does not look into. */
  | { readonly kind: 'elsewhere'; readonly service: Service }
  /** Nothing else exists. */
  | { readonly kind: 'absent' };

/** What monitors are called after the Services that they watch. */
const MONITOR_WORDS = /-(?:service-?monitor|monitor|metrics|sm)$/;

const INDEXES = new WeakMap<Cluster, NearIndex<Service>>();

function indexOf(cluster: Cluster): NearIndex<Service> {
  let index = INDEXES.get(cluster);
  if (!index) {
    index = new NearIndex();
    for (const service of cluster.services) {
      const ofPods = candidatesOf(cluster.selectionOf(service)).flatMap(({ labels }) => [...labels.entries.values()]);
      const values = [
        ...labelsOf(service).entries.values(),
        ...service.selector.requirements.flatMap(({ values: own }) => own),
        ...ofPods,
        service.resource.name,
      ];
      for (const value of new Set(values.flatMap(field => valueOf(field) ?? []))) index.add(value, service);
    }
    INDEXES.set(cluster, index);
  }
  return index;
}

function labelsOf({ resource }: Service): ReturnType<typeof readLabels> {
  return readLabels(resource.metadata.get('labels'));
}

function wantedOf({ values: [value] }: Requirement): string {
  return (value && valueOf(value)) ?? '';
}

function nameOf({ resource }: Pick<Service, 'resource'>): string {
  return valueOf(resource.name) ?? '';
}

/** Whether the pods behind a Service carry a pair that the Service itself lacks. */
function isOnPods(pair: Requirement, service: Service, cluster: Cluster): boolean {
  if (service.selector.requirements.some(own => isPair(own) && own.key === pair.key && wantedOf(own) === wantedOf(pair))) return true;
  const templates = candidatesOf(cluster.selectionOf(service));
  return templates.length > 0 && templates.every(template => podSatisfies(pair, template) === 'yes');
}

/** The Service has a port of a name that the monitor scrapes. */
function portsMeet({ portNames }: ServiceMonitor, { ports }: Service): boolean {
  return ports.some(({ name }) => portNames.includes(valueOf(name) ?? ''));
}

function isTaken(service: Service, monitor: ServiceMonitor, cluster: Cluster): boolean {
  return serviceMonitorsOf(cluster).some(
    other => other !== monitor && watchesNamespaceOf(other, service.resource) !== 'no' && selects(other.selector, labelsOf(service)) !== 'no',
  );
}

/** Whether the one pair that differs leaves no doubt that the Service is meant. */
function isMeant(pair: Requirement, service: Service, monitor: ServiceMonitor): boolean {
  const [wanted, name] = [wantedOf(pair), nameOf(service)];
  const field = labelsOf(service).entries.get(pair.key);
  const carried = field && valueOf(field);
  const near = carried === undefined || differInWords(carried, wanted) ? undefined : nearnessOfNames(carried, wanted);
  if (near === 1) return true;
  // A name written where a label is asked for, or one with a word more: only where the ports meet too.
  if (!portsMeet(monitor, service)) return false;
  if (near === 2 || wanted === name) return true;
  return monitor.selector.requirements.length > 1 && stripKindWords(name) === stripKindWords(nameOf(monitor).replace(MONITOR_WORDS, ''));
}

/** What keeps one Service from being selected, where it is evidently meant. */
function compare(service: Service, monitor: ServiceMonitor, cluster: Cluster): MissedServices | undefined {
  const labels = labelsOf(service);
  const unmet = monitor.selector.requirements.filter(requirement => satisfies(requirement, labels) === 'no');
  const [pair] = unmet;
  if (!pair || labels.open || isTaken(service, monitor, cluster)) return undefined;
  const found = { service, pair, carried: labels.entries.get(pair.key) };
  if (portsMeet(monitor, service) && unmet.every(requirement => isOnPods(requirement, service, cluster))) return { kind: 'label-on-pods', ...found };
  return unmet.length === 1 && isMeant(pair, service, monitor) ? { kind: 'near-miss', ...found } : undefined;
}

function findNear(monitor: ServiceMonitor, cluster: Cluster): MissedServices | undefined {
  const { requirements } = monitor.selector;
  if (!requirements.every(isPair)) return undefined;
  const near = new Set(requirements.flatMap(requirement => indexOf(cluster).near(wantedOf(requirement))));
  const found = [...near]
    .filter(({ resource }) => watchesNamespaceOf(monitor, resource) === 'yes')
    .flatMap(service => compare(service, monitor, cluster) ?? []);
  return found.find(({ kind }) => kind === 'near-miss') ?? found[0];
}

/** Namespaces of the cluster itself hold Services that no files show. */
function watchesSystem({ resource }: ServiceMonitor): boolean {
  const names = resource.body.get('spec').get('namespaceSelector').get('matchNames').items();
  return names.some(name => isOfCluster('Namespace', valueOf(name.string()) ?? 'default'));
}

/** Finds why no Service carries the labels that a monitor selects; undefined where one does, or may. */
export function findMissedServices(monitor: ServiceMonitor, cluster: Cluster): MissedServices | undefined {
  const { requirements, open } = monitor.selector;
  if (requirements.length === 0 || open || mayHideObjects('/Service', cluster)) return undefined;
  const named = cluster.services.map(service => ({ service, labels: selects(monitor.selector, labelsOf(service)) })).filter(({ labels }) => labels !== 'no');
  const judged = named.map(match => ({ ...match, where: watchesNamespaceOf(monitor, match.service.resource) }));
  if (judged.some(({ where }) => where !== 'no')) return undefined;
  const elsewhere = judged.find(({ labels }) => labels === 'yes');
  if (elsewhere) return { kind: 'elsewhere', service: elsewhere.service };
  if (judged.length > 0) return undefined;
  const near = findNear(monitor, cluster);
  if (near) return near;
  if (!cluster.absenceProves || selectsSystemPods(monitor.selector) || watchesSystem(monitor)) return undefined;
  return mayBeMadeWithLabels(monitor.selector, cluster) || hasNeighbourService(monitor, cluster) ? undefined : { kind: 'absent' };
}
