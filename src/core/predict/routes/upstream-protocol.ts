import { annotationOf, type Ingress } from '../../model/ingress.ts';
import type { IngressController } from '../../model/ingress-controller.ts';
import type { Service, ServicePort } from '../../model/service.ts';
import { valueOf, type Field } from '../../yaml/field.ts';

function serviceAnnotation({ resource }: Service, key: string): Field<string> {
  return resource.metadata.get('annotations').as<Readonly<Record<string, string>>>().get(key).string();
}

/** Annotations of Services that list their ports, or name a protocol for all of them. */
const SERVICE_PROTOCOL: Readonly<Record<string, string>> = {
  gce: 'cloud.google.com/app-protocols',
  kong: 'konghq.com/protocol',
  traefik: 'traefik.ingress.kubernetes.io/service.serversscheme',
  contour: 'projectcontour.io/upstream-protocol.tls',
};

function isListed(list: string, port: ServicePort): boolean {
  const names = list.split(',').map(word => word.trim());
  return names.includes(valueOf(port.name) ?? '') || names.includes(String(valueOf(port.number) ?? ''));
}

/** `{"https":"HTTPS"}`: GKE's protocols by the names of ports. */
function protocolIn(json: string, port: ServicePort): string | undefined {
  const name = valueOf(port.name) ?? '';
  const entries = [...json.matchAll(/"([^"]*)"\s*:\s*"([A-Za-z0-9]+)"/g)];
  return entries.find(([, key]) => key === name)?.[2]?.toUpperCase();
}

/** What a Service says of the protocol of a port, to the controllers that ask it. */
function protocolByService(id: string, service: Service, port: ServicePort): string | undefined {
  const key = SERVICE_PROTOCOL[id];
  const field = key === undefined ? undefined : serviceAnnotation(service, key);
  const value = field && valueOf(field);
  if (value === undefined) return undefined;
  if (id === 'gce') return protocolIn(value, port);
  if (id === 'contour') return isListed(value, port) ? 'HTTPS' : undefined;
  return value.toUpperCase();
}

/** Traefik and GKE look at the port itself (S-264). */
function protocolByPort(id: string, port: ServicePort): string | undefined {
  const [name, number, appProtocol] = [valueOf(port.name) ?? '', valueOf(port.number), valueOf(port.body.get('appProtocol').string())];
  if (id === 'traefik' && (number === 443 || name.startsWith('https'))) return 'HTTPS';
  return id === 'gce' || id === 'traefik' ? appProtocol?.toUpperCase() : undefined;
}

function isPassedThrough(ingress: Ingress, { passthrough }: IngressController): boolean | undefined {
  if (passthrough === undefined) return false;
  const field = annotationOf(ingress, passthrough);
  return field.state === 'unknown' ? undefined : valueOf(field) === 'true' || valueOf(field) === 'enabled';
}

/** What a controller speaks with the pods of a Service port: HTTP unless something says otherwise (S-264). Undefined where it is not known. */
export function protocolOf(ingress: Ingress, port: ServicePort, controller: IngressController | undefined): string | undefined {
  if (!controller) return undefined;
  const passed = isPassedThrough(ingress, controller);
  if (passed !== false) return passed === true ? 'TLS' : undefined;
  const keys = [controller.backendProtocol, controller.backendTls, controller.tlsServices].filter(key => key !== undefined);
  const [written] = keys.map(key => ({ key, field: annotationOf(ingress, key) })).filter(({ field }) => field.state !== 'absent');
  if (written) {
    const value = valueOf(written.field);
    if (value === undefined) return undefined;
    if (written.key === controller.backendProtocol) return value.toUpperCase();
    const name = valueOf(port.service.resource.name) ?? '';
    return value === 'true' || value.split(',').some(word => word.trim() === name) ? 'HTTPS' : 'HTTP';
  }
  return protocolByService(controller.id, port.service, port) ?? protocolByPort(controller.id, port) ?? 'HTTP';
}
