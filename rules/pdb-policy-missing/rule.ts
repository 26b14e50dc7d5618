import { defineRule, labelOf } from '../../src/core/api.ts';

interface Spec {
  readonly minAvailable?: number | string;
  readonly maxUnavailable?: number | string;
}

export default defineRule({
  id: 'pdb-policy-missing',
  title: 'The disruption budget names neither minAvailable nor maxUnavailable, so it limits nothing',
  category: 'api',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'resource',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { missing: 'warning' },
  facts: ['S-330'],

  *check(resource) {
    if (resource.kind !== 'PodDisruptionBudget' || resource.group !== 'policy') return;
    const spec = resource.body.as<{ readonly spec?: Spec }>().get('spec');
    if (!spec.isPresent || !spec.get('minAvailable').isAbsent || !spec.get('maxUnavailable').isAbsent) return;
    yield {
      variant: 'missing',
      message: `${labelOf(resource)} names neither minAvailable nor maxUnavailable, so it limits nothing`,
      at: spec.at.atKey,
      help: 'Add minAvailable or maxUnavailable',
    };
  },
});
