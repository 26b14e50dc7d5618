import type { Answer } from '../model/answer.ts';
import type { Cluster } from '../model/cluster.ts';
import { stripKindWords } from '../model/name.ts';
import { compareNamespaces } from '../model/namespace.ts';
import { referencesOf } from '../model/references/references.ts';
import type { Reference } from '../model/references/reference.ts';
import { candidatesOf } from '../model/selection.ts';
import type { Service } from '../model/service.ts';
import { nearnessOfNames } from '../text/near.ts';
import { valueOf } from '../yaml/field.ts';
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

function isFree(service: Service, cluster: Cluster): boolean {
  const named = referencesOf(cluster).to('/Service', valueOf(service.resource.name) ?? '');
  return !mayBeNamedUnseen('/Service', cluster) && !named.some(({ row }) => row.verb === 'needs');
}

function hasPort(service: Service, written: number | string | undefined): boolean {
  return written !== undefined && service.ports.some(port => isServicePort(written, port));
}

function meantByName(name: string, reference: Reference, candidates: readonly Service[], cluster: Cluster): MeantService | undefined {
  const written = writtenPortOf(reference);
  const judged = candidates.flatMap(service => {
    const own = valueOf(service.resource.name) ?? '';
    const isFreed = isFree(service, cluster);
    const near = stripKindWords(own) === stripKindWords(name) ? 1 : nearnessOfNames(name, own);
    // One name inside the other says nothing where something else names it.
    if (near === undefined || (near === 2 && !isFreed)) return [];
    const meets = hasPort(service, written);
    return [
      { service, clue: 'name' as const, isSure: near === 1 ? meets || isFreed : meets, weight: (near === 1 ? 4 : 0) + (isFreed ? 2 : 0) + (meets ? 1 : 0) },
    ];
  });
  const best = judged.reduce<(typeof judged)[number] | undefined>((before, each) => (before && before.weight >= each.weight ? before : each), undefined);
  return best && { service: best.service, clue: best.clue, isSure: best.isSure };
}

function meantByWorkload(name: string, candidates: readonly Service[], cluster: Cluster): MeantService | undefined {
  const serving = candidates.filter(service => candidatesOf(cluster.selectionOf(service)).some(({ workload }) => valueOf(workload.name) === name));
  const [service, ...others] = serving.filter(each => isFree(each, cluster));
  return service && others.length === 0 ? { service, clue: 'workload', isSure: true } : undefined;
}

function sharesWord(name: string, other: string): boolean {
  const words = new Set(stripKindWords(name).split('-'));
  return stripKindWords(other)
    .split('-')
    .some(word => word.length > 2 && words.has(word));
}

function meantByPort(name: string, reference: Reference, candidates: readonly Service[], cluster: Cluster): MeantService | undefined {
  const written = writtenPortOf(reference);
  const [service, ...others] = candidates.filter(candidate => hasPort(candidate, written));
  if (!service || written === undefined || others.length > 0 || !isFree(service, cluster)) return undefined;
  const isTold = !COMMON_PORTS.has(written) || sharesWord(name, valueOf(service.resource.name) ?? '');
  return isTold ? { service, clue: 'port', isSure: true } : undefined;
}

/** The Service of the namespace that a reference evidently means: by its name, the workload that it serves, or its port. */
export function findMeantService(reference: Reference, cluster: Cluster): MeantService | undefined {
  const name = valueOf(reference.name);
  if (name === undefined) return undefined;
  const standing = (where: Answer): readonly Service[] =>
    cluster.services.filter(({ resource }) => compareNamespaces(reference.namespace ?? reference.from.namespace, resource.namespace) === where);
  const candidates = standing('yes');
  const likely = meantByName(name, reference, standing('unknown'), cluster);
  return (
    meantByName(name, reference, candidates, cluster) ??
    meantByWorkload(name, candidates, cluster) ??
    meantByPort(name, reference, candidates, cluster) ??
    // In a namespace that may be another one: where the names alone tell.
    (likely?.isSure === true ? { ...likely, isSure: false } : undefined)
  );
}
