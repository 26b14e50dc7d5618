import { defineRule, fieldNameOf, holderOf, holderSubjectOf, showValue } from '../../src/core/api.ts';

export default defineRule({
  id: 'port-out-of-range',
  title: 'A port number lies outside 1 to 65535, so the API server refuses the object',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['port/number', 'port/zero-required'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { range: 'error' },
  facts: ['S-112', 'S-114', 'S-178', 'S-184', 'S-189'],

  *check(refusal) {
    const { cursor, at } = refusal.cause;
    const field = fieldNameOf(refusal.cause.cursor);
    const subject = field === 'port' ? 'Port' : field;
    yield {
      variant: 'range',
      message: cursor.isAbsent
        ? `${holderSubjectOf(refusal)} leaves out "${field}" where a port number has to stand, so it is refused`
        : `${subject} ${showValue(cursor)} of ${holderOf(refusal)} is outside 1-65535, so the API server refuses it`,
      at,
      help: 'Use the number that the process listens on, from 1 to 65535',
    };
  },
});
