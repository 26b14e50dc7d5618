import type { Cluster } from '../model/cluster.ts';
import type { Resource } from '../model/resource.ts';

const IPV4 = /(?<![\w.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![\w.])/g;
const MENTIONS = new WeakMap<Cluster, ReadonlyMap<string, ReadonlySet<Resource>>>();

function buildMentions(cluster: Cluster): ReadonlyMap<string, ReadonlySet<Resource>> {
  const mentions = new Map<string, Set<Resource>>();
  for (const resource of cluster.resources) {
    for (const [address] of resource.body.source.matchAll(IPV4)) {
      const resources = mentions.get(address) ?? new Set();
      mentions.set(address, resources.add(resource));
    }
  }
  return mentions;
}

/** Whether another object of the set names an IPv4 address. */
export function isMentionedElsewhere(address: string, owner: Resource, cluster: Cluster): boolean {
  let mentions = MENTIONS.get(cluster);
  if (!mentions) {
    mentions = buildMentions(cluster);
    MENTIONS.set(cluster, mentions);
  }
  return [...(mentions.get(address) ?? [])].some(resource => resource !== owner);
}
