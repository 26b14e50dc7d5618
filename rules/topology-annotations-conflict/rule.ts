import { defineRule, fixOf, labelOf, removeKey } from '../../src/core/api.ts';
import type { Untyped } from '../../src/core/api.ts';

const OLD = 'service.kubernetes.io/topology-aware-hints';

export default defineRule({
  id: 'topology-annotations-conflict',
  title: 'The two topology annotations hold different values, so the API server refuses the Service',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/topology-annotations'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { different: 'error' },
  facts: ['S-099'],

  *check({ resource, cause }) {
    const old = resource.metadata.get('annotations').as<Untyped>().get(OLD);
    yield {
      variant: 'different',
      message: `${labelOf(resource)} sets topology-mode and topology-aware-hints differently, so it is refused`,
      at: cause.at,
      help: 'Remove topology-aware-hints, the older of the two',
      related: [{ at: old.at, note: 'the older annotation stands here' }],
      fixes: fixOf('Remove topology-aware-hints', 'unsafe', removeKey(old.at)),
    };
  },
});
