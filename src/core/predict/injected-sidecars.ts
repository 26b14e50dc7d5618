import type { PodTemplate } from '../model/pod.ts';
import { valueOf } from '../yaml/field.ts';

/** Port names and numbers of proxies and agents that admission adds to pods, so that no template shows them (S-050). */
const PORT_NAMES = new Set([
  'http-envoy-prom',
  'linkerd-admin',
  'linkerd-proxy',
  'mesh-metrics',
  'dapr-http',
  'dapr-grpc',
  'dapr-internal',
  'dapr-metrics',
  'envoy-admin',
  'envoy-metrics',
]);
const PORT_NUMBERS = new Set([4143, 4191, 3500, 9901, 15000, 15001, 15004, 15006, 15008, 15014, 15020, 15021, 15090, 20000, 20200, 50001, 50002]);

/** Marks of injectors whose containers may declare ports of any name: Istio's make a gateway of a container. */
const OPEN_MARKS = [
  'sidecar.opentelemetry.io/inject',
  'sidecar.jaegertracing.io/inject',
  'injector.tumblr.com/request',
  'consul.hashicorp.com/connect-inject',
  'inject.istio.io/templates',
];

function isMarked(pod: PodTemplate, key: string): boolean {
  const annotation = pod.body.get('metadata').get('annotations').as<Readonly<Record<string, unknown>>>().get(key).scalar();
  const label = pod.labels.entries.get(key);
  const values = [annotation.state === 'absent' ? undefined : String(valueOf(annotation) ?? ''), label && (valueOf(label) ?? '')];
  return values.some(value => value !== undefined && value !== 'false' && value !== 'disabled');
}

/** Whether a port that the template does not declare may belong to a container that admission adds. */
export function mayBeInjected(pod: PodTemplate, port: string | number): boolean {
  return (typeof port === 'string' ? PORT_NAMES.has(port) : PORT_NUMBERS.has(port)) || OPEN_MARKS.some(key => isMarked(pod, key));
}
