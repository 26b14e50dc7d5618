import type { Target } from '../../../model/cluster.ts';
import { readIpNetwork, renderIpAddress, type IpAddress, type IpNetwork } from '../../../model/ip-address.ts';
import type { Cursor } from '../../../yaml/cursor.ts';
import { countOf, isEmpty, pointerOf, textOf } from '../read.ts';
import type { Refusals } from '../refusals.ts';
import { readLegacyIp, validateLegacyIp } from './ip-address.ts';
import { clusterIpsOf, serviceType, type ClusterIps, type ServiceSpec } from './service-spec.ts';

type Family = 'IPv4' | 'IPv6';

const FAMILIES = ['IPv4', 'IPv6'];
const POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];

const familyOf = ({ family }: IpAddress): Family => (family === 4 ? 'IPv4' : 'IPv6');

function addressOf(item: Cursor<string>): IpAddress | undefined {
  const text = textOf(item);
  return text === undefined ? undefined : readLegacyIp(text)?.address;
}

/**
 * Addresses and families, which the server brings in order before it validates anything (S-065): `clusterIP`, `clusterIPs`, `ipFamilies`,
 * `ipFamilyPolicy`, against each other and against the cluster.
 */
export function allocateClusterIps(spec: ServiceSpec, to: Refusals, target: Target): void {
  if (serviceType(spec) === undefined || serviceType(spec) === 'ExternalName') return;
  const ips = clusterIpsOf(spec);
  validateClusterIps(spec, to, ips);
  validateFamilies(spec, to, ips);
  if (to.causes.length > 0 || !ips) return;
  validateFamilyPolicy(spec, to, ips);
  if (to.causes.length > 0) return;
  allocateFamilies(spec, to, target, ips);
  allocateAddresses(spec, to, target, ips);
}

/** The addresses by themselves (`ValidateServiceClusterIPsRelatedFields`). */
function validateClusterIps(spec: ServiceSpec, to: Refusals, ips: ClusterIps | undefined): void {
  const one = textOf(spec.get('clusterIP'));
  if (!ips) return;
  const { items, whole } = ips;
  const [list, [first]] = [spec.get('clusterIPs'), items];
  const refuse = (detail: string): void => {
    to.invalid('service/cluster-ips', list.isPresent ? list : spec.get('clusterIP'), detail, whole);
  };
  const primary = first && textOf(first);
  if (one === '' && items.length > 0) refuse('must be empty when `clusterIP` is not specified');
  else if (one !== undefined && one !== '' && primary !== undefined && one !== primary) refuse('first value must match `clusterIP`');
  if (primary === 'None' && items.length > 1) refuse("'None' must be the first and only value");
  if (items.length > 2) refuse('may only hold up to 2 values');
  const areAddresses = validateEachAddress(ips, to);
  if (!areAddresses || items.length < 2) return;
  const families = new Set(items.map(item => addressOf(item)?.family));
  if (families.size === 1) refuse('may specify no more than one IP for each IP family');
}

/** True where all are known to be addresses. */
function validateEachAddress({ items, fieldOf }: ClusterIps, to: Refusals): boolean {
  let areAddresses = true;
  for (const [index, item] of items.entries()) {
    const text = textOf(item);
    if (text === 'None' && index === 0) areAddresses &&= items.length === 1;
    else areAddresses &&= validateLegacyIp('service/cluster-ip', item, to, { field: fieldOf(index), value: text }) !== undefined;
  }
  return areAddresses && items.every(item => textOf(item) !== undefined);
}

function validateFamilies(spec: ServiceSpec, to: Refusals, ips: ClusterIps | undefined): void {
  const seen = new Set<string>();
  for (const item of spec.get('ipFamilies').items()) {
    const family = textOf(item);
    if (family === undefined) continue;
    if (!FAMILIES.includes(family)) to.notSupported('service/ip-family-unsupported', item, FAMILIES, { value: family });
    if (seen.has(family)) to.duplicate('service/ip-family-duplicated', item, { value: family });
    seen.add(family);
  }
  const policy = pointerOf(spec.get('ipFamilyPolicy').string());
  if (typeof policy === 'string' && !POLICIES.includes(policy)) to.notSupported('service/ip-family-policy-unsupported', spec.get('ipFamilyPolicy'), POLICIES);
  if (ips) validateFamilyOfAddresses(spec, to, ips);
}

/** Each address is of the family that stands at its place, unless one of them is no address at all. */
function validateFamilyOfAddresses(spec: ServiceSpec, to: Refusals, { items, fieldOf }: ClusterIps): void {
  const addresses = items.map(addressOf);
  const families = spec.get('ipFamilies').items();
  if (addresses.some(address => address === undefined)) return;
  for (const [index, item] of items.entries()) {
    const [address, family] = [addresses[index], families[index] && textOf(families[index])];
    if (!address || !family || !FAMILIES.includes(family) || family === familyOf(address)) continue;
    const detail = `expected an ${family} value as indicated by \`ipFamilies[${String(index)}]\``;
    to.invalid('service/cluster-ip-family', item, detail, { field: fieldOf(index) });
  }
}

