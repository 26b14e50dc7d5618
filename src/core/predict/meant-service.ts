import type { Answer } from '../model/answer.ts';
import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { stripKindWords } from '../model/name.ts';
import { referencesOf } from '../model/references/references.ts';
import type { Reference } from '../model/references/reference.ts';
import { candidatesOf } from '../model/selection.ts';
import type { Resource } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import { nearnessOfNames } from '../text/near.ts';
import { valueOf } from '../yaml/field.ts';
import { nearObjects } from './references/near-objects.ts';
import { standsWhereNamed } from './references/resolve.ts';
import { mayBeNamedUnseen } from './references/hidden-names.ts';
import { isServicePort, writtenPortOf } from './backend-port.ts';

/** The Service that a reference evidently means, where the one that it names does not exist. */
export interface MeantService {
  readonly service: Service;
  /** `name`: nearly the same name. `workload`: it serves the workload of that name. `port`: it alone has that port. */
  readonly clue: 'name' | 'workload' | 'port';
  /** Both ends are in sight and wait for each other. */
  readonly isSure: boolean;
}

/** Ports that so many Services have that one of them says nothing. */
const COMMON_PORTS: ReadonlySet<number | string> = new Set([80, 443, 3000, 5000, 8000, 8080, 8443, 9090, 'http', 'https', 'web', 'tcp', 'metrics']);

function nameOf({ resource }: Service): string {
  return valueOf(resource.name) ?? '';
}

function isFree(service: Service, cluster: Cluster): boolean {
  const named = referencesOf(cluster).to('/Service', nameOf(service));
  return !mayBeNamedUnseen('/Service', cluster) && !named.some(({ row }) => row.verb === 'needs');
}

function hasPort(service: Service, written: number | string | undefined): boolean {
  return written !== undefined && service.ports.some(port => isServicePort(written, port));
}

/** Services by what may tell that a reference means them. */
interface ServiceClues {
  readonly byResource: ReadonlyMap<Resource, Service>;
  /** By their names without words such as `svc`. */
  readonly byPlainName: ReadonlyMap<string, readonly Service[]>;
  readonly byWorkload: ReadonlyMap<string | undefined, readonly Service[]>;
  readonly byPort: ReadonlyMap<number | string | undefined, readonly Service[]>;
}

const CLUES = new WeakMap<Cluster, ServiceClues>();

function groupByEach<K>(services: readonly Service[], keysOf: (service: Service) => readonly K[]): ReadonlyMap<K, readonly Service[]> {
  const keyed = services.flatMap(service => [...new Set(keysOf(service))].map(key => ({ key, service })));
  return new Map([...groupBy(keyed, ({ key }) => key)].map(([key, found]) => [key, found.map(({ service }) => service)]));
}

function cluesOf(cluster: Cluster): ServiceClues {
  let clues = CLUES.get(cluster);
  if (!clues) {
    const { services } = cluster;
    clues = {
      byResource: new Map(services.map(service => [service.resource, service])),
      byPlainName: groupByEach(services, service => [stripKindWords(nameOf(service))]),
      byWorkload: groupByEach(services, service => candidatesOf(cluster.selectionOf(service)).map(({ workload }) => valueOf(workload.name))),
      byPort: groupByEach(services, ({ ports }) => ports.flatMap(({ name, number }) => [valueOf(name), valueOf(number)])),
    };
    CLUES.set(cluster, clues);
  }
  return clues;
}

/** A reference to a Service that is not there, and where Services stand as it sees them. */
interface Search {
  readonly name: string;
  readonly written: number | string | undefined;
  readonly cluster: Cluster;
  readonly where: (service: Service) => Answer;
}

function meantByName({ name, written, cluster, where }: Search, wanted: Answer): MeantService | undefined {
  const { byPlainName, byResource } = cluesOf(cluster);
  const alike = byPlainName.get(stripKindWords(name)) ?? [];
  const near = nearObjects('/Service', name, cluster).flatMap(resource => byResource.get(resource) ?? []);
  let best: { readonly meant: MeantService; readonly weight: number } | undefined;
  for (const service of new Set([...alike, ...near])) {
    const nearness = alike.includes(service) ? 1 : nearnessOfNames(name, nameOf(service));
    const isFreed = isFree(service, cluster);
    // One name inside the other says nothing where something else names it.
    if (nearness === undefined || nearness === 0 || (nearness === 2 && !isFreed) || where(service) !== wanted) continue;
    const meets = hasPort(service, written);
    const weight = (nearness === 1 ? 4 : 0) + (isFreed ? 2 : 0) + (meets ? 1 : 0);
    if (!best || weight > best.weight) best = { meant: { service, clue: 'name', isSure: nearness === 1 ? meets || isFreed : meets }, weight };
  }
  return best?.meant;
}

function meantByWorkload({ name, cluster, where }: Search): MeantService | undefined {
  const serving = (cluesOf(cluster).byWorkload.get(name) ?? []).filter(service => where(service) === 'yes' && isFree(service, cluster));
  const [service] = serving;
  return service && serving.length === 1 ? { service, clue: 'workload', isSure: true } : undefined;
}

function sharesWord(name: string, other: string): boolean {
  const words = new Set(stripKindWords(name).split('-'));
  return stripKindWords(other)
    .split('-')
    .some(word => word.length > 2 && words.has(word));
}

function meantByPort({ name, written, cluster, where }: Search): MeantService | undefined {
  if (written === undefined) return undefined;
  const having = (cluesOf(cluster).byPort.get(written) ?? []).filter(service => where(service) === 'yes');
  const [service] = having;
  if (!service || having.length > 1 || !isFree(service, cluster)) return undefined;
  const isTold = !COMMON_PORTS.has(written) || sharesWord(name, nameOf(service));
  return isTold ? { service, clue: 'port', isSure: true } : undefined;
}

/** The Service of the namespace that a reference evidently means: by its name, the workload that it serves, or its port. */
export function findMeantService(reference: Reference, cluster: Cluster): MeantService | undefined {
  const name = valueOf(reference.name);
  if (name === undefined) return undefined;
  const where = ({ resource }: Service): Answer => standsWhereNamed(reference, resource, cluster);
  const search: Search = { name, written: writtenPortOf(reference), cluster, where };
  const found = meantByName(search, 'yes') ?? meantByWorkload(search) ?? meantByPort(search);
  if (found) return found;
  // In a namespace that may be another one: where the names alone tell.
  const likely = meantByName(search, 'unknown');
  return likely?.isSure === true ? { ...likely, isSure: false } : undefined;
}
