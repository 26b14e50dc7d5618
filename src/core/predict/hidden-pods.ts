import type { Cluster } from '../model/cluster.ts';
import { buildSelection, candidatesOf, type PodSelecting } from '../model/selection.ts';
import { restsOnAddedLabels } from './near-pods.ts';
import { mayBeMadeWithLabels } from './references/derived-names.ts';

/**
 * Whether pods that an object selects may run although its scope shows none: something was not read, a running program sets the labels, an
 * operator makes the pods of a custom resource, or another scope of the run has them and may be applied to the same cluster.
 */
export function mayHidePods({ resource, selector }: PodSelecting, cluster: Cluster): boolean {
  if (cluster.isOpen || restsOnAddedLabels(selector) || mayBeMadeWithLabels(selector, cluster)) return true;
  const found = candidatesOf(buildSelection(resource, selector, cluster.run.podIndex));
  return found.some(({ workload }) => cluster.run.mayStandBeside(workload, resource));
}
