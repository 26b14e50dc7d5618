import { own, text, truth, whole } from '../arguments.ts';
import { addQuantities, compareQuantities, parseQuantity, unitsOf, type Quantity } from '../../../model/quantity.ts';
import { readUrl, type Url } from '../../../model/url.ts';
import { fn, method, type Overload } from '../overload.ts';
import { BOOL, DOUBLE, INT, listOf, mapOf, opaque, STRING } from '../type.ts';
import { CelError, CelOpaque, type CelValue } from '../value.ts';
import { parseSemver, compareSemvers, type Semver } from './semver.ts';

const QUANTITY = opaque('kubernetes.Quantity');
const URL = opaque('kubernetes.URL');
const SEMVER = opaque('kubernetes.Semver');

class CelQuantity extends CelOpaque {
  readonly typeName = 'kubernetes.Quantity';
  readonly quantity: Quantity;

  constructor(quantity: Quantity) {
    super();
    this.quantity = quantity;
  }

  equals(other: CelOpaque): boolean {
    return other instanceof CelQuantity && compareQuantities(this.quantity, other.quantity) === 0;
  }
}

class CelUrl extends CelOpaque {
  readonly typeName = 'kubernetes.URL';
  readonly url: Url;
  readonly text: string;

  constructor(url: Url, written: string) {
    super();
    this.url = url;
    this.text = written;
  }

  equals(other: CelOpaque): boolean {
    return other instanceof CelUrl && this.text === other.text;
  }
}

class CelSemver extends CelOpaque {
  readonly typeName = 'kubernetes.Semver';
  readonly version: Semver;

  constructor(version: Semver) {
    super();
    this.version = version;
  }

  equals(other: CelOpaque): boolean {
    return other instanceof CelSemver && compareSemvers(this.version, other.version) === 0;
  }
}

function toQuantity(value: string): CelQuantity {
  const quantity = parseQuantity(value);
  if (typeof quantity === 'string') throw new CelError(quantity);
  return new CelQuantity(quantity);
}

const quantity = (value: CelValue | undefined): Quantity => own(value, CelQuantity).quantity;

const UNIT = 1_000_000_000n;

const units = (value: bigint): Quantity => ({ nanos: value * UNIT, format: 'decimal' });

const minus = (value: Quantity): Quantity => ({ nanos: -value.nanos, format: value.format });

const isInteger = (value: Quantity): boolean => value.nanos % UNIT === 0n && unitsOf(value) < 2n ** 63n && unitsOf(value) >= -(2n ** 63n);

function integerOf(value: Quantity): bigint {
  if (!isInteger(value)) throw new CelError('cannot convert value to integer');
  return unitsOf(value);
}

const quantities: readonly Overload[] = [
  fn('quantity', [STRING], QUANTITY, ([value]) => toQuantity(text(value))),
  fn('isQuantity', [STRING], BOOL, ([value]) => typeof parseQuantity(text(value)) !== 'string'),
  method('sign', [QUANTITY], INT, ([value]) => (quantity(value).nanos > 0n ? 1n : quantity(value).nanos < 0n ? -1n : 0n)),
  method('isGreaterThan', [QUANTITY, QUANTITY], BOOL, ([value, other]) => compareQuantities(quantity(value), quantity(other)) > 0),
  method('isLessThan', [QUANTITY, QUANTITY], BOOL, ([value, other]) => compareQuantities(quantity(value), quantity(other)) < 0),
  method('compareTo', [QUANTITY, QUANTITY], INT, ([value, other]) => BigInt(compareQuantities(quantity(value), quantity(other)))),
  method('asApproximateFloat', [QUANTITY], DOUBLE, ([value]) => Number(quantity(value).nanos) / 1e9),
  method('asInteger', [QUANTITY], INT, ([value]) => integerOf(quantity(value))),
  method('isInteger', [QUANTITY], BOOL, ([value]) => isInteger(quantity(value))),
  method('add', [QUANTITY, QUANTITY], QUANTITY, ([value, other]) => new CelQuantity(addQuantities(quantity(value), quantity(other)))),
  method('add', [QUANTITY, INT], QUANTITY, ([value, other]) => new CelQuantity(addQuantities(quantity(value), units(whole(other))))),
  method('sub', [QUANTITY, QUANTITY], QUANTITY, ([value, other]) => new CelQuantity(addQuantities(quantity(value), minus(quantity(other))))),
  method('sub', [QUANTITY, INT], QUANTITY, ([value, other]) => new CelQuantity(addQuantities(quantity(value), units(-whole(other))))),
];

