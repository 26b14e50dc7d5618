import type { Cluster } from '../model/cluster.ts';
import { labelOf, nameplateOf, type Resource } from '../model/resource.ts';
import { isUnused, type DataKind } from '../predict/references/unused-data.ts';
import type { Finding } from './finding.ts';

/** The finding on a ConfigMap or Secret that nothing in the set names; undefined for all other objects. */
export function reportUnused(resource: Resource, kind: DataKind, cluster: Cluster): Finding<'unused'> | undefined {
  if (resource.kind !== kind || resource.group !== '' || !isUnused(resource, kind, cluster)) return undefined;
  return {
    variant: 'unused',
    message: `Nothing in the set refers to ${labelOf(resource)}, so a change to it changes nothing`,
    at: nameplateOf(resource),
    help: 'Remove it, or suppress this where a program reads it by its name',
  };
}
