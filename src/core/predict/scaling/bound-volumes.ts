import type { Cluster } from '../../model/cluster.ts';
import type { PodTemplate } from '../../model/pod.ts';
import type { Reference } from '../../model/references/reference.ts';
import { referencesOf } from '../../model/references/references.ts';
import type { Resource } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Untyped } from '../../yaml/untyped.ts';
import { resolve } from '../references/resolve.ts';

/** A claim of which one node, or one pod, at a time can have the volume. */
export interface BoundVolume {
  readonly reference: Reference;
  readonly claim: Resource;
  readonly mode: 'ReadWriteOnce' | 'ReadWriteOncePod';
}

/** Clusters that have one node unless somebody adds more. */
const OF_ONE_NODE: ReadonlySet<string> = new Set(['minikube', 'docker-desktop', 'microk8s', 'kind', 'k3d']);

/** Pods that are all put on one node, which can share its volumes. */
function isPinned({ spec }: PodTemplate): boolean {
  return spec.get('nodeName').isWritten || spec.get('nodeSelector').as<Untyped>().get('kubernetes.io/hostname').isWritten || spec.get('affinity').isWritten;
}

function modeOf({ body }: Resource): BoundVolume['mode'] | undefined {
  const modes = body.as<Untyped>().get('spec').get('accessModes');
  const [mode, ...others] = modes.items().map(item => valueOf(item.string()));
  return !modes.isOpen && others.length === 0 && (mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod') ? mode : undefined;
}

/** A volume that further pods of a template cannot mount; undefined where they may. */
export function findBoundVolume(template: PodTemplate, cluster: Cluster): BoundVolume | undefined {
  const isShared = isPinned(template) || OF_ONE_NODE.has(cluster.target.platform ?? '');
  const claims = referencesOf(cluster)
    .from(template.workload)
    .filter(({ row }) => row.id === 'volume-claim');
  for (const reference of claims) {
    const { found, possible } = resolve(reference, cluster);
    const [claim] = found.length > 0 ? found : possible;
    const mode = claim && modeOf(claim);
    if (claim && mode && (mode === 'ReadWriteOncePod' || !isShared)) return { reference, claim, mode };
  }
  return undefined;
}