/** True where the Service is headless and has no selector: then its endpoints may be of any family (S-089). */
function isFreeOfFamilies(spec: ServiceSpec): boolean {
  return textOf(spec.get('clusterIP')) === 'None' && isEmpty(spec.get('selector'));
}

/** The policy that the server holds (S-089); undefined where it is not known. */
function ipFamilyPolicyOf(spec: ServiceSpec): string | undefined {
  const policy = pointerOf(spec.get('ipFamilyPolicy').string());
  if (policy !== null) return policy;
  const [clusterIp, count] = [textOf(spec.get('clusterIP')), countOf(spec.get('selector'))];
  if (clusterIp === undefined || (clusterIp === 'None' && count === undefined)) return undefined;
  return isFreeOfFamilies(spec) ? 'RequireDualStack' : 'SingleStack';
}

/** Two families or addresses need a policy that allows two (S-091, S-092): leaving it out asks for one. */
function validateFamilyPolicy(spec: ServiceSpec, to: Refusals, { items }: ClusterIps): void {
  if (ipFamilyPolicyOf(spec) !== 'SingleStack') return;
  const policy = spec.get('ipFamilyPolicy');
  const refuse = (what: string): void => {
    const detail = `must be 'RequireDualStack' or 'PreferDualStack' when multiple ${what} are specified`;
    to.invalid('service/ip-family-policy', policy, detail, { value: 'SingleStack' });
  };
  if (items.length === 2) refuse('cluster IPs');
  if (countOf(spec.get('ipFamilies')) === 2) refuse('IP families');
}

/** The networks of cluster IPs that are known, by their family. Where none is, nothing about the cluster is. */
function networksOf({ serviceCidrs }: Target): readonly (IpNetwork & { readonly text: string; readonly name: Family })[] {
  return serviceCidrs.flatMap(text => {
    const network = readIpNetwork(text);
    return network ? [{ ...network, text, name: network.family === 4 ? 'IPv4' : 'IPv6' } as const] : [];
  });
}

/** Families that the cluster has no network for (S-093, S-094). */
function allocateFamilies(spec: ServiceSpec, to: Refusals, target: Target, { items, whole, fieldOf }: ClusterIps): void {
  const served = new Set(networksOf(target).map(({ name }) => name));
  if (served.size === 0) return;
  const families = spec.get('ipFamilies').items();
  for (const [index, item] of items.entries()) {
    const address = index < families.length ? undefined : addressOf(item);
    if (!address || served.has(familyOf(address))) continue;
    to.invalid('service/ip-family-of-cluster', item, `${familyOf(address)} is not configured on this cluster`, { field: fieldOf(index), value: whole.value });
  }
  if (to.causes.length > 0 || textOf(spec.get('clusterIP')) === undefined || isFreeOfFamilies(spec)) return;
  const policy = spec.get('ipFamilyPolicy');
  if (textOf(policy) === 'RequireDualStack' && served.size < 2) {
    to.invalid('service/ip-family-of-cluster', policy, 'this cluster is not configured for dual-stack services');
  }
  for (const item of families) {
    const family = textOf(item);
    if ((family === 'IPv4' || family === 'IPv6') && !served.has(family)) to.invalid('service/ip-family-of-cluster', item, 'not configured on this cluster');
  }
}

/** The first and last address of an IPv4 network, and the first of an IPv6 one, are never given to a Service (S-351). */
function isAllocatable(network: IpNetwork, { value }: IpAddress): boolean {
  return value > network.first && (network.family === 4 ? value < network.last : value <= network.last);
}

/** Addresses outside the networks of the cluster (S-087, S-351). */
function allocateAddresses(spec: ServiceSpec, to: Refusals, target: Target, { items, whole }: ClusterIps): void {
  const networks = networksOf(target);
  if (to.causes.length > 0) return;
  const asksForTwo = ['PreferDualStack', 'RequireDualStack'].includes(ipFamilyPolicyOf(spec) ?? '') && new Set(networks.map(({ name }) => name)).size === 2;
  const length = Math.max(countOf(spec.get('ipFamilies')) ?? 0, asksForTwo ? 2 : 1);
  for (const item of items) {
    const address = addressOf(item);
    const own = networks.filter(({ family }) => family === address?.family);
    const [network] = own;
    if (!address || !network || own.some(each => isAllocatable(each, address))) continue;
    const range = `the provided IP (${renderIpAddress(address)}) is not in the valid range. The range of valid IPs is ${network.text}`;
    const value = [...whole.value, ...new Array<string>(Math.max(0, length - items.length)).fill('')];
    to.invalid('service/cluster-ip-range', item, `failed to allocate IP ${textOf(item) ?? ''}: ${range}`, { field: whole.field, value });
    return;
  }
}
