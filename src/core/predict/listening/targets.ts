import type { Cluster } from '../../model/cluster.ts';
import type { Container } from '../../model/pod.ts';
import { labelOf } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Place } from '../../yaml/place.ts';
import { servicePortsTo } from '../declared-ports.ts';

/** Something that reaches a port of a pod from outside it. */
export interface Caller {
  /** `Service "web"`, `the readiness probe`. */
  readonly label: string;
  readonly at: Place;
}

const PROBES = ['readinessProbe', 'livenessProbe', 'startupProbe'] as const;

/** The probe that asks a port on the pod's address, which it does unless it names a host (S-191). */
function findProbe(container: Container, number: number): Caller | undefined {
  for (const name of PROBES) {
    for (const kind of ['httpGet', 'tcpSocket', 'grpc'] as const) {
      const action = container.body.get(name).get(kind).as<Readonly<Record<'port' | 'host', unknown>>>();
      const port = valueOf(action.get('port').intOrString());
      const declared = container.ports.find(other => typeof port === 'string' && valueOf(other.name) === port);
      if (!action.get('host').isAbsent || (declared ? valueOf(declared.number) : port) !== number) continue;
      return { label: `its ${name.replace('Probe', '')} probe`, at: action.get('port').at };
    }
  }
  return undefined;
}

/** Who reaches a number of a container's pod: a Service of the set, else a probe. */
export function findCaller(container: Container, number: number, cluster: Cluster): Caller | undefined {
  const [port] = servicePortsTo(number, container.pod, cluster);
  return port ? { label: labelOf(port.service.resource), at: port.targetPort.at } : findProbe(container, number);
}
