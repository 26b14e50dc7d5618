import { defineRule, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'flux-dependency-cycle',
  title: 'Flux objects wait for each other in a circle, so none of them is ever applied',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'release',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { cycle: 'error' },

  *check({ resource, faults }) {
    for (const { kind, subject, at, related = [] } of faults) {
      if (kind !== 'dependency-circle') continue;
      const label = labelOf(resource);
      const message =
        subject === '' ? `${label} waits for itself, so Flux never applies it` : `${label} waits for itself through ${subject}, so Flux applies none of them`;
      yield { variant: 'cycle', at, resource, message, help: 'Remove one of the dependencies', related };
    }
  },
});