/** A URL with a scheme or an absolute path, which is what `url()` takes (`url.ParseRequestURI`). */
function readRequestUrl(value: string): Url | string {
  const url = readUrl(value);
  if (typeof url === 'string') return url;
  return url.scheme !== '' || value.startsWith('/') ? url : 'invalid URI for request';
}

function toUrl(value: string): CelUrl {
  const url = readRequestUrl(value);
  if (typeof url === 'string') throw new CelError(url);
  return new CelUrl(url, value);
}

const url = (value: CelValue | undefined): Url => own(value, CelUrl).url;

const hostname = (host: string): string => host.replace(/:\d*$/, '').replace(/^\[|\]$/g, '');

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    throw new CelError(`invalid URL escape in "${part}"`);
  }
};

function queryOf(query: string): CelValue {
  const values = new Map<string, string[]>();
  for (const pair of query.split('&').filter(Boolean)) {
    const [key = '', ...rest] = pair.split('=');
    const held = values.get(decode(key)) ?? [];
    values.set(decode(key), [...held, decode(rest.join('='))]);
  }
  return values;
}

const urls: readonly Overload[] = [
  fn('url', [STRING], URL, ([value]) => toUrl(text(value))),
  fn('isURL', [STRING], BOOL, ([value]) => typeof readRequestUrl(text(value)) !== 'string'),
  method('getScheme', [URL], STRING, ([value]) => url(value).scheme),
  method('getHost', [URL], STRING, ([value]) => url(value).host),
  method('getHostname', [URL], STRING, ([value]) => hostname(url(value).host)),
  method('getPort', [URL], STRING, ([value]) => /:(\d*)$/.exec(url(value).host)?.[1] ?? ''),
  method('getEscapedPath', [URL], STRING, ([value]) => encodeURI(decodeURI(url(value).path))),
  method('getQuery', [URL], mapOf(STRING, listOf(STRING)), ([value]) => queryOf(url(value).query)),
];

function toSemver(value: string, isLenient: boolean): CelSemver {
  const version = parseSemver(value, isLenient);
  if (!version) throw new CelError(`"${value}" is no semantic version`);
  return new CelSemver(version);
}

const semver = (value: CelValue | undefined): Semver => own(value, CelSemver).version;

const semvers: readonly Overload[] = [
  fn('semver', [STRING], SEMVER, ([value]) => toSemver(text(value), false)),
  fn('semver', [STRING, BOOL], SEMVER, ([value, lenient]) => toSemver(text(value), truth(lenient))),
  fn('isSemver', [STRING], BOOL, ([value]) => parseSemver(text(value), false) !== undefined),
  fn('isSemver', [STRING, BOOL], BOOL, ([value, lenient]) => parseSemver(text(value), truth(lenient)) !== undefined),
  method('isGreaterThan', [SEMVER, SEMVER], BOOL, ([value, other]) => compareSemvers(semver(value), semver(other)) > 0),
  method('isLessThan', [SEMVER, SEMVER], BOOL, ([value, other]) => compareSemvers(semver(value), semver(other)) < 0),
  method('compareTo', [SEMVER, SEMVER], INT, ([value, other]) => BigInt(compareSemvers(semver(value), semver(other)))),
  method('major', [SEMVER], INT, ([value]) => semver(value).numbers[0]),
  method('minor', [SEMVER], INT, ([value]) => semver(value).numbers[1]),
  method('patch', [SEMVER], INT, ([value]) => semver(value).numbers[2]),
];

export const KUBERNETES: readonly Overload[] = [...quantities, ...urls, ...semvers];
