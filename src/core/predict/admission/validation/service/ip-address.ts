import {
  contains,
  networkOf,
  readIpAddress,
  readIpNetwork,
  readLegacyIpAddress,
  renderIpAddress,
  unmap,
  type IpAddress,
} from '../../../../model/ip-address.ts';
import type { Minor } from '../../../../schema/schema.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { CheckId } from '../../checks/index.ts';
import { textOf } from '../../read.ts';
import type { RefusalOptions, Refusals } from '../../refusals.ts';

/** From here on old fields take no leading zeros, mapped addresses or host bits (gate StrictIPCIDRValidation, S-129). */
const STRICT_SINCE: Minor = 36;

/** An address of an old field: read as leniently as the server stores it. */
export interface LegacyIp {
  readonly address: IpAddress;
  /** Written with zeros that `net/netip` refuses. */
  readonly hasLeadingZeros: boolean;
  /** An IPv4 address in the clothes of an IPv6 one: `::ffff:10.0.0.1`. */
  readonly isMapped: boolean;
}

export function readLegacyIp(text: string): LegacyIp | undefined {
  const written = readLegacyIpAddress(text);
  if (!written) return undefined;
  const address = unmap(written);
  return { address, hasLeadingZeros: !readIpAddress(text), isMapped: address !== written };
}

/** A CIDR of an old field. */
export interface LegacyCidr {
  readonly ip: LegacyIp;
  readonly prefix: number;
  /** The network without its host bits, in canonical form. */
  readonly network: string;
  readonly hasHostBits: boolean;
  readonly hasLeadingZeros: boolean;
}

function readPrefix(text: string, bits: number): number | undefined {
  return /^[0-9]+$/.test(text) && Number(text) <= bits ? Number(text) : undefined;
}

export function readLegacyCidr(text: string): LegacyCidr | undefined {
  const slash = text.indexOf('/');
  const ip = slash === -1 ? undefined : readLegacyIp(text.slice(0, slash));
  const written = text.slice(slash + 1);
  const prefix = ip && readPrefix(written, ip.address.family === 4 && !ip.isMapped ? 32 : 128);
  if (!ip || prefix === undefined) return undefined;
  const { address } = ip;
  // A prefix that is shorter than the `::ffff:` of a mapped address cuts it off: what is left is an IPv6 network.
  const isCut = ip.isMapped && prefix < 96;
  const length = ip.isMapped && !isCut ? prefix - 96 : prefix;
  const whole: IpAddress = isCut ? { family: 6, value: (0xffffn << 32n) + address.value } : address;
  const network = networkOf(whole, length);
  if (!network) return undefined;
  const first = { family: whole.family, value: network.first };
  const hasLeadingZeros = ip.hasLeadingZeros || /^0[0-9]/.test(written);
  return { ip, prefix, network: `${renderIpAddress(first)}/${String(length)}`, hasHostBits: network.first !== whole.value, hasLeadingZeros };
}

/** An address of a field that is older than strict parsing. Gives the address where all of the target's servers can read it. */
export function validateLegacyIp(check: CheckId, at: Cursor<unknown>, to: Refusals, options: RefusalOptions = {}): LegacyIp | undefined {
  const text = textOf(at);
  if (text === undefined) return undefined;
  const ip = readLegacyIp(text);
  if (!ip) to.invalid(check, at, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)', options);
  const strict = { ...options, since: STRICT_SINCE };
  if (ip?.hasLeadingZeros) to.invalid('ip-address/leading-zeros', at, 'must not have leading 0s', strict);
  if (ip?.isMapped && !ip.hasLeadingZeros) to.invalid('ip-address/ipv4-mapped', at, 'must not be an IPv4-mapped IPv6 address', strict);
  return ip;
}

