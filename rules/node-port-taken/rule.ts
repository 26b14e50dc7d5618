import { defineRule, fixOf, labelOf, nodePortConflicts, removeKey, type Conflict } from '../../src/core/api.ts';

function describe({ claim, holder }: Conflict): string {
  const subject = `${claim.what} ${claim.value} of ${labelOf(claim.service.resource)}`;
  return `${subject} is taken by ${labelOf(holder.service.resource)}, so the later one is refused`;
}

export default defineRule({
  id: 'node-port-taken',
  title: 'Two Services of the set claim the same nodePort or healthCheckNodePort, so the second one is refused',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  dependsOn: ['order'],
  variants: { taken: 'error', 'taken-in-other-directory': 'warning' },
  facts: ['S-080', 'S-085', 'S-086', 'S-177'],

  *check(service, { cluster }) {
    for (const conflict of nodePortConflicts(service, cluster)) {
      const { claim, holder, proven } = conflict;
      yield {
        variant: proven ? 'taken' : 'taken-in-other-directory',
        message: describe(conflict),
        at: claim.at,
        help: `Use another number, or remove ${claim.what} to get a free one`,
        fixes: fixOf(`Remove ${claim.what} to get a free one`, 'unsafe', removeKey(claim.at)),
        related: [{ at: holder.at, note: `${labelOf(holder.service.resource)} claims ${holder.value} here` }],
      };
    }
  },
});
