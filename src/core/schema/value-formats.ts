import { durationFault, timeFault } from './time-form.ts';

const UUID = (version: string, variant: string): RegExp => new RegExp(`^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}-?${variant}-?[0-9a-f]{12}$`, 'i');
const ANY4 = '[0-9a-f]{4}';
const HEX4 = '[89ab][0-9a-f]{3}';
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

function isIPv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every(part => /^[0-9]{1,15}$/.test(part) && Number(part) <= 255);
}

/** Number of 16-bit groups of one side of an address; undefined where it is no such text. */
function groupsOf(text: string): number | undefined {
  if (text === '') return 0;
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  const hasIPv4 = last.includes('.');
  if (hasIPv4 && !isIPv4(last)) return undefined;
  const groups = hasIPv4 ? parts.slice(0, -1) : parts;
  return groups.every(group => /^[0-9a-fA-F]{1,4}$/.test(group)) ? groups.length + (hasIPv4 ? 2 : 0) : undefined;
}

function isIPv6(text: string): boolean {
  const sides = text.split('::');
  if (!text.includes(':') || sides.length > 2) return false;
  const [left, right] = [groupsOf(sides[0] ?? ''), groupsOf(sides[1] ?? '')];
  if (left === undefined || right === undefined) return false;
  return sides.length === 2 ? left + right < 8 : left === 8;
}

/** The server counts any dotted address that Go parses, IPv6 with an IPv4 tail too. */
const isDotted = (text: string): boolean => text.includes('.') && (isIPv4(text) || isIPv6(text));

function isCIDR(text: string): boolean {
  const [address = '', bits = '', more] = text.split('/');
  if (more !== undefined || !/^[0-9]{1,4}$/.test(bits)) return false;
  return isIPv4(address) ? Number(bits) <= 32 : isIPv6(address) && Number(bits) <= 128;
}

const isDate = (text: string): boolean => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && timeFault(`${text}T00:00:00Z`, 'time') === undefined;

function isDateTime(text: string): boolean {
  const [date = '', time = ''] = text.toLowerCase().split('t');
  const [, hour = '', minute = '', second = ''] = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:.[0-9]+)?(?:z|[+-][0-9]{2}:[0-9]{2})$/.exec(time) ?? [];
  return isDate(date) && hour !== '' && hour <= '23' && minute <= '59' && second <= '59';
}

const UNIT_WORDS = /^(?:ns|nano|us|µs|micro|ms|milli|s|sec|m|min|h|hr|hour|d|day|w|wk|week)/;

/** Durations of Go, and of Scala: `5 days`. */
function isDuration(text: string): boolean {
  if (durationFault(text) === undefined) return true;
  const parts = [...text.matchAll(/[0-9]+\s*([A-Za-zµ]+)/g)];
  return parts.length > 0 && parts.every(([, unit = '']) => UNIT_WORDS.test(unit));
}

/** Request URIs as Go parses them: an absolute path, or a URI with a scheme. */
function isRequestURI(text: string): boolean {
  if (/[\u0000-\u001f\u007f ]/.test(text.split('?')[0] ?? '') || /%(?![0-9a-fA-F]{2})/.test(text)) return false;
  if (text.startsWith('/') || text === '*') return true;
  return /^[a-zA-Z][a-zA-Z0-9+.-]*:(?:\/\/|\/)/.test(text);
}

const isMAC = (text: string): boolean =>
  [
    /^[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?:(?:\1[0-9a-f]{2}){2}|(?:\1[0-9a-f]{2}){14})?$/i,
    /^[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}(?:\.[0-9a-f]{4}|(?:\.[0-9a-f]{4}){7})?$/i,
  ].some(form => form.test(text));

/** Formats of texts that the server checks, and how. Of formats that nobody writes, nothing is said. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  uri: isRequestURI,
  ipv4: isDotted,
  ipv6: isIPv6,
  cidr: isCIDR,
  mac: isMAC,
  uuid: text => UUID(ANY4, ANY4).test(text),
  uuid3: text => UUID('3[0-9a-f]{3}', ANY4).test(text),
  uuid4: text => UUID('4[0-9a-f]{3}', HEX4).test(text),
  uuid5: text => UUID('5[0-9a-f]{3}', HEX4).test(text),
  hexcolor: text => /^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text),
  byte: text => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/.test(text),
  date: isDate,
  datetime: isDateTime,
  duration: isDuration,
  k8sshortname: text => text.length <= 63 && LABEL.test(text),
  k8slongname: text => text.length <= 253 && text.split('.').every(part => LABEL.test(part)),
  bsonobjectid: text => /^[0-9a-fA-F]{24}$/.test(text),
  password: () => true,
  email: () => true,
  hostname: () => true,
  isbn: () => true,
  isbn10: () => true,
  isbn13: () => true,
  creditcard: () => true,
  ssn: () => true,
  rgbcolor: () => true,
};

const find = (format: string): ((text: string) => boolean) | undefined => {
  const name = format.replaceAll('-', '');
  return Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
};

/** Whether the server knows a format of texts; it ignores all others. */
export const isKnownFormat = (format: string): boolean => find(format) !== undefined;

export function formatFits(text: string, format: string): boolean {
  return find(format)?.(text) ?? true;
}
