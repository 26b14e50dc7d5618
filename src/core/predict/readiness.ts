import type { Container, PodTemplate } from '../model/pod.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { runningContainers } from './target-port.ts';

/** Whether a container of the pods has a readiness probe: without one a pod is ready as soon as it runs (S-032). */
export function findReadinessProbe(pod: PodTemplate): Place | undefined {
  const probes = runningContainers(pod).map(container => container.body.get('readinessProbe'));
  return probes.find(probe => probe.isPresent)?.at.atKey;
}

/** The port of a probe that its container does not declare, though it names it: the probe never succeeds (S-189). */
function findUnresolved(container: Container, probe: 'readinessProbe' | 'startupProbe'): Place | undefined {
  if (container.portsOpen || container.ports.some(port => port.name.state === 'unknown')) return undefined;
  const body = container.body.get(probe);
  for (const port of [body.get('httpGet').get('port').as<unknown>(), body.get('tcpSocket').get('port').as<unknown>()]) {
    const name = valueOf(port.intOrString());
    if (typeof name === 'string' && !container.ports.some(declared => valueOf(declared.name) === name)) return port.at;
  }
  return undefined;
}

/** Why pods of a template never become ready: a readiness or startup probe asks a port that does not exist. Undefined where they may. */
export function findNeverReady(pod: PodTemplate): Place | undefined {
  for (const container of runningContainers(pod)) {
    const place = findUnresolved(container, 'readinessProbe') ?? findUnresolved(container, 'startupProbe');
    if (place) return place;
  }
  return undefined;
}
