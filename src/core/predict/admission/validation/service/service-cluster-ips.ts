import type { Service } from 'kubernetes-types/core/v1.d.ts';
import { allOf, type Answer } from '../../../../model/answer.ts';
import type { Target } from '../../../../model/cluster.ts';
import { readIpNetwork, renderIpAddress, type IpAddress, type IpNetwork } from '../../../../model/ip-address.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { CheckId } from '../../checks/index.ts';
import { countOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { CreateStep } from '../../validator.ts';
import { readLegacyIp, validateLegacyIp } from './ip-address.ts';
import { clusterIpsOf, isType, type ClusterIps, type ServiceSpec } from './service-spec.ts';

type Family = 'IPv4' | 'IPv6';

const FAMILIES = ['IPv4', 'IPv6'];
const POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];

const familyOf = ({ family }: IpAddress): Family => (family === 4 ? 'IPv4' : 'IPv6');

function addressOf(item: Cursor<string>): IpAddress | undefined {
  const text = textOf(item);
  return text === undefined ? undefined : readLegacyIp(text)?.address;
}

/** A step for all Services but external ones, with the addresses that it asks for. */
function step(refuse: (spec: ServiceSpec, to: Refusals, ips: ClusterIps, target: Target) => void, tells?: 'first'): CreateStep {
  return {
    ...(tells && { tells }),
    refuse(object, to, { target }) {
      const spec = object.as<Service>().get('spec');
      const ips = clusterIpsOf(spec);
      if (isType(spec, 'ExternalName') === 'no' && ips) refuse(spec, to, ips, target);
    },
  };
}

/** The addresses by themselves (`ValidateServiceClusterIPsRelatedFields`). */
function validateClusterIps(spec: ServiceSpec, to: Refusals, ips: ClusterIps): void {
  const one = textOf(spec.get('clusterIP'));
  const { items, whole } = ips;
  const [list, [first]] = [spec.get('clusterIPs'), items];
  const refuse = (check: CheckId, detail: string): void => {
    to.invalid(check, list.isPresent ? list : spec.get('clusterIP'), detail, whole);
  };
  const primary = first && textOf(first);
  if (one === '' && items.length > 0) refuse('service/cluster-ip-missing', 'must be empty when `clusterIP` is not specified');
  else if (one !== undefined && one !== '' && primary !== undefined && one !== primary)
    refuse('service/cluster-ip-mismatch', 'first value must match `clusterIP`');
  if (primary === 'None' && items.length > 1) refuse('service/cluster-ips-none', "'None' must be the first and only value");
  if (items.length > 2) refuse('service/cluster-ips-count', 'may only hold up to 2 values');
  const areAddresses = validateEachAddress(ips, to);
  if (!areAddresses || items.length < 2) return;
  const families = new Set(items.map(item => addressOf(item)?.family));
  if (families.size === 1) refuse('service/cluster-ips-family', 'may specify no more than one IP for each IP family');
}

/** True where all are known to be addresses. */
function validateEachAddress({ items, fieldOf }: ClusterIps, to: Refusals): boolean {
  const answers = items.map((item, index) => {
    const text = textOf(item);
    if (text === 'None' && index === 0) return items.length === 1;
    return validateLegacyIp('service/cluster-ip', item, to, { field: fieldOf(index), value: text }) !== undefined;
  });
  return answers.every(Boolean);
}

