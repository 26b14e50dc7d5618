import type { Pod } from 'kubernetes-types/core/v1.d.ts';
import type { PodTemplate } from '../../model/pod.ts';
import { valueOf } from '../../yaml/field.ts';

/** `ended`: phase Succeeded or Failed. `waiting`: the pod has no address yet. Neither is an endpoint (S-029). */
export type PodPhase = 'running' | 'ended' | 'waiting';

export interface PodState {
  readonly phase: PodPhase;
  /** The Ready condition (S-032). */
  readonly ready: boolean;
  /** Deleted and not gone yet: such pods stay endpoints (S-029). */
  readonly terminating: boolean;
}

function readObserved(template: PodTemplate): PodState | undefined {
  const { workload } = template;
  const status = workload.body.as<Pod>().get('status');
  if (!workload.observed || workload.kind !== 'Pod' || !status.isMapping) return undefined;
  const phase = valueOf(status.get('phase').string());
  const condition = status
    .get('conditions')
    .items()
    .find(item => valueOf(item.get('type').string()) === 'Ready');
  const addressed = status.get('podIP').isPresent || status.get('podIPs').items().length > 0;
  return {
    phase: phase === 'Succeeded' || phase === 'Failed' ? 'ended' : addressed ? 'running' : 'waiting',
    ready: condition !== undefined && valueOf(condition.get('status').string()) === 'True',
    terminating: workload.metadata.get('deletionTimestamp').isPresent,
  };
}

/**
 * The state in which the pods of a template settle: running and ready, but for readiness gates, which nothing in the files
 * opens (S-032). A pod that `kubectl get` showed tells its own state.
 */
export function readPodState(template: PodTemplate): PodState {
  const gated = template.spec.get('readinessGates').items().length > 0;
  return readObserved(template) ?? { phase: 'running', ready: !gated, terminating: false };
}
