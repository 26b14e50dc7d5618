import type { AnyRule, Category, RuleMeta } from '../src/core/api.ts';

export const rules: readonly RuleMeta[] = [
  { id: 'service-selects-no-pods', title: '', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'node-port-out-of-range', title: '', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
];

export const checks: Readonly<Partial<Record<Category, () => Promise<readonly AnyRule[]>>>> = {
  wiring: async () => (await import('./wiring.generated.ts')).default,
};
