import { defineRule, fixOf, labelOf, setScalar } from '../../src/core/api.ts';

export default defineRule({
  id: 'flux-dependency-missing',
  title: 'A Flux object waits for another one that does not exist, so it is never applied',
  category: 'references',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'release',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { missing: 'warning', elsewhere: 'warning' },

  *check({ resource, faults }) {
    for (const { kind, subject, near, at, related = [] } of faults) {
      if (kind !== 'dependency-missing') continue;
      const label = labelOf(resource);
      const found = { at, resource, related };
      if (near === undefined && related.length > 0) {
        const message = `${label} waits for "${subject}" in a namespace without it, so Flux never applies it`;
        yield { ...found, variant: 'elsewhere', message, help: 'Add the namespace to the dependency' };
        continue;
      }
      yield {
        ...found,
        variant: 'missing',
        message: `${label} waits for "${subject}", which no file holds, so Flux never applies it`,
        help: near === undefined ? 'Add it, or remove the dependency' : `Name ${near}, which is there`,
        fixes: near === undefined ? [] : fixOf(`Name ${near}`, 'unsafe', setScalar(at, near)),
      };
    }
  },
});
