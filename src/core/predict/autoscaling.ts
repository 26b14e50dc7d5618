import type { Cluster } from '../model/cluster.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Resource } from '../model/resource.ts';
import { valueOf, valueOr } from '../yaml/field.ts';

const SCALED = new WeakMap<Cluster, ReadonlySet<string>>();

/** A target that is not known may be any workload. */
const ANY = '*';

function targetOf(scaler: Resource): string {
  const target = scaler.body.get('spec').get('scaleTargetRef');
  // KEDA scales a Deployment where no kind is written.
  const kind = target.get('kind').string();
  const [written, name] = [valueOr(kind, 'Deployment'), valueOf(target.get('name').string())];
  return written === undefined || name === undefined ? ANY : `${written}/${name}`;
}

/** Whether an autoscaler of the set decides how many pods the workload has. */
export function isAutoscaled({ workload }: PodTemplate, cluster: Cluster): boolean {
  const scaled = SCALED.get(cluster) ?? new Set([...cluster.ofKind('HorizontalPodAutoscaler'), ...cluster.ofKind('ScaledObject')].map(targetOf));
  SCALED.set(cluster, scaled);
  return scaled.has(ANY) || scaled.has(`${workload.kind}/${valueOf(workload.name) ?? ''}`);
}
