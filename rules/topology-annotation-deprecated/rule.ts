import { defineRule, fixOf, labelOf, renameKey } from '../../src/core/api.ts';
import type { Untyped } from '../../src/core/api.ts';

const NEW = 'service.kubernetes.io/topology-mode';

export default defineRule({
  id: 'topology-annotation-deprecated',
  title: 'The annotation topology-aware-hints is replaced by topology-mode',
  category: 'deprecation',
  severity: 'info',
  presets: ['strict'],
  subject: 'refusal',
  checks: ['service/topology-hints-warning'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { deprecated: 'info' },
  facts: ['S-061', 'S-157'],

  *check({ resource, cause }) {
    const hasNew = resource.metadata.get('annotations').as<Untyped>().get(NEW).isWritten;
    yield {
      variant: 'deprecated',
      message: `${labelOf(resource)} sets topology-aware-hints, which is deprecated since 1.27`,
      at: cause.at,
      help: hasNew ? 'Remove it, topology-mode says the same' : `Name it ${NEW}, or set trafficDistribution instead`,
      fixes: hasNew ? [] : fixOf(`Rename it to ${NEW}`, 'safe', renameKey(cause.at, NEW)),
    };
  },
});
