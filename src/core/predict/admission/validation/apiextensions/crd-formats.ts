import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { schemasWithin, type SchemaCursor } from './crd-schema-parts.ts';

const ALL =
  'bsonobjectid uri email hostname ipv4 ipv6 cidr mac uuid uuid3 uuid4 uuid5 isbn isbn10 isbn13 creditcard ssn hexcolor rgbcolor byte password date duration datetime';

/** Formats of texts that a server checks; dashes in them do not count. */
const TEXT_FORMATS: ReadonlySet<string> = new Set([...ALL.split(' '), 'k8sshortname', 'k8slongname']);

function isKnownFormat(type: string, format: string): boolean {
  if (type === '' || type === 'string') return TEXT_FORMATS.has(format.replaceAll('-', ''));
  if (type === 'integer') return format === 'int32' || format === 'int64';
  return type === 'number' && (format === 'float' || format === 'double');
}

/** Warns of formats that the server ignores, which it does since 1.34. */
export function warnOfFormats(root: SchemaCursor, to: Refusals): void {
  for (const schema of schemasWithin(root)) {
    const [type, format] = [textOf(schema.get('type')), textOf(schema.get('format'))];
    if (type === undefined || format === undefined || format === '' || isKnownFormat(type, format)) continue;
    to.warn('crd-schema/format-warning', schema.get('format'), `unrecognized format ${JSON.stringify(format)}`, { since: 34 });
  }
}
