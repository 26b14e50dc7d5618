import { defineRule, findVolatility, fixOf, giverOf, labelOf, removeKey, sameSelectorBut, valueOf, VOLATILE_BECAUSE } from '../../src/core/api.ts';

export default defineRule({
  id: 'service-selector-volatile',
  title: 'The selector holds a label that changes with every release, so old or new pods drop out',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { volatile: 'warning' },
  facts: ['S-019', 'S-021'],

  *check(service, { cluster }) {
    // A switch between versions by hand, or a Rollout, may be in what was not read.
    if (cluster.hasUnread) return;
    const templates = cluster.selectionOf(service).sure;
    // A label that a kustomization puts into selectors is told once, where it is given.
    for (const requirement of service.selector.requirements) {
      const why = findVolatility(requirement, templates);
      if (!why || giverOf(requirement) || cluster.services.some(other => other !== service && sameSelectorBut(requirement.key, service, other))) continue;
      if (requirement.key === 'rollouts-pod-template-hash' && cluster.ofKind('Rollout').length > 0) continue;
      const value = requirement.values.map(field => valueOf(field) ?? '').join();
      const help = `Remove ${requirement.key} from the selector`;
      yield {
        variant: 'volatile',
        message: `${labelOf(service.resource)} selects ${requirement.key} "${value}", so pods of the next release drop out`,
        at: requirement.at,
        help,
        related: [{ at: requirement.at, note: VOLATILE_BECAUSE[why] }],
        fixes: service.selector.requirements.length > 1 ? fixOf(help, 'unsafe', removeKey(requirement.at)) : [],
      };
    }
  },
});
