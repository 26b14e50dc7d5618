import type { Cluster } from '../../model/cluster.ts';
import type { Container } from '../../model/pod.ts';
import { isHook, probeKindOf, probesOf } from '../../model/probe.ts';
import { labelOf } from '../../model/resource.ts';
import type { Place } from '../../yaml/place.ts';
import { servicePortsTo } from '../declared-ports.ts';
import { resolveProbePort } from '../probe-port.ts';

/** Something that reaches a port of a pod from outside it. */
export interface Caller {
  /** `Service "web"`, `the readiness probe`. */
  readonly label: string;
  readonly at: Place;
}

/** The probe that asks a port on the pod's address, which it does unless it names a host (S-191). */
function findProbe(container: Container, number: number): Caller | undefined {
  const probe = probesOf(container).find(candidate => {
    const port = resolveProbePort(candidate);
    return !isHook(candidate) && candidate.host.state === 'absent' && port.state === 'resolved' && port.number === number;
  });
  return probe && { label: `its ${probeKindOf(probe)}`, at: probe.port.at };
}

/** Who reaches a number of a container's pod: a Service of the set, else a probe. */
export function findCaller(container: Container, number: number, cluster: Cluster): Caller | undefined {
  const [port] = servicePortsTo(number, container.pod, cluster);
  return port ? { label: labelOf(port.service.resource), at: port.targetPort.at } : findProbe(container, number);
}
