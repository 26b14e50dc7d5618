import { readUrl } from '../../../model/url.ts';
import { dns1035LabelFaults, dns1123LabelFaults, dns1123SubdomainFaults, labelValueFaults, qualifiedNameFaults } from '../../admission/formats.ts';
import { own, text } from '../arguments.ts';
import { fn, method, type Overload } from '../overload.ts';
import { listOf, opaque, optionalOf, STRING } from '../type.ts';
import { CelOpaque, CelOptional, type CelValue } from '../value.ts';
import { timestampNanos } from './time.ts';

const FORMAT = opaque('kubernetes.NamedFormat');

type Faults = (value: string) => readonly string[];

const wants =
  (pattern: RegExp, fault: string): Faults =>
  value =>
    pattern.test(value) ? [] : [fault];

/** A name that something will be appended to may end in a dash. */
const asPrefix =
  (faults: Faults): Faults =>
  value =>
    faults(value.length > 1 && value.endsWith('-') ? `${value.slice(0, -2)}a` : value);

const isDay = (value: string): boolean => timestampNanos(`${value}T00:00:00Z`) !== undefined;

function uriFaults(value: string): readonly string[] {
  const url = readUrl(value);
  if (typeof url === 'string') return [url];
  return url.scheme !== '' || value.startsWith('/') ? [] : [`parse ${JSON.stringify(value)}: invalid URI for request`];
}

/** The forms that `format.named` and `format.<name>()` know. */
const FORMATS: ReadonlyMap<string, Faults> = new Map([
  ['dns1123Label', dns1123LabelFaults],
  ['dns1123Subdomain', dns1123SubdomainFaults],
  ['dns1035Label', dns1035LabelFaults],
  ['qualifiedName', qualifiedNameFaults],
  ['dns1123LabelPrefix', asPrefix(dns1123LabelFaults)],
  ['dns1123SubdomainPrefix', asPrefix(dns1123SubdomainFaults)],
  ['dns1035LabelPrefix', asPrefix(dns1035LabelFaults)],
  ['labelValue', labelValueFaults],
  ['uri', uriFaults],
  ['uuid', wants(/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i, 'does not match the UUID format')],
  ['byte', wants(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, 'invalid base64')],
  ['date', value => (/^\d{4}-\d\d-\d\d$/.test(value) && isDay(value) ? [] : ['invalid date'])],
  ['datetime', value => (timestampNanos(value) === undefined ? ['invalid datetime'] : [])],
]);

class CelFormat extends CelOpaque {
  readonly typeName = 'kubernetes.NamedFormat';
  readonly name: string;
  readonly faults: Faults;

  constructor(name: string, faults: Faults) {
    super();
    this.name = name;
    this.faults = faults;
  }

  equals(other: CelOpaque): boolean {
    return other instanceof CelFormat && other.name === this.name;
  }
}

function named(name: string): CelOptional {
  const faults = FORMATS.get(name);
  return new CelOptional(faults && new CelFormat(name, faults));
}

function validate([format, value]: readonly CelValue[]): CelOptional {
  const faults = own(format, CelFormat).faults(text(value));
  return new CelOptional(faults.length === 0 ? undefined : faults);
}

export const FORMAT_FUNCTIONS: readonly Overload[] = [
  ...[...FORMATS].map(([name, faults]) => fn(`format.${name}`, [], FORMAT, () => new CelFormat(name, faults))),
  fn('format.named', [STRING], optionalOf(FORMAT), ([name]) => named(text(name))),
  method('validate', [FORMAT, STRING], optionalOf(listOf(STRING)), validate),
];
