import { defineRule } from '../../src/core/api.ts';

export default defineRule({
  id: 'object-name-missing',
  title: 'The object has neither name nor generateName, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['metadata/name-required'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { missing: 'error' },
  facts: ['v1 ObjectMeta.name'],

  *check({ resource, cause }) {
    yield {
      variant: 'missing',
      message: `${resource.kind} of version "${resource.apiVersion}" has no name, so the API server refuses it`,
      at: cause.at,
      help: 'Add metadata.name',
    };
  },
});
