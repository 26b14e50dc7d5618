import { type Untyped, defineRule, labelOf, valueOf } from '../../src/core/api.ts';

const WRITE_CIDR = 'Write an address and a prefix, such as 10.0.0.0/8';
const ADD_PREFIX = 'Add the length of the prefix, /32 for a single IPv4 address';
const REFUSED = 'so the API server refuses it';

export default defineRule({
  id: 'network-policy-peer-invalid',
  title: 'A peer of the NetworkPolicy names nobody or two things at once, so the API server refuses it',
  category: 'network-policy',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['network-policy/peer-required', 'network-policy/peer-kinds-mixed', 'network-policy/cidr-required', 'network-policy/cidr', 'network-policy/except'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { empty: 'error', mixed: 'error', cidr: 'error', except: 'error' },
  facts: ['S-294', 'S-295', 'S-304', 'S-305'],

  *check({ resource, cause: { check, cursor, at } }) {
    const label = labelOf(resource);
    const text = valueOf(cursor.string()) ?? '';
    switch (check) {
      case 'network-policy/peer-required': {
        // A field that does not exist has a finding of its own.
        if (
          cursor
            .as<Untyped>()
            .entries()
            .some(({ value }) => value.isPresent)
        )
          return;
        const help = 'Name pods, namespaces or an ipBlock, or remove the list to admit everybody';
        yield { variant: 'empty', message: `A peer of ${label} names nobody, ${REFUSED}`, at, help };
        return;
      }
      case 'network-policy/peer-kinds-mixed': {
        const message = `A peer of ${label} has an ipBlock and a selector, ${REFUSED}`;
        yield { variant: 'mixed', message, at, help: 'Write two peers, each of them admits by itself' };
        return;
      }
      case 'network-policy/except': {
        const outer = cursor.parent?.parent?.as<Untyped>().get('cidr');
        const cidr = (outer && valueOf(outer.string())) ?? '';
        const message = `Exception "${text}" of ${label} is not inside "${cidr}", so it is refused`;
        yield { variant: 'except', message, at, help: 'Except only smaller networks inside of the cidr' };
        return;
      }
      default: {
        const subject = text === '' ? 'An ipBlock' : `ipBlock "${text}"`;
        const message = `${subject} of ${label} ${text === '' ? 'has no cidr' : 'is no CIDR'}, ${REFUSED}`;
        yield { variant: 'cidr', message, at, help: text.includes('/') || text === '' ? WRITE_CIDR : ADD_PREFIX };
      }
    }
  },
});
