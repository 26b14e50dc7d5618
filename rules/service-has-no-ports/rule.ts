import { defineRule, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'service-has-no-ports',
  title: 'A Service that is neither headless nor ExternalName needs ports',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/ports-required'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { missing: 'error' },
  facts: ['S-100'],

  *check({ resource, cause }) {
    yield {
      variant: 'missing',
      message: `${labelOf(resource)} has no ports, so the API server refuses it`,
      at: cause.at,
      help: 'Add the ports, or clusterIP: None for a headless Service',
    };
  },
});
