import { own, text } from '../arguments.ts';
import { contains, networkOf, readIpAddress, type IpAddress, type IpNetwork } from '../../../model/ip-address.ts';
import { fn, method, type Overload } from '../overload.ts';
import { BOOL, INT, opaque, STRING } from '../type.ts';
import { CelError, CelOpaque, type CelValue } from '../value.ts';

const IP = opaque('net.IP');
const CIDR = opaque('net.CIDR');

class CelIp extends CelOpaque {
  readonly typeName = 'net.IP';
  readonly address: IpAddress;

  constructor(address: IpAddress) {
    super();
    this.address = address;
  }

  equals(other: CelOpaque): boolean {
    return other instanceof CelIp && sameAddress(this.address, other.address);
  }
}

class CelCidr extends CelOpaque {
  readonly typeName = 'net.CIDR';
  readonly address: IpAddress;
  readonly length: number;

  constructor(address: IpAddress, length: number) {
    super();
    this.address = address;
    this.length = length;
  }

  equals(other: CelOpaque): boolean {
    return other instanceof CelCidr && sameAddress(this.address, other.address) && this.length === other.length;
  }
}

const sameAddress = (one: IpAddress, other: IpAddress): boolean => one.family === other.family && one.value === other.value;

/** IPv4 within IPv6, which the functions refuse. */
const isMapped = (address: IpAddress): boolean => address.family === 6 && address.value >> 32n === 0xffffn;

function readIp(value: string): CelIp | undefined {
  const address = readIpAddress(value);
  return address && !isMapped(address) ? new CelIp(address) : undefined;
}

function readCidr(value: string): CelCidr | undefined {
  const [, written = '', length = ''] = /^(.*)\/(0|[1-9]\d{0,2})$/s.exec(value) ?? [];
  const ip = length === '' ? undefined : readIp(written);
  return ip && networkOf(ip.address, Number(length)) ? new CelCidr(ip.address, Number(length)) : undefined;
}

function parsed<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new CelError(what);
  return value;
}

const toIp = (value: string): CelIp => parsed(readIp(value), `IP Address "${value}" parse error`);
const toCidr = (value: string): CelCidr => parsed(readCidr(value), `network address parse error: ${value}`);

const address = (value: CelValue | undefined): IpAddress => own(value, CelIp).address;
const cidr = (value: CelValue | undefined): CelCidr => own(value, CelCidr);
const network = ({ address: within, length }: CelCidr): IpNetwork => parsed(networkOf(within, length), 'network address parse error');

const holdsCidr = (outer: CelCidr, inner: CelCidr): boolean => outer.length <= inner.length && contains(network(outer), inner.address);

function render6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  let longest = [0, 0];
  for (let start = 0; start < 8; start++) {
    let end = start;
    while (end < 8 && groups[end] === '0') end++;
    if (end - start > Math.max(1, (longest[1] ?? 0) - (longest[0] ?? 0))) longest = [start, end];
  }
  const [from = 0, to = 0] = longest;
  return to === 0 ? groups.join(':') : `${groups.slice(0, from).join(':')}::${groups.slice(to).join(':')}`;
}

function render({ family, value }: IpAddress): string {
  return family === 4 ? [24n, 16n, 8n, 0n].map(shift => String((value >> shift) & 255n)).join('.') : render6(value);
}

const inRange = ({ family, value }: IpAddress, base: bigint, [bits4, bits6]: readonly [number, number]): boolean =>
  value >> BigInt(family === 4 ? 32 - bits4 : 128 - bits6) === base;

const isUnspecified = ({ value }: IpAddress): boolean => value === 0n;
const isLoopback = (ip: IpAddress): boolean => (ip.family === 4 ? inRange(ip, 127n, [8, 0]) : ip.value === 1n);
const isMulticast = (ip: IpAddress): boolean => (ip.family === 4 ? inRange(ip, 14n, [4, 0]) : inRange(ip, 0xffn, [0, 8]));
const isLinkLocal = (ip: IpAddress): boolean => (ip.family === 4 ? inRange(ip, 0xa9fen, [16, 0]) : inRange(ip, 0x3fan, [0, 10]));
const isLinkLocalMulticast = (ip: IpAddress): boolean =>
  ip.family === 4 ? inRange(ip, 0xe00000n, [24, 0]) : inRange(ip, 0xffn, [0, 8]) && ((ip.value >> 112n) & 0xfn) === 2n;
const isGlobal = (ip: IpAddress): boolean =>
  !(ip.family === 4 && ip.value === 0xffffffffn) && !isUnspecified(ip) && !isLoopback(ip) && !isMulticast(ip) && !isLinkLocal(ip);

const is = (name: string, holds: (ip: IpAddress) => boolean): Overload => method(name, [IP], BOOL, ([value]) => holds(address(value)));

export const NETWORK: readonly Overload[] = [
  fn('ip', [STRING], IP, ([value]) => toIp(text(value))),
  fn('isIP', [STRING], BOOL, ([value]) => readIp(text(value)) !== undefined),
  fn('ip.isCanonical', [STRING], BOOL, ([value]) => render(toIp(text(value)).address) === text(value)),
  fn('string', [IP], STRING, ([value]) => render(address(value))),
  method('family', [IP], INT, ([value]) => BigInt(address(value).family)),
  is('isUnspecified', isUnspecified),
  is('isLoopback', isLoopback),
  is('isLinkLocalMulticast', isLinkLocalMulticast),
  is('isLinkLocalUnicast', isLinkLocal),
  is('isGlobalUnicast', isGlobal),
  fn('cidr', [STRING], CIDR, ([value]) => toCidr(text(value))),
  fn('isCIDR', [STRING], BOOL, ([value]) => readCidr(text(value)) !== undefined),
  fn('string', [CIDR], STRING, ([value]) => `${render(cidr(value).address)}/${String(cidr(value).length)}`),
  method('containsIP', [CIDR, IP], BOOL, ([value, ip]) => contains(network(cidr(value)), address(ip))),
  method('containsIP', [CIDR, STRING], BOOL, ([value, ip]) => contains(network(cidr(value)), toIp(text(ip)).address)),
  method('containsCIDR', [CIDR, CIDR], BOOL, ([value, other]) => holdsCidr(cidr(value), cidr(other))),
  method('containsCIDR', [CIDR, STRING], BOOL, ([value, other]) => holdsCidr(cidr(value), toCidr(text(other)))),
  method('ip', [CIDR], IP, ([value]) => new CelIp(cidr(value).address)),
  method('prefixLength', [CIDR], INT, ([value]) => BigInt(cidr(value).length)),
  method('masked', [CIDR], CIDR, ([value]) => new CelCidr({ family: cidr(value).address.family, value: network(cidr(value)).first }, cidr(value).length)),
];
