import { defineRule, fixOf, labelOf, removeKey } from '../../src/core/api.ts';

export default defineRule({
  id: 'headless-service-not-cluster-ip',
  title: 'Only ClusterIP Services can be headless',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/headless-type'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { headless: 'error' },
  facts: ['S-101', 'S-102'],

  *check({ resource, cause }) {
    const spec = resource.body.get('spec');
    const hasNodePort = spec
      .get('ports')
      .items()
      .some(port => port.get('nodePort').isPresent);
    yield {
      variant: 'headless',
      message: `${labelOf(resource)} is headless and of type ${spec.get('type').text ?? ''}, so the API server refuses it`,
      at: cause.at,
      help: 'Remove the type to keep it headless, or clusterIP to give it an address',
      related: [{ at: spec.get('type').at, note: 'only Services of type ClusterIP can do without an address' }],
      fixes: hasNodePort ? [] : fixOf('Remove the type', 'unsafe', removeKey(spec.get('type').at)),
    };
  },
});
