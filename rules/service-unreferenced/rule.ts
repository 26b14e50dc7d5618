import { defineRule, isServiceUnused, labelOf, nameplateOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'service-unreferenced',
  title: 'Nothing in the set uses this Service',
  category: 'references',
  severity: 'info',
  presets: ['strict'],
  subject: 'service',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { unused: 'info' },
  facts: ['S-324'],

  *check(service, { cluster }) {
    if (!isServiceUnused(service, cluster)) return;
    yield {
      variant: 'unused',
      message: `${labelOf(service.resource)} is named by nothing in the cluster, so it has no use`,
      at: nameplateOf(service.resource),
      help: 'Remove the Service, or name it where its clients get their settings',
    };
  },
});
