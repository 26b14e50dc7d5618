import { clusterIpConflicts, defineRule, fixOf, labelOf, removeKey } from '../../src/core/api.ts';

export default defineRule({
  id: 'cluster-ip-taken',
  title: 'Two Services of the set claim the same cluster IP, so the second one is refused',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  dependsOn: ['order'],
  variants: { taken: 'error', 'taken-in-other-directory': 'warning' },
  facts: ['S-088', 'S-177'],

  *check(service, { cluster }) {
    for (const { claim, holder, proven } of clusterIpConflicts(service, cluster)) {
      yield {
        variant: proven ? 'taken' : 'taken-in-other-directory',
        message: `clusterIP ${claim.value} of ${labelOf(service.resource)} is taken by ${labelOf(holder.service.resource)}, so the later one is refused`,
        at: claim.at,
        help: 'Remove clusterIP to get a free one',
        fixes: claim.at.path.endsWith('clusterIP') ? fixOf('Remove clusterIP to get a free one', 'unsafe', removeKey(claim.at)) : [],
        related: [{ at: holder.at, note: `${labelOf(holder.service.resource)} claims ${holder.value} here` }],
      };
    }
  },
});
