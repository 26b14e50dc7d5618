import { defineRule, fixOf, labelOf, setScalar } from '../../src/core/api.ts';

export default defineRule({
  id: 'traffic-distribution-renamed',
  title: 'trafficDistribution PreferClose is now called PreferSameZone',
  category: 'deprecation',
  severity: 'info',
  presets: ['strict'],
  subject: 'refusal',
  checks: ['service/traffic-distribution-warning'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { renamed: 'info' },
  facts: ['S-062', 'S-164'],

  *check({ resource, cause }, { cluster }) {
    const isKnown = cluster.target.minors.every(minor => minor >= 34);
    yield {
      variant: 'renamed',
      message: `${labelOf(resource)} says PreferClose, which is called PreferSameZone since 1.34`,
      at: cause.at,
      help: isKnown ? 'Write PreferSameZone' : 'Write PreferSameZone once no server is older than 1.34',
      fixes: isKnown ? fixOf('Write PreferSameZone', 'safe', setScalar(cause.at, 'PreferSameZone')) : [],
    };
  },
});
