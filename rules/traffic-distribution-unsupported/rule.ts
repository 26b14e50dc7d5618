import { defineRule, findNearest, fixOf, labelOf, setScalar, showValue } from '../../src/core/api.ts';

const VALUES = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];

export default defineRule({
  id: 'traffic-distribution-unsupported',
  title: 'The Kubernetes version does not know this trafficDistribution',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/traffic-distribution'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { unknown: 'error', 'too-new': 'error' },
  facts: ['S-062', 'S-149'],

  *check({ resource, cause }) {
    const value = cause.cursor.text ?? '';
    const isNew = VALUES.includes(value);
    const meant = isNew ? undefined : findNearest(value, VALUES, each => each);
    yield {
      variant: isNew ? 'too-new' : 'unknown',
      message: `trafficDistribution ${showValue(cause.cursor)} of ${labelOf(resource)} is unknown${isNew ? ' before 1.34' : ''}, so it is refused`,
      at: cause.at,
      help: isNew ? 'Write PreferClose, the older name of PreferSameZone' : `Write ${meant ?? 'PreferSameZone or PreferSameNode'}`,
      fixes: meant === undefined ? [] : fixOf(`Change it to ${meant}`, 'unsafe', setScalar(cause.at, meant)),
    };
  },
});
