import { defineRule, fixOf, labelOf, setScalar, valueOf } from '../../src/core/api.ts';

const TYPES = ['Ingress', 'Egress'];

export default defineRule({
  id: 'network-policy-types-invalid',
  title: 'policyTypes of the NetworkPolicy holds more than Ingress and Egress, so the API server refuses it',
  category: 'network-policy',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['network-policy/policy-types-count', 'network-policy/policy-type-unsupported'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { count: 'error', unknown: 'error' },
  facts: ['S-292', 'S-305'],

  *check({ resource, cause: { check, cursor, at } }) {
    const label = labelOf(resource);
    if (check === 'network-policy/policy-types-count') {
      const message = `${label} has ${String(cursor.items().length)} policyTypes, so the API server refuses it`;
      yield { variant: 'count', message, at, help: 'Write Ingress, Egress or both, each once' };
      return;
    }
    const text = valueOf(cursor.string()) ?? '';
    const type = TYPES.find(each => each.toLowerCase() === text.trim().toLowerCase());
    yield {
      variant: 'unknown',
      message: `policyType "${text}" of ${label} is neither Ingress nor Egress, so it is refused`,
      at,
      help: type === undefined ? 'Write Ingress, Egress or both' : `Write ${type}`,
      fixes: type === undefined ? [] : fixOf(`Change the type to ${type}`, 'unsafe', setScalar(at, type)),
    };
  },
});
