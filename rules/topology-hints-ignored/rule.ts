import { defineRule, fixOf, labelOf, removeKey, setScalar, valueOf, type Finding, type Place, type Service } from '../../src/core/api.ts';

type Variant = 'mode-value' | 'mode-and-distribution' | 'local-policy';

const MODE_KEYS = ['service.kubernetes.io/topology-aware-hints', 'service.kubernetes.io/topology-mode'];

/** The deprecated key wins where both are set (S-061). */
function findMode(service: Service): { key: string; value: string; at: Place } | undefined {
  const annotations = service.resource.metadata.get('annotations');
  for (const key of MODE_KEYS) {
    const field = annotations.get(key).string();
    if (field.state === 'known') return { key, value: field.value, at: field.at };
  }
  return undefined;
}

function* checkMode(service: Service): Iterable<Finding<Variant>> {
  const mode = findMode(service);
  const distribution = service.spec.get('trafficDistribution');
  if (!mode) return;
  const disabled = ['Disabled', 'disabled', ''].includes(mode.value);
  const known = mode.value === 'Auto' || mode.value === 'auto';
  if (!known && !disabled && nearAuto(mode.value)) {
    yield {
      variant: 'mode-value',
      message: `${labelOf(service.resource)} sets ${mode.key} to "${mode.value}", so it gets no topology hints`,
      at: mode.at,
      help: 'Write Auto',
      fixes: fixOf('Change the value to Auto', 'safe', setScalar(mode.at, 'Auto')),
    };
  }
  if (known && distribution.isPresent) {
    yield {
      variant: 'mode-and-distribution',
      message: `${labelOf(service.resource)} sets a topology mode, so its trafficDistribution has no effect`,
      at: distribution.at,
      help: 'Remove one of the two',
      related: [{ at: mode.at, note: 'this annotation wins over trafficDistribution' }],
      fixes: fixOf('Remove trafficDistribution', 'safe', removeKey(distribution.at)),
    };
  }
}

/** Values of other implementations stay alone; a slip of `Auto` does not. */
function nearAuto(value: string): boolean {
  return /^(?:auto|automatic|true|enabled|yes)$/i.test(value);
}

export default defineRule({
  id: 'topology-hints-ignored',
  title: 'The topology setting has no effect',
  category: 'wiring',
  severity: 'warning',
  presets: ['strict'],
  subject: 'service',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'mode-value': 'warning', 'mode-and-distribution': 'warning', 'local-policy': 'warning' },
  facts: ['S-061', 'S-062', 'S-063'],

  *check(service) {
    yield* checkMode(service);
    const distribution = service.spec.get('trafficDistribution');
    const local = service.spec.get('internalTrafficPolicy').string();
    if (!distribution.isPresent || valueOf(local) !== 'Local') return;
    yield {
      variant: 'local-policy',
      message: `${labelOf(service.resource)} has internalTrafficPolicy Local, so trafficDistribution has no effect on it`,
      at: distribution.at,
      help: 'Remove one of the two',
      related: [{ at: local.at, note: 'hints are read only with the policy Cluster' }],
      fixes: fixOf('Remove trafficDistribution', 'safe', removeKey(distribution.at)),
    };
  },
});
