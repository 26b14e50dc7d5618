import type { Cluster } from '../model/cluster.ts';
import { budgetsOf } from '../model/disruption-budgets.ts';
import type { WrittenEndpoints } from '../model/endpoints.ts';
import { giverOf, isGiven } from '../model/given-label.ts';
import { podPoliciesOf } from '../model/network-policy.ts';
import type { Resource } from '../model/resource.ts';
import type { Requirement } from '../model/selector.ts';
import { isSelecting, type Service } from '../model/service.ts';
import { findCutOff, type CutOff, type Selecting } from './cut-off-pods.ts';
import { findVolatility, type Volatility } from './volatile-labels.ts';
import { findServiceOf, isHandWritten } from './written-endpoints.ts';

/** A label with a value of one release that a kustomization puts into selectors. */
export interface VolatileGift {
  readonly requirement: Requirement;
  readonly why: Volatility;
  /** Workloads whose selectors never change (S-017). */
  readonly workloads: readonly Resource[];
  readonly services: readonly Resource[];
}

/** Who loses its pods to the labels of a kustomization. `policy`: it is for no pods; `ingress` and `egress`: it lets none of its peers through. */
export interface Loser extends CutOff {
  readonly by: 'service' | 'budget' | 'policy' | 'ingress' | 'egress';
  readonly from: Selecting;
}

interface Hit {
  readonly requirement: Requirement;
  readonly why: Volatility;
  readonly resource: Resource;
}

function hitsOf({ requirements }: Selecting['selector'], resource: Resource, templates: Parameters<typeof findVolatility>[1]): readonly Hit[] {
  return requirements.flatMap(requirement => {
    const why = findVolatility(requirement, templates);
    return why && giverOf(requirement) ? [{ requirement, why, resource }] : [];
  });
}

/** Labels of kustomizations that change with every release and go into selectors, each once. */
export function volatileGifts(cluster: Cluster): readonly VolatileGift[] {
  const gifts = new Map<string, VolatileGift & { readonly workloads: Resource[]; readonly services: Resource[] }>();
  const take = ({ requirement, why, resource }: Hit, as: 'workloads' | 'services'): void => {
    const { file, span } = requirement.at;
    const key = `${file.path}\u0000${span.start}`;
    const gift = gifts.get(key) ?? { requirement, why, workloads: [], services: [] };
    gift[as].push(resource);
    gifts.set(key, gift);
  };
  for (const template of cluster.podTemplates) {
    const { selector, workload } = template;
    // A Job makes its own selector, and nobody upgrades one.
    if (selector && workload.kind !== 'Job') for (const hit of hitsOf(selector, workload, [template])) take(hit, 'workloads');
  }
  if (!cluster.hasUnread)
    for (const service of cluster.services)
      for (const hit of hitsOf(service.selector, service.resource, cluster.selectionOf(service).sure)) take(hit, 'services');
  return [...gifts.values()];
}

function* selectingOf(cluster: Cluster): Iterable<Pick<Loser, 'by' | 'from'>> {
  for (const service of cluster.services) if (cluster.meetsNoPods(service)) yield { by: 'service', from: service };
  for (const budget of budgetsOf(cluster).all) yield { by: 'budget', from: budget };
  for (const { resource, pods, peers } of podPoliciesOf(cluster)) {
    yield { by: 'policy', from: { resource, selector: pods } };
    for (const { direction, pods: selector, namespaces } of peers) yield { by: direction, from: { resource, selector, namespaces } };
  }
}

/** Objects whose pods the labels of a kustomization cut off. */
export function* cutOffBy(cluster: Cluster): Iterable<Loser> {
  for (const { by, from } of selectingOf(cluster)) {
    const cut = findCutOff(from, cluster);
    if (cut) yield { ...cut, by, from };
  }
}

/** Endpoints that somebody wrote for a Service without a selector, to which the labels of a kustomization give one. */
export interface OverwrittenByGift {
  readonly endpoints: WrittenEndpoints;
  readonly service: Service;
  readonly requirement: Requirement;
}

/** Finds endpoints that Kubernetes overwrites or mixes because the labels of a kustomization make their Service select pods (S-055, S-056, K-073). */
export function* overwrittenByGifts(cluster: Cluster): Iterable<OverwrittenByGift> {
  for (const endpoints of cluster.endpoints.all) {
    const service = isHandWritten(endpoints) ? findServiceOf(endpoints, cluster) : undefined;
    const [requirement] = service?.selector.requirements ?? [];
    if (service && requirement && isGiven(service.selector) && isSelecting(service) === 'yes') yield { endpoints, service, requirement };
  }
}
