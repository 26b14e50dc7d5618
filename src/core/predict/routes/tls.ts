import { annotationOf, type Ingress, type IngressTls } from '../../model/ingress.ts';
import { known, valueOf, type Field } from '../../yaml/field.ts';
import { takesHost } from './host-match.ts';
import type { Entry, RouteTls } from './types.ts';

function covers({ hosts }: IngressTls, host: string): boolean {
  // An entry without hosts is for all hosts of the load balancer.
  return hosts.length === 0 || hosts.some(field => host !== '' && takesHost(valueOf(field) ?? '', host));
}

/** Whether a host of an entry, or all of it, is hidden. */
function mayCover({ hosts, hostsOpen }: IngressTls): boolean {
  return hostsOpen || hosts.some(({ state }) => state !== 'known');
}

function ofCertificate(ingress: Ingress, keys: readonly string[]): RouteTls | undefined {
  const field = keys.map(key => annotationOf(ingress, key)).find(({ state }) => state !== 'absent');
  return field && { ends: 'ingress', secret: undefined, at: field.at };
}

/**
 * Where TLS of a host ends: at the controller with the Secret of the entry that has the host, or in the pods (S-252). Undefined where nothing
 * says that the host is served by TLS at all.
 */
export function tlsOf(ingress: Ingress, host: Field<string>, { controller, ingresses }: Entry): RouteTls | undefined {
  const passthrough = controller?.passthrough === undefined ? undefined : annotationOf(ingress, controller.passthrough);
  if (passthrough?.state === 'unknown') return { ends: 'unknown', secret: undefined, at: passthrough.at };
  if (passthrough?.state === 'known' && ['true', 'enabled'].includes(passthrough.value)) return { ends: 'pod', secret: undefined, at: passthrough.at };
  const name = valueOf(host);
  // Ingresses that share a host share its certificate; that of the same Ingress comes first.
  const entries = [ingress, ...ingresses.filter(other => other !== ingress)].flatMap(({ tls }) => tls);
  const own = name === undefined ? undefined : entries.find(entry => covers(entry, name) && (entry.ingress === ingress || entry.hosts.length > 0));
  if (own) return { ends: 'ingress', secret: own.secretName.state === 'absent' ? undefined : own.secretName, at: own.body.at };
  const certificate = ofCertificate(ingress, controller?.certificates ?? []);
  if (certificate) return certificate;
  const hidden = ingress.tls.find(mayCover) ?? (name === undefined || ingress.tlsOpen ? ingress.tls[0] : undefined);
  if (hidden) return { ends: 'unknown', secret: undefined, at: hidden.body.at };
  return ingress.tlsOpen ? { ends: 'unknown', secret: undefined, at: ingress.spec.get('tls').at } : undefined;
}

/** The host of a rule, as a field of its own for what has none. */
export function everyHost(ingress: Ingress): Field<string> {
  return known('', ingress.spec.at);
}
