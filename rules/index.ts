// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule, Category, RuleMeta } from '../src/core/api.ts';

/** Every rule, without its check: sorted by category and id. */
export const rules: readonly (RuleMeta & Pick<AnyRule, 'options'>)[] = [
  { id: 'node-port-out-of-range', title: 'The nodePort lies outside the node port range, so the API server refuses it', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
  { id: 'service-selects-no-pods', title: 'No pod template carries the labels that the Service selects, so it gets no endpoints', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
];

/** The checks by category; each is a chunk of its own. */
export const checks: Readonly<Partial<Record<Category, () => Promise<readonly AnyRule[]>>>> = {
  wiring: async () => (await import('./wiring.generated.ts')).rules,
};
