import { defineRule, labelOf, suggestDnsLabel, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'namespace-name-invalid',
  title: 'The namespace is not a DNS label, so no cluster has it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['metadata/namespace'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { form: 'error' },
  facts: ['S-098', 'S-352'],

  *check({ resource, cause }) {
    const name = valueOf(cause.cursor.string());
    const suggestion = suggestDnsLabel(name ?? '');
    yield {
      variant: 'form',
      message: `${labelOf(resource)} is in namespace "${name ?? ''}", which no cluster can have, so it is refused`,
      at: cause.at,
      help: `Use at most 63 lower-case letters, digits and "-"${suggestion === undefined ? '' : `, for instance "${suggestion}"`}`,
    };
  },
});
