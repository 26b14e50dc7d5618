import type { PodTemplate } from '../model/pod.ts';
import { probesOf, type ProbeKind } from '../model/probe.ts';
import type { Place } from '../yaml/place.ts';
import { resolveProbePort } from './probe-port.ts';
import { runningContainers } from './target-port.ts';

/** Whether a container of the pods has a readiness probe: without one a pod is ready as soon as it runs (S-032). */
export function findReadinessProbe(pod: PodTemplate): Place | undefined {
  const probes = runningContainers(pod).map(container => container.body.get('readinessProbe'));
  return probes.find(probe => probe.isPresent)?.at.atKey;
}

const KEEPS_UNREADY: ReadonlySet<ProbeKind> = new Set<ProbeKind>(['readiness', 'startup']);

/** Why pods of a template never become ready: a readiness or startup probe asks a port that does not exist. Undefined where they may. */
export function findNeverReady(pod: PodTemplate): Place | undefined {
  for (const container of runningContainers(pod)) {
    const probe = probesOf(container).find(candidate => KEEPS_UNREADY.has(candidate.kind) && resolveProbePort(candidate).state === 'unresolved');
    if (probe) return probe.port.at;
  }
  return undefined;
}
