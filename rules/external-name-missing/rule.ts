import { defineRule, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'external-name-missing',
  title: 'An ExternalName Service needs externalName',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/external-name-required'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { missing: 'error' },
  facts: ['S-107'],

  *check({ resource, cause }) {
    yield {
      variant: 'missing',
      message: `${labelOf(resource)} is of type ExternalName and names no host, so the API server refuses it`,
      at: cause.at,
      help: 'Add externalName with the host name, or remove the type',
    };
  },
});
