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

function readIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    // Leading zeros are refused by Go's parser: they were octal once.
    if (!/^(?:0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return undefined;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

/** The 16-bit groups of one side of `::`; a dotted tail counts as two. */
function readGroups(text: string): bigint[] | undefined {
  if (text === '') return [];
  const groups: bigint[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    const dotted = i === parts.length - 1 ? readIpv4(part) : undefined;
    if (dotted !== undefined) groups.push(dotted >> 16n, dotted & 0xffffn);
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}

function readIpv6(text: string): bigint | undefined {
  const sides = text.split('::');
  const head = readGroups(sides[0] ?? '');
  const tail = sides.length === 2 ? readGroups(sides[1] ?? '') : [];
  if (sides.length > 2 || !head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (sides.length === 2 ? missing < 1 : missing !== 0) return undefined;
  return [...head, ...new Array<bigint>(missing).fill(0n), ...tail].reduce((value, group) => (value << 16n) | group, 0n);
}

/** Reads an address as Go's net/netip does, without zones. */
export function readIpAddress(text: string): IpAddress | undefined {
  const ipv4 = readIpv4(text);
  if (ipv4 !== undefined) return { family: 4, value: ipv4 };
  const ipv6 = text.includes(':') ? readIpv6(text) : undefined;
  return ipv6 === undefined ? undefined : { family: 6, value: ipv6 };
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
