import { groupBy } from '../../model/group-by.ts';
import { annotationOf, type Ingress, type IngressTls } from '../../model/ingress.ts';
import { known, valueOf, type Field } from '../../yaml/field.ts';
import type { Place } from '../../yaml/place.ts';
import { judgeAbsence } from '../references/absence.ts';
import { findTarget } from '../references/resolve.ts';
import { findReference, type RouteContext } from './context.ts';
import { normalizeHost } from './host-match.ts';
import type { Entry, RouteTls } from './types.ts';

const BY_HOST = new WeakMap<Entry, ReadonlyMap<string, readonly IngressTls[]>>();

/** The TLS entries of all Ingresses that are served together, by the hosts that they name. */
function entriesByHost(entry: Entry): ReadonlyMap<string, readonly IngressTls[]> {
  let known = BY_HOST.get(entry);
  if (!known) {
    const all = entry.ingresses.flatMap(({ tls }) => tls.flatMap(each => each.hosts.map(host => ({ host: valueOf(host) ?? '', each }))));
    known = new Map([...groupBy(all, ({ host }) => normalizeHost(host))].map(([host, found]) => [host, found.map(({ each }) => each)]));
    BY_HOST.set(entry, known);
  }
  return known;
}

/**
 * The entry for a host: of its own name before one of a wildcard, of the same Ingress before one that shares the host. One without hosts is for
 * all hosts of its Ingress.
 */
function findTls(ingress: Ingress, host: string, entry: Entry): IngressTls | undefined {
  const name = normalizeHost(host);
  const byHost = entriesByHost(entry);
  const named = name === '' ? [] : [...(byHost.get(name) ?? []), ...(byHost.get(name.replace(/^[^.]+/, '*')) ?? [])];
  return named.find(each => each.ingress === ingress) ?? ingress.tls.find(({ hosts, hostsOpen }) => hosts.length === 0 && !hostsOpen) ?? named[0];
}

/** Whether a host of an entry, or all of it, is hidden. */
function mayCover({ hosts, hostsOpen }: IngressTls): boolean {
  return hostsOpen || hosts.some(({ state }) => state !== 'known');
}

function endsAs(ends: RouteTls['ends'], at: Place): RouteTls {
  return { ends, secret: undefined, object: undefined, breaks: undefined, at };
}

function ofCertificate(ingress: Ingress, keys: readonly string[]): RouteTls | undefined {
  const field = keys.map(key => annotationOf(ingress, key)).find(({ state }) => state !== 'absent');
  return field && endsAs('ingress', field.at);
}

/** TLS that ends with the Secret of an entry, as far as the files show it (S-252). */
function ofEntry({ ingress: { resource }, body, secretName }: IngressTls, { cluster }: RouteContext): RouteTls {
  if (secretName.state === 'absent') return endsAs('ingress', body.at);
  const found = { ...endsAs('ingress', body.at), secret: secretName };
  const reference = findReference(resource, secretName, cluster);
  if (!reference) return found;
  const absence = judgeAbsence(reference, cluster);
  if (!absence || absence.grade === 'unproven') return { ...found, object: findTarget(reference, cluster) };
  const where = absence.grade === 'elsewhere' ? `is only in namespace "${valueOf(absence.target.namespace) ?? ''}"` : 'does not exist';
  const message = `Secret "${valueOf(secretName) ?? ''}" ${where}`;
  return { ...found, breaks: { rule: 'ingress-tls-secret-missing', message, at: secretName.at } };
}

/**
 * Where TLS of a host ends: at the controller with the Secret of the entry that has the host, or in the pods (S-252). Undefined where nothing
 * says that the host is served by TLS at all.
 */
export function tlsOf(ingress: Ingress, host: Field<string>, entry: Entry, context: RouteContext): RouteTls | undefined {
  const { controller } = entry;
  const passthrough = controller?.passthrough === undefined ? undefined : annotationOf(ingress, controller.passthrough);
  if (passthrough?.state === 'unknown') return endsAs('unknown', passthrough.at);
  if (passthrough?.state === 'known' && ['true', 'enabled'].includes(passthrough.value)) return endsAs('pod', passthrough.at);
  const name = valueOf(host);
  const own = name === undefined ? undefined : findTls(ingress, name, entry);
  if (own) return ofEntry(own, context);
  const certificate = ofCertificate(ingress, controller?.certificates ?? []);
  if (certificate) return certificate;
  const hidden = ingress.tls.find(mayCover) ?? (name === undefined || ingress.tlsOpen ? ingress.tls[0] : undefined);
  if (hidden) return endsAs('unknown', hidden.body.at);
  return ingress.tlsOpen ? endsAs('unknown', ingress.spec.get('tls').at) : undefined;
}

/** The host of what has no rule: every one. */
export function everyHost(ingress: Ingress): Field<string> {
  return known('', ingress.spec.at);
}
