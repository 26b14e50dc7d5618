import { defineRule, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'endpoints-deprecated',
  title: 'v1 Endpoints is deprecated in favour of EndpointSlice',
  category: 'deprecation',
  severity: 'info',
  presets: ['strict'],
  subject: 'refusal',
  checks: ['endpoints/deprecated-warning'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { deprecated: 'info' },
  facts: ['S-053'],

  *check({ resource, cause }) {
    yield {
      variant: 'deprecated',
      message: `${labelOf(resource)} is of a kind that is deprecated since 1.33`,
      at: cause.at,
      help: 'Write an EndpointSlice with the label kubernetes.io/service-name',
    };
  },
});