function validateFamilies(spec: ServiceSpec, to: Refusals): void {
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

/** Whether the Service is headless and has no selector: then its endpoints may be of any family (S-089). */
function isFreeOfFamilies(spec: ServiceSpec): Answer {
  const [clusterIp, count] = [textOf(spec.get('clusterIP')), countOf(spec.get('selector'))];
  return allOf([clusterIp === undefined ? 'unknown' : clusterIp === 'None' ? 'yes' : 'no', count === undefined ? 'unknown' : count === 0 ? 'yes' : 'no']);
}

/** The policy that the server holds (S-089); undefined where it is not known. */
function ipFamilyPolicyOf(spec: ServiceSpec): string | undefined {
  const policy = pointerOf(spec.get('ipFamilyPolicy').string());
  if (policy !== null) return policy;
  return { yes: 'RequireDualStack', no: 'SingleStack', unknown: undefined }[isFreeOfFamilies(spec)];
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

const servedFamilies = (target: Target): ReadonlySet<Family> => new Set(networksOf(target).map(({ name }) => name));

/** Addresses of families that the cluster has no network for, where `ipFamilies` does not name the family too (S-094). */
function inferFamilies(spec: ServiceSpec, to: Refusals, { items, whole, fieldOf }: ClusterIps, target: Target): void {
  const served = servedFamilies(target);
  const named = countOf(spec.get('ipFamilies'));
  if (served.size === 0 || named === undefined) return;
  for (const [index, item] of items.entries()) {
    const address = index < named ? undefined : addressOf(item);
    if (!address || served.has(familyOf(address))) continue;
    to.invalid('service/ip-family-of-cluster', item, `${familyOf(address)} is not configured on this cluster`, { field: fieldOf(index), value: whole.value });
  }
}

/** Families and policies that ask for a network that the cluster does not have (S-093, S-094). */
function allocateFamilies(spec: ServiceSpec, to: Refusals, _: ClusterIps, target: Target): void {
  const served = servedFamilies(target);
  if (served.size === 0 || isFreeOfFamilies(spec) !== 'no') return;
  const policy = spec.get('ipFamilyPolicy');
  if (textOf(policy) === 'RequireDualStack' && served.size < 2) {
    to.invalid('service/ip-family-of-cluster', policy, 'this cluster is not configured for dual-stack services');
  }
  for (const item of spec.get('ipFamilies').items()) {
    const family = textOf(item);
    if ((family === 'IPv4' || family === 'IPv6') && !served.has(family)) to.invalid('service/ip-family-of-cluster', item, 'not configured on this cluster');
  }
}

/** The first and last address of an IPv4 network, and the first of an IPv6 one, are never given to a Service (S-351). */
function isAllocatable(network: IpNetwork, { value }: IpAddress): boolean {
  return value > network.first && (network.family === 4 ? value < network.last : value <= network.last);
}

/** Addresses outside the networks of the cluster (S-087, S-351). */
function allocateAddresses(spec: ServiceSpec, to: Refusals, { items, whole }: ClusterIps, target: Target): void {
  const networks = networksOf(target);
  const asksForTwo = ['PreferDualStack', 'RequireDualStack'].includes(ipFamilyPolicyOf(spec) ?? '') && servedFamilies(target).size === 2;
  const length = Math.max(countOf(spec.get('ipFamilies')) ?? 0, asksForTwo ? 2 : 1);
  for (const item of items) {
    const address = addressOf(item);
    const own = networks.filter(({ family }) => family === address?.family);
    const [network] = own;
    if (!address || !network || own.some(each => isAllocatable(each, address))) continue;
    const range = `the provided IP (${renderIpAddress(address)}) is not in the valid range. The range of valid IPs is ${network.text}`;
    const value = [...whole.value, ...new Array<string>(Math.max(0, length - items.length)).fill('')];
    to.invalid('service/cluster-ip-range', item, `failed to allocate IP ${textOf(item) ?? ''}: ${range}`, { field: whole.field, value });
  }
}

/**
 * How the server brings addresses and families in order before it validates anything (S-065): `clusterIP`, `clusterIPs`, `ipFamilies` and
 * `ipFamilyPolicy` by themselves, against each other, and against the cluster.
 */
export const CLUSTER_IP_STEPS: readonly CreateStep[] = [
  {
    refuse(object, to) {
      const spec = object.as<Service>().get('spec');
      const ips = clusterIpsOf(spec);
      if (isType(spec, 'ExternalName') !== 'no') return;
      validateFamilies(spec, to);
      if (ips) validateClusterIps(spec, to, ips);
      if (ips) validateFamilyOfAddresses(spec, to, ips);
    },
  },
  step(validateFamilyPolicy),
  step(inferFamilies),
  step(allocateFamilies),
  step(allocateAddresses, 'first'),
];
