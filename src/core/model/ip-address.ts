/** An IP address as a number of 32 or 128 bits. */
export interface IpAddress {
  readonly family: 4 | 6;
  readonly value: bigint;
}

/** A network in CIDR form. */
export interface IpNetwork {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** What stands for a number in an address: Go's `net/netip`, or the older parser that the API server keeps for old fields. */
interface Dialect {
  readonly octet: RegExp;
  readonly group: RegExp;
}

/** Leading zeros are refused by `net/netip`: octets with them were octal once. */
const STRICT: Dialect = { octet: /^(?:0|[1-9][0-9]{0,2})$/, group: /^[0-9a-fA-F]{1,4}$/ };
/** `ParseIPSloppy` of `k8s.io/utils/net`: as many leading zeros as one likes. */
const LEGACY: Dialect = { octet: /^0*[0-9]{1,3}$/, group: /^0*[0-9a-fA-F]{1,4}$/ };

function readIpv4(text: string, { octet }: Dialect): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!octet.test(part) || Number(part) > 255) return undefined;
    value = (value << 8n) | BigInt(Number(part));
  }
  return value;
}

/** The 16-bit groups of one side of `::`; a dotted tail counts as two. */
function readGroups(text: string, dialect: Dialect): bigint[] | undefined {
  if (text === '') return [];
  const groups: bigint[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    const dotted = i === parts.length - 1 ? readIpv4(part, dialect) : undefined;
    if (dotted !== undefined) groups.push(dotted >> 16n, dotted & 0xffffn);
    else if (dialect.group.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}

function readIpv6(text: string, dialect: Dialect): bigint | undefined {
  const sides = text.split('::');
  const head = readGroups(sides[0] ?? '', dialect);
  const tail = sides.length === 2 ? readGroups(sides[1] ?? '', dialect) : [];
  if (sides.length > 2 || !head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (sides.length === 2 ? missing < 1 : missing !== 0) return undefined;
  return [...head, ...new Array<bigint>(missing).fill(0n), ...tail].reduce((value, group) => (value << 16n) | group, 0n);
}

function readAddress(text: string, dialect: Dialect): IpAddress | undefined {
  const ipv4 = readIpv4(text, dialect);
  if (ipv4 !== undefined) return { family: 4, value: ipv4 };
  const ipv6 = text.includes(':') ? readIpv6(text, dialect) : undefined;
  return ipv6 === undefined ? undefined : { family: 6, value: ipv6 };
}

/** Reads an address as Go's net/netip does, without zones. */
export function readIpAddress(text: string): IpAddress | undefined {
  return readAddress(text, STRICT);
}

/** Reads an address as the API server reads old fields: leading zeros are taken for nothing, never for octal (S-165). */
export function readLegacyIpAddress(text: string): IpAddress | undefined {
  return readAddress(text, LEGACY);
}

const MAPPED = 0xffffn << 32n;

/** The IPv4 address that an IPv6 one of the form `::ffff:10.0.0.1` stands for; any other as it is. */
export function unmap(address: IpAddress): IpAddress {
  return address.family === 6 && address.value >> 32n === 0xffffn ? { family: 4, value: address.value - MAPPED } : address;
}

function renderIpv6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  let [start, length] = [-1, 1];
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (groups[end] === '0') end++;
    if (end - i > length) [start, length] = [i, end - i];
  }
  if (start === -1) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

/** The canonical form: four plain numbers, or that of RFC 5952. */
export function renderIpAddress({ family, value }: IpAddress): string {
  return family === 6 ? renderIpv6(value) : [24n, 16n, 8n, 0n].map(shift => ((value >> shift) & 0xffn).toString()).join('.');
}

export function readIpNetwork(text: string): IpNetwork | undefined {
  const slash = text.indexOf('/');
  const address = slash === -1 ? undefined : readIpAddress(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (!address || !/^(?:0|[1-9][0-9]{0,2})$/.test(length)) return undefined;
  return networkOf(address, Number(length));
}

/** The network of a prefix length that holds an address; undefined where the length is longer than the address. */
export function networkOf(address: IpAddress, length: number): IpNetwork | undefined {
  const bits = address.family === 4 ? 32 : 128;
  if (length > bits) return undefined;
  const host = (1n << BigInt(bits - length)) - 1n;
  const first = address.value - (address.value & host);
  return { family: address.family, first, last: first + host };
}

export function contains(network: IpNetwork, address: IpAddress): boolean {
  return network.family === address.family && address.value >= network.first && address.value <= network.last;
}
