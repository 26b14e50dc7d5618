import type { Cluster } from '../model/cluster.ts';
import { ingressesOf, type Ingress } from '../model/ingress.ts';
import { nearness } from '../text/near.ts';
import type { Field, Known } from '../yaml/field.ts';

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

/** All hosts of a scope, asked without comparing each with each. */
interface HostIndex {
  readonly names: ReadonlySet<string>;
  /** `*.example.com` for each name below it. */
  readonly wildcards: ReadonlySet<string>;
  /** One of the lists is for every host, or is not known. */
  readonly isOpen: boolean;
}

/** The wildcard that covers a host (S-256). */
function wildcardOf(host: string): string {
  return `*${host.slice(host.indexOf('.'))}`;
}

function indexHosts(lists: readonly (readonly Host[] | undefined)[]): HostIndex {
  const names = new Set(lists.flatMap(list => list?.map(({ value }) => value) ?? []));
  return { names, wildcards: new Set([...names].filter(name => !name.startsWith('*.')).map(wildcardOf)), isOpen: lists.includes(undefined) };
}

const INDEXES = new WeakMap<Cluster, { readonly rules: HostIndex; readonly tls: HostIndex }>();

function indexesOf(cluster: Cluster): { readonly rules: HostIndex; readonly tls: HostIndex } {
  let known = INDEXES.get(cluster);
  if (!known) {
    const ingresses = ingressesOf(cluster);
    known = { rules: indexHosts(ingresses.map(ruleHostsOf)), tls: indexHosts(ingresses.filter(({ tls }) => tls.length > 0).map(tlsHostsOf)) };
    INDEXES.set(cluster, known);
  }
  return known;
}

function isAmong({ value }: Host, { names, wildcards, isOpen }: HostIndex): boolean {
  return isOpen || names.has(value) || (value.startsWith('*.') ? wildcards.has(value) : names.has(wildcardOf(value)));
}

const NONE: UnmetHosts = { unmatched: [], uncovered: [] };

/** Compares the hosts of TLS with those of the rules, also of the other Ingresses: controllers merge what is of one host (S-262). */
export function findUnmetHosts(ingress: Ingress, cluster: Cluster): UnmetHosts {
  const [rules, tls] = [ruleHostsOf(ingress), tlsHostsOf(ingress)];
  if (!rules || !tls || rules.length === 0 || tls.length === 0) return NONE;
  const all = indexesOf(cluster);
  const unmatched = tls.filter(host => !isAmong(host, all.rules));
  const uncovered = rules.filter(host => !isAmong(host, all.tls));
  const meantBy = ({ value }: Host): Host | undefined =>
    uncovered.find(candidate => nearness(value, candidate.value) !== undefined) ??
    (unmatched.length === 1 && uncovered.length === 1 ? uncovered[0] : undefined);
  return { unmatched: unmatched.map(host => ({ host, meant: meantBy(host) })), uncovered };
}
