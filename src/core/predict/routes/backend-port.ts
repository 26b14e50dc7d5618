import { annotationOf, type Ingress, type IngressBackend } from '../../model/ingress.ts';
import type { IngressController } from '../../model/ingress-controller.ts';
import { labelOf } from '../../model/resource.ts';
import type { Service, ServicePort } from '../../model/service.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Doubt } from '../endpoints/types.ts';

export type BackendPort =
  | { readonly found: 'yes'; readonly port: ServicePort }
  | { readonly found: 'no'; readonly message: string }
  | { readonly found: 'unknown'; readonly doubt: Doubt };

/** A number means a port, a text its name; versions before v1 may write the number as a text. */
function isNamed({ number, name }: ServicePort, wanted: number | string): boolean {
  return typeof wanted === 'number' ? valueOf(number) === wanted : valueOf(name) === wanted || String(valueOf(number)) === wanted;
}

/** The field of a port that may be what is wanted and is not known. */
function hidesName({ number, name, targetPort }: ServicePort, wanted: number | string): boolean {
  return targetPort.state === 'unknown' || (typeof wanted === 'number' ? number : name).state === 'unknown';
}

function listPorts({ ports }: Service): string {
  return ports.map(({ number, name }) => valueOf(name) ?? String(valueOf(number) ?? '?')).join(', ');
}

/** The Service port that a backend means (S-249); ingress-nginx takes a targetPort too, the first port that fits in any way (S-261). */
export function findBackendPort({ port: wanted, body }: IngressBackend, service: Service, controller: IngressController | undefined): BackendPort {
  const label = labelOf(service.resource);
  if (wanted.state !== 'known') {
    const reason = wanted.state === 'absent' ? 'it names no port' : 'its port is not known';
    return { found: 'unknown', doubt: { reason, at: wanted.state === 'absent' ? body.at : wanted.at } };
  }
  const { value } = wanted;
  const fits = (port: ServicePort): boolean => isNamed(port, value) || (controller?.takesTargetPort === true && valueOf(port.targetPort) === value);
  const port = service.ports.find(fits);
  if (port) return { found: 'yes', port };
  if (service.portsOpen || service.ports.some(each => hidesName(each, value)))
    return { found: 'unknown', doubt: { reason: `the ports of ${label} are not all known`, at: service.spec.at } };
  const behind = service.ports.find(({ targetPort }) => valueOf(targetPort) === value);
  const has = service.ports.length === 0 ? 'has no ports' : `has ${listPorts(service)}`;
  const why = behind ? `it is the targetPort of port ${String(valueOf(behind.number) ?? '')}` : `it ${has}`;
  return { found: 'no', message: `${label} has no port ${typeof value === 'number' ? String(value) : `"${value}"`}: ${why}` };
}

function writtenTarget(ingress: Ingress, { resource }: Service, key: string): string | undefined {
  const ofService = resource.metadata.get('annotations').as<Readonly<Record<string, string>>>().get(key).string();
  return valueOf(ofService) ?? valueOf(annotationOf(ingress, key));
}

/** Why pods behind a Service without a node port may stay out of reach of a load balancer that knows nodes only (S-263). */
export function mustBeOnNodes(ingress: Ingress, service: Service, controller: IngressController | undefined): Doubt | undefined {
  if (!controller?.reachesNodes || valueOf(service.type) !== 'ClusterIP') return undefined;
  const { targetType, title } = controller;
  const target = targetType && writtenTarget(ingress, service, targetType.annotation);
  const groups = service.resource.metadata.get('annotations').as<Readonly<Record<string, string>>>().get('cloud.google.com/neg');
  if (target === targetType?.pods ? target !== undefined : !targetType && groups.isWritten) return undefined;
  const unless = target === undefined ? (targetType ? `, unless its target type is ${targetType.pods}` : ', unless the cluster is VPC-native') : '';
  return { reason: `${title} needs a node port, which ${labelOf(service.resource)} of type ClusterIP does not have${unless}`, at: service.type.at };
}
