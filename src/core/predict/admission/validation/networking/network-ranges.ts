import { readIpAddress, readIpNetwork, renderIpAddress } from '../../../../model/ip-address.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { toValue } from '../../../../yaml/to-value.ts';
import { dns1123SubdomainFaults, pathSegmentFaults } from '../../formats.ts';
import { countOf, isEmpty, isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { ValidatorTable } from '../../validator.ts';
import { readLegacyCidr } from '../service/ip-address.ts';

interface ServiceCidr {
  readonly spec?: { readonly cidrs?: readonly string[] };
}

interface ParentReference {
  readonly group?: string;
  readonly resource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

interface IpAddressObject {
  readonly spec?: { readonly parentRef?: ParentReference };
}

/** A network in the one form that new fields take. */
function cidrFault(text: string): string | undefined {
  const cidr = readLegacyCidr(text);
  if (!cidr) return 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';
  if (cidr.hasLeadingZeros) return 'must not have leading 0s in IP or prefix length';
  if (cidr.ip.isMapped) return 'must not have an IPv4-mapped IPv6 address';
  if (cidr.hasHostBits) return 'must not have bits set beyond the prefix length';
  return text === cidr.network ? undefined : `must be in canonical form ("${cidr.network}")`;
}

function addressFaults(text: string): readonly string[] {
  const address = readIpAddress(text);
  if (!address) return ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'];
  const canonical = renderIpAddress(address);
  return text === canonical ? [] : [`must be in canonical form ("${canonical}")`];
}

/** One network, or one of each family. */
function validateServiceCidr(object: Cursor<ServiceCidr>, to: Refusals): void {
  const cidrs = object.get('spec').get('cidrs');
  const [count, spec] = [countOf(cidrs), { value: toValue(object.get('spec'), 100) }];
  if (isEmpty(cidrs)) to.required('service-cidr/cidrs-required', cidrs, 'at least one CIDR required');
  if (count === undefined || count === 0) return;
  const texts = cidrs.items().map(textOf);
  if (count > 2) {
    to.invalid('service-cidr/cidrs', cidrs, 'may only hold up to 2 values', spec);
    return;
  }
  const families = texts.map(text => (text === undefined ? undefined : readIpNetwork(text)?.family));
  if (count === 2 && !texts.includes(undefined) && (families.includes(undefined) || families[0] === families[1])) {
    to.invalid('service-cidr/cidrs', cidrs, 'may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64', spec);
    return;
  }
  for (const cidr of cidrs.items()) {
    const fault = cidrFault(textOf(cidr) ?? '0.0.0.0/0');
    if (fault !== undefined) to.invalid('service-cidr/cidr', cidr, fault);
  }
}

/** The object that holds an address. */
function validateParentReference(parent: Cursor<ParentReference>, to: Refusals): void {
  const group = textOf(parent.get('group'));
  if (group !== undefined && group !== '')
    for (const fault of dns1123SubdomainFaults(group)) to.invalid('ip-address-object/parent', parent.get('group'), fault);
  for (const name of ['resource', 'name', 'namespace'] as const) {
    const part = parent.get(name);
    if (name !== 'namespace' && isEmpty(part)) to.required('ip-address-object/parent-required', part);
    else if (isSet(part)) for (const fault of pathSegmentFaults(textOf(part) ?? '')) to.invalid('ip-address-object/parent', part, fault);
  }
}

function validateIpAddressObject(object: Cursor<IpAddressObject>, to: Refusals): void {
  const parent = object.get('spec').get('parentRef');
  if (parent.isAbsent) to.required('ip-address-object/parent-required', parent);
  else if (parent.isMapping) validateParentReference(parent, to);
}

export const NETWORK_RANGE_VALIDATORS: ValidatorTable = {
  'networking.k8s.io/ServiceCIDR': {
    scope: 'Cluster',
    validate: (object, to) => {
      validateServiceCidr(object.as<ServiceCidr>(), to);
    },
  },
  'networking.k8s.io/IPAddress': {
    scope: 'Cluster',
    nameFaults: addressFaults,
    nameCheck: 'ip-address-object/name',
    validate: (object, to) => {
      validateIpAddressObject(object.as<IpAddressObject>(), to);
    },
  },
};
