import { defineRule, fieldNameOf, fixOf, labelOf, setScalar, showValue } from '../../src/core/api.ts';
import type { CheckId } from '../../src/core/api.ts';

/** What is wrong with the addresses together, and the way out. */
const TOGETHER: Partial<Readonly<Record<CheckId, readonly [what: string, help: string]>>> = {
  'service/cluster-ip-mismatch': ['does not begin with clusterIP', 'Write the same address first in both fields'],
  'service/cluster-ip-missing': ['stands without clusterIP', 'Write the first address as clusterIP too, or remove clusterIPs'],
  'service/cluster-ips-none': ['holds None beside an address', 'Write None alone, or addresses alone'],
  'service/cluster-ips-count': ['holds more than 2 addresses', 'Write one address for each IP family'],
  'service/cluster-ips-family': ['holds two addresses of one IP family', 'Write one address for each IP family'],
};

export default defineRule({
  id: 'cluster-ips-invalid',
  title: 'The API server refuses clusterIP and clusterIPs as they are written',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'service/cluster-ip',
    'service/cluster-ip-mismatch',
    'service/cluster-ip-missing',
    'service/cluster-ips-none',
    'service/cluster-ips-count',
    'service/cluster-ips-family',
    'service/cluster-ip-family',
  ],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { address: 'error', together: 'error', family: 'error' },
  facts: ['S-126', 'S-127', 'S-128', 'S-129', 'S-130', 'S-131', 'S-132'],

  *check({ resource, cause }) {
    const { cursor, at } = cause;
    const subject = labelOf(resource);
    const [field, value] = [cursor.index === undefined ? fieldNameOf(cursor) : 'clusterIP', showValue(cursor)];
    const isNone = cursor.text?.toLowerCase() === 'none';
    if (cause.check === 'service/cluster-ip') {
      yield {
        variant: 'address',
        message: `${field} ${value} of ${subject} is no IP address, so the API server refuses it`,
        at,
        help: isNone ? 'Write None for a headless Service' : 'Write an address, or remove it to get a free one',
        fixes: isNone && cursor.text !== 'None' ? fixOf('Write None', 'unsafe', setScalar(at, 'None')) : [],
      };
    } else if (cause.check === 'service/cluster-ip-family') {
      yield {
        variant: 'family',
        message: `${field} ${value} of ${subject} is not of the family in ipFamilies, so it is refused`,
        at,
        help: 'Change the order of ipFamilies, or the address',
      };
    } else {
      const [what, help] = TOGETHER[cause.check] ?? ['cannot be', 'Remove clusterIPs'];
      yield { variant: 'together', message: `clusterIPs of ${subject} ${what}, so the API server refuses it`, at, help };
    }
  },
});
