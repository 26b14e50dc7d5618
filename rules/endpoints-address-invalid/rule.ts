import { defineRule, labelOf, showValue } from '../../src/core/api.ts';

type Fault = readonly [variant: 'address' | 'reserved' | 'family' | 'missing' | 'port-name', fault: string, help: string];

const MISSING: Fault = ['missing', '', 'Add an address, or remove the entry'];

const FAULTS: Readonly<Record<string, Fault>> = {
  'endpoints/address': ['address', 'is no IP address', 'Write an IP address, a host name needs a Service of type ExternalName'],
  'endpoints/domain': ['address', 'is no full domain name', 'Write a domain name of two labels or more, or change addressType'],
  'endpoints/special-address': ['reserved', 'is reserved', 'Write an address that every node reaches'],
  'endpoints/address-family': ['family', 'is not of the addressType', 'Change addressType, or write one slice for each family'],
  'endpoints/port-name-duplicated': ['port-name', '', 'Give each port a name of its own'],
};

export default defineRule({
  id: 'endpoints-address-invalid',
  title: 'The API server refuses an address of the endpoints',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'endpoints/addresses-required',
    'endpoints/address-required',
    'endpoints/address',
    'endpoints/domain',
    'endpoints/special-address',
    'endpoints/address-family',
    'endpoints/port-name-duplicated',
  ],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { address: 'error', reserved: 'error', family: 'error', missing: 'error', 'port-name': 'error' },
  facts: ['S-058', 'S-059'],

  *check({ resource, cause }) {
    const { check, cursor, at } = cause;
    const [subject, value] = [labelOf(resource), showValue(cursor)];
    const [variant, fault, help] = FAULTS[check] ?? MISSING;
    const what = { missing: `${subject} has an entry without an address`, 'port-name': `${subject} has two ports ${value}` };
    const message = variant === 'missing' || variant === 'port-name' ? what[variant] : `Address ${value} of ${subject} ${fault}`;
    yield { variant, message: `${message}, so the API server refuses it`, at, help };
  },
});
