import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import type { ServiceReference, UseKind } from './service-reference.ts';

interface Named {
  readonly via: UseKind;
  readonly from: Resource;
  readonly name: Cursor<unknown>;
  readonly port: Cursor<unknown>;
  readonly namespace?: Cursor<unknown>;
  /** The port where none is written. */
  readonly fallback?: number;
}

function* readNamed({ via, from, name, port, namespace, fallback }: Named): Iterable<ServiceReference> {
  const service = valueOf(name.string());
  const other = namespace?.string();
  if (service === undefined || other?.state === 'unknown') return;
  const written = port.intOrString();
  yield {
    via,
    from,
    pod: undefined,
    name: service,
    namespace: other && valueOf(other),
    port: written.state === 'absent' ? fallback : valueOf(written),
    at: name.at,
  };
}

/** Backends of an Ingress: `service.name` of networking.k8s.io/v1, `serviceName` of the versions before it. */
function* readIngressBackend(from: Resource, backend: Cursor): Iterable<ServiceReference> {
  const service = backend.get('service');
  const port = service.get('port');
  yield* readNamed({ via: 'ingress', from, name: service.get('name'), port: port.get('number').isPresent ? port.get('number') : port.get('name') });
  yield* readNamed({ via: 'ingress', from, name: backend.get('serviceName'), port: backend.get('servicePort') });
}

function* readIngress(from: Resource): Iterable<ServiceReference> {
  const spec = from.body.get('spec');
  yield* readIngressBackend(from, spec.get('defaultBackend'));
  yield* readIngressBackend(from, spec.get('backend'));
  for (const rule of spec.get('rules').items()) for (const path of rule.get('http').get('paths').items()) yield* readIngressBackend(from, path.get('backend'));
}

function isService(reference: Cursor): boolean {
  const [kind, group] = [reference.get('kind').string(), reference.get('group').string()];
  return (kind.state === 'absent' || valueOf(kind) === 'Service') && (group.state === 'absent' || valueOf(group) === '');
}

function* readObjectReference(from: Resource, reference: Cursor, via: UseKind = 'route'): Iterable<ServiceReference> {
  if (isService(reference)) yield* readNamed({ via, from, name: reference.get('name'), port: reference.get('port'), namespace: reference.get('namespace') });
}

/** Gateway API routes of every kind (S-279). */
function* readGatewayRoute(from: Resource): Iterable<ServiceReference> {
  for (const rule of from.body.get('spec').get('rules').items()) {
    for (const reference of rule.get('backendRefs').items()) yield* readObjectReference(from, reference);
    for (const filter of rule.get('filters').items()) yield* readObjectReference(from, filter.get('requestMirror').get('backendRef'));
  }
}

/** Traefik's and Contour's routes: `spec.routes[].services[]`. */
function* readRouteServices(from: Resource): Iterable<ServiceReference> {
  const spec = from.body.get('spec');
  for (const route of [...spec.get('routes').items(), spec.get('tcpproxy')])
    for (const service of route.get('services').items()) yield* readObjectReference(from, service);
}

function* readOpenShiftRoute(from: Resource): Iterable<ServiceReference> {
  const spec = from.body.get('spec');
  const targets = [spec.get('to'), ...spec.get('alternateBackends').items()];
  // `port.targetPort` is a port of the pods (S-324), so the Service port stays open.
  for (const to of targets) yield* readNamed({ via: 'route', from, name: to.get('name'), port: to.get('port') });
}

function* readWebhooks(from: Resource): Iterable<ServiceReference> {
  const configs = [
    ...from.body
      .get('webhooks')
      .items()
      .map(webhook => webhook.get('clientConfig')),
    from.body.get('spec').get('conversion').get('webhook').get('clientConfig'),
    from.body.get('spec'),
  ];
  for (const config of configs) {
    const service = config.get('service');
    yield* readNamed({ via: 'webhook', from, name: service.get('name'), port: service.get('port'), namespace: service.get('namespace'), fallback: 443 });
  }
}

function* readStatefulSet(from: Resource): Iterable<ServiceReference> {
  const name = from.body.get('spec').get('serviceName');
  yield* readNamed({ via: 'service-name', from, name, port: name.get('port') });
}

type Reader = (from: Resource) => Iterable<ServiceReference>;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['networking.k8s.io/Ingress', readIngress],
  ['extensions/Ingress', readIngress],
  ...['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map((kind): [string, Reader] => [`gateway.networking.k8s.io/${kind}`, readGatewayRoute]),
  ...['traefik.io', 'traefik.containo.us'].flatMap(group =>
    ['IngressRoute', 'IngressRouteTCP', 'IngressRouteUDP'].map((kind): [string, Reader] => [`${group}/${kind}`, readRouteServices]),
  ),
  ['projectcontour.io/HTTPProxy', readRouteServices],
  ['route.openshift.io/Route', readOpenShiftRoute],
  ['admissionregistration.k8s.io/ValidatingWebhookConfiguration', readWebhooks],
  ['admissionregistration.k8s.io/MutatingWebhookConfiguration', readWebhooks],
  ['apiextensions.k8s.io/CustomResourceDefinition', readWebhooks],
  ['apiregistration.k8s.io/APIService', readWebhooks],
  ['apps/StatefulSet', readStatefulSet],
]);

/** The Services that an object names in a field made for that. */
export function readBackends(from: Resource): readonly ServiceReference[] {
  const read = READERS.get(`${from.group}/${from.kind}`);
  return read ? [...read(from)] : [];
}
