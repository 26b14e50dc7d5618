import { defineRule, fieldNameOf, fixOf, labelOf, removeKey } from '../../src/core/api.ts';

export default defineRule({
  id: 'external-name-has-cluster-ip',
  title: 'An ExternalName Service has neither cluster IP nor IP families',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/external-name-cluster-ips', 'service/external-name-ip-families'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'cluster-ip': 'error', families: 'error' },
  facts: ['S-104', 'S-105', 'S-106'],

  *check({ resource, cause }) {
    const spec = resource.body.get('spec');
    const isAddress = cause.check === 'service/external-name-cluster-ips';
    const fields = isAddress ? [spec.get('clusterIP'), spec.get('clusterIPs')].filter(field => field.isPresent) : [cause.cursor];
    const name = fieldNameOf(cause.cursor);
    yield {
      variant: isAddress ? 'cluster-ip' : 'families',
      message: `${labelOf(resource)} is of type ExternalName and sets ${name}, so the API server refuses it`,
      at: cause.at,
      help: `Remove ${name}`,
      fixes: fixOf(`Remove ${name}`, 'safe', ...fields.map(field => removeKey(field.at))),
    };
  },
});
