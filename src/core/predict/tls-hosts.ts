import type { Cluster } from '../model/cluster.ts';
import { ingressesOf, type Ingress } from '../model/ingress.ts';
import { nearness } from '../text/near.ts';
import type { Field, Known } from '../yaml/field.ts';

/** Whether a host is another one, or one of those that it stands for with `*.`: one label more (S-256). */
export function coversHost(pattern: string, host: string): boolean {
  return pattern === host || (pattern.startsWith('*.') && host.includes('.') && host.slice(host.indexOf('.')) === pattern.slice(1));
}

type Host = Known<string>;

function knownHosts(fields: readonly Field<string>[]): readonly Host[] | undefined {
  const hosts = fields.filter((field): field is Host => field.state === 'known' && field.value !== '');
  return hosts.length === fields.length ? hosts : undefined;
}

/** Hosts of the rules of an Ingress; undefined where one takes every host, or is not known. */
function ruleHostsOf({ rules, rulesOpen }: Ingress): readonly Host[] | undefined {
  return rulesOpen ? undefined : knownHosts(rules.map(({ host }) => host));
}

/** Hosts that the certificates of an Ingress are for; undefined where one is for all of them, or is not known. */
function tlsHostsOf({ tls, tlsOpen }: Ingress): readonly Host[] | undefined {
  if (tlsOpen || tls.some(({ hosts, hostsOpen }) => hostsOpen || hosts.length === 0)) return undefined;
  return knownHosts(tls.flatMap(({ hosts }) => hosts));
}

/** Hosts of an Ingress whose TLS and whose rules do not meet. */
export interface UnmetHosts {
  /** With TLS and without a rule, each with the rule host that it evidently stands for. */
  readonly unmatched: readonly { readonly host: Host; readonly meant: Host | undefined }[];
  /** With a rule and without TLS. */
  readonly uncovered: readonly Host[];
}

const NONE: UnmetHosts = { unmatched: [], uncovered: [] };

function meet(a: string, b: string): boolean {
  return coversHost(a, b) || coversHost(b, a);
}

/** Compares the hosts of TLS with those of the rules, also of the other Ingresses: controllers merge what is of one host (S-262). */
export function findUnmetHosts(ingress: Ingress, cluster: Cluster): UnmetHosts {
  const [rules, tls] = [ruleHostsOf(ingress), tlsHostsOf(ingress)];
  if (!rules || !tls || rules.length === 0 || tls.length === 0) return NONE;
  const others = ingressesOf(cluster).filter(other => other !== ingress);
  const [otherRules, otherTls] = [others.map(ruleHostsOf), others.filter(other => other.tls.length > 0).map(tlsHostsOf)];
  const isIn = (host: Host, lists: readonly (readonly Host[] | undefined)[]): boolean =>
    lists.some(list => list === undefined || list.some(({ value }) => meet(value, host.value)));
  const unmatched = tls.filter(host => !isIn(host, [rules, ...otherRules]));
  const uncovered = rules.filter(host => !isIn(host, [tls, ...otherTls]));
  const meantBy = ({ value }: Host): Host | undefined =>
    uncovered.find(candidate => nearness(value, candidate.value) !== undefined) ??
    (unmatched.length === 1 && uncovered.length === 1 ? uncovered[0] : undefined);
  return { unmatched: unmatched.map(host => ({ host, meant: meantBy(host) })), uncovered };
}
