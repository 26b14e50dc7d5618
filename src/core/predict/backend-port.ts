import type { Cluster } from '../model/cluster.ts';
import type { IngressBackend } from '../model/ingress.ts';
import type { Reference } from '../model/references/reference.ts';
import type { Service, ServicePort } from '../model/service.ts';
import { findNearest } from '../text/near.ts';
import { valueOf, valueOr } from '../yaml/field.ts';

/**
 * The port of a Service as a backend writes it: its number or its name. Before v1 a number could be written as text. Undefined where it is
 * absent, not known, or text of digits under `name`, which the API server refuses (S-248).
 */
export function writtenPortOf({ port, row }: Reference): number | string | undefined {
  const written = port && valueOf(port.as<unknown>().intOrString());
  if (typeof written !== 'string' || !/^\d+$/.test(written)) return written;
  return row.port?.length === 1 ? Number(written) : undefined;
}

/** Whether a number or name is that of a Service port: backends name nothing else of it (S-249). */
export function isServicePort(written: number | string, { name, number }: ServicePort): boolean {
  return typeof written === 'number' ? valueOf(number) === written : valueOf(name) === written;
}

/** The ports of a Service, where all of them are known well enough to say which number or name is none of them. */
export function shownPorts(service: Service): readonly ServicePort[] | undefined {
  const { ports, type } = service;
  // An ExternalName Service needs no ports: the number goes on as it is (S-261).
  return !isShown(service) || type.state !== 'known' || type.value === 'ExternalName' ? undefined : ports;
}

/** What a backend wrote in place of the Service port. */
export type MistakenFor = 'target-port' | 'node-port' | 'near-name' | 'only';

/** The Service port that a backend evidently means where it names another number or name. */
export interface MeantPort {
  readonly port: ServicePort;
  readonly mistakenFor: MistakenFor;
}

/** Finds the port behind a target port or node port, the one of the nearest name, or the only one. */
export function findMeantPort(written: number | string, ports: readonly ServicePort[]): MeantPort | undefined {
  const by = (mistakenFor: MistakenFor, port: ServicePort | undefined): MeantPort | undefined => port && { port, mistakenFor };
  const nearest = typeof written === 'string' ? findNearest(written, ports, port => valueOr(port.name, '')) : undefined;
  return (
    by(
      'target-port',
      ports.find(port => valueOf(port.targetPort) === written),
    ) ??
    by(
      'node-port',
      ports.find(port => valueOf(port.nodePort) === written),
    ) ??
    by('near-name', nearest) ??
    by('only', ports.length === 1 ? ports[0] : undefined)
  );
}

function isShown({ ports, portsOpen }: Service): boolean {
  return !portsOpen && ports.every(({ name, number }) => name.state !== 'unknown' && number.state === 'known');
}

/** The Service ports that a backend means, of each Service that is or may be the one that it names; none where not all ports are known. */
export function portsOfBackend({ ingress, service, port }: IngressBackend, cluster: Cluster): readonly ServicePort[] {
  const [name, written] = [valueOf(service), valueOf(port)];
  if (name === undefined || written === undefined) return [];
  const services = cluster.findServices(ingress.resource, name);
  return services.every(isShown) ? services.flatMap(({ ports }) => ports.filter(each => isServicePort(written, each))) : [];
}