/** A CIDR of a field that is older than strict parsing; `text` where the server trims or splits what is written. */
export function validateLegacyCidr(check: CheckId, at: Cursor<unknown>, to: Refusals, options: RefusalOptions & { readonly text?: string } = {}): void {
  const { text = textOf(at), ...rest } = options;
  if (text === undefined) return;
  const shown: RefusalOptions = { ...rest, value: text };
  const strict = { ...shown, since: STRICT_SINCE };
  const cidr = readLegacyCidr(text);
  if (!cidr) to.invalid(check, at, 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)', shown);
  else if (cidr.hasLeadingZeros) to.invalid('ip-address/leading-zeros', at, 'must not have leading 0s in IP or prefix length', strict);
  else if (cidr.ip.isMapped) to.invalid('ip-address/ipv4-mapped', at, 'must not have an IPv4-mapped IPv6 address', strict);
  else if (cidr.hasHostBits) to.invalid('ip-address/host-bits', at, 'must not have bits set beyond the prefix length', strict);
}

/** What the server says of an address that it takes, in another form than the canonical one. `until`: the last server that takes such forms. */
export function warnOfLegacyIp(at: Cursor<unknown>, to: Refusals, options: { readonly field?: string; readonly until?: Minor } = {}): void {
  const text = textOf(at);
  const ip = text === undefined ? undefined : readLegacyIp(text);
  if (text === undefined || !ip) return;
  const [field, canonical] = [options.field ?? at.fieldPath, renderIpAddress(ip.address)];
  const until = options.until === undefined ? {} : { until: options.until };
  if (ip.hasLeadingZeros || ip.isMapped) {
    to.warn('ip-address/not-canonical-warning', at, `${field}: non-standard IP address "${text}" is invalid: use "${canonical}"`, until);
  } else if (text !== canonical) {
    to.warn('ip-address/not-canonical-warning', at, `${field}: IPv6 address "${text}" should be in RFC 5952 canonical format ("${canonical}")`);
  }
}

/** The last server that stores addresses and CIDRs of a validated field in such forms. */
export const LENIENT_UNTIL: Minor = STRICT_SINCE - 1;

/** What the server says of a CIDR that it takes. */
export function warnOfLegacyCidr(at: Cursor<unknown>, to: Refusals): void {
  const text = textOf(at);
  const cidr = text === undefined ? undefined : readLegacyCidr(text);
  if (text === undefined || !cidr) return;
  const say = (what: string, range = {}): void => {
    to.warn('ip-address/not-canonical-warning', at, `${at.fieldPath}: ${what}`, range);
  };
  const { ip, network } = cidr;
  const single = `${renderIpAddress(ip.address)}/${ip.address.family === 4 && !ip.isMapped ? '32' : '128'}`;
  const isOld = cidr.hasLeadingZeros || ip.isMapped;
  if (cidr.hasHostBits) say(`CIDR value "${text}" is ambiguous in this context (should be "${network}" or "${single}"?)`, { until: LENIENT_UNTIL });
  if (isOld) say(`non-standard CIDR value "${text}" is invalid: use "${network}"`, { until: LENIENT_UNTIL });
  if (!isOld && !cidr.hasHostBits && text !== network) say(`IPv6 CIDR value "${text}" should be in RFC 5952 canonical format ("${network}")`);
}

const UNSPECIFIED = ['0.0.0.0/32', '::/128'];
const LOOPBACK = ['127.0.0.0/8', '::1/128'];
const LINK_LOCAL = ['169.254.0.0/16', 'fe80::/10'];
/** Of IPv6: any flags, scope 2. */
const LINK_LOCAL_MULTICAST = ['224.0.0.0/24', ...Array.from({ length: 16 }, (_, flags) => `ff${flags.toString(16)}2::/16`)];

const isIn = (networks: readonly string[], address: IpAddress): boolean =>
  networks.some(text => {
    const network = readIpNetwork(text);
    return network !== undefined && contains(network, address);
  });

/** Why traffic cannot be sent to an address (`ValidateEndpointIP`): addresses of endpoints, and external IPs (S-136). */
export function endpointIpFaults(text: string, address: IpAddress): readonly string[] {
  const faults: string[] = [];
  if (isIn(UNSPECIFIED, address)) faults.push(`may not be unspecified (${text})`);
  if (isIn(LOOPBACK, address)) faults.push('may not be in the loopback range (127.0.0.0/8, ::1/128)');
  if (isIn(LINK_LOCAL, address)) faults.push('may not be in the link-local range (169.254.0.0/16, fe80::/10)');
  if (isIn(LINK_LOCAL_MULTICAST, address)) faults.push('may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)');
  return faults;
}
