import { defineRule, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'endpoint-slice-fqdn-deprecated',
  title: 'addressType FQDN of EndpointSlices is deprecated',
  category: 'deprecation',
  severity: 'info',
  presets: ['strict'],
  subject: 'refusal',
  checks: ['endpoints/fqdn-warning'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { deprecated: 'info' },
  facts: ['S-058', 'S-200'],

  *check({ resource, cause }) {
    yield {
      variant: 'deprecated',
      message: `${labelOf(resource)} has addressType FQDN, which is deprecated since 1.33`,
      at: cause.at,
      help: 'Write addresses, or use a Service of type ExternalName',
    };
  },
});
