import type { Cluster } from '../model/cluster.ts';
import { readLabels } from '../model/labels.ts';
import type { Resource } from '../model/resource.ts';
import type { Run } from '../model/run.ts';
import { selects, type Selector } from '../model/selector.ts';
import { valueOf } from '../yaml/field.ts';

const SERVICES = new WeakMap<Run, ReadonlyMap<string, readonly Resource[]>>();

/** Where Services are whose labels are not all known. */
const UNCERTAIN = '';

function add(map: Map<string, Resource[]>, key: string, service: Resource): void {
  const known = map.get(key);
  if (known) known.push(service);
  else map.set(key, [service]);
}

/** Services of all scopes by each of their labels. */
function readServices({ resources }: Run): ReadonlyMap<string, readonly Resource[]> {
  const found = new Map<string, Resource[]>();
  for (const resource of resources) {
    if (resource.kind !== 'Service' || resource.group !== '') continue;
    const { entries, open } = readLabels(resource.metadata.get('labels'));
    const isKnown = !open && [...entries.values()].every(({ state }) => state === 'known');
    for (const key of isKnown ? [...entries].map(([name, value]) => `${name}=${valueOf(value) ?? ''}`) : [UNCERTAIN]) add(found, key, resource);
  }
  return found;
}

/** Whether another scope of the run has a Service with the labels of a selector that may be applied beside the object that selects. */
export function hasNeighbourService({ resource: from, selector }: { readonly resource: Resource; readonly selector: Selector }, { run }: Cluster): boolean {
  const services = SERVICES.get(run) ?? readServices(run);
  SERVICES.set(run, services);
  const pair = selector.requirements.find(({ operator, values }) => operator === 'In' && values.length === 1);
  const [value] = pair?.values ?? [];
  const named = pair && value?.state === 'known' ? (services.get(`${pair.key}=${value.value}`) ?? []) : [...services.values()].flat();
  const likely = [...named, ...(services.get(UNCERTAIN) ?? [])];
  return likely.some(service => selects(selector, readLabels(service.metadata.get('labels'))) !== 'no' && run.mayStandBeside(service, from));
}
