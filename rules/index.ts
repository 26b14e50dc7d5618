// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule, Category, RuleMeta } from '../src/core/api.ts';

/** Every rule, without its check: sorted by category and id. */
export const rules: readonly (RuleMeta & Pick<AnyRule, 'options'>)[] = [
  { id: 'node-port-out-of-range', title: 'The nodePort lies outside the node port range, so the API server refuses it', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
  { id: 'service-selects-no-pods', title: 'No pod template carries the labels that the Service selects, so it gets no endpoints', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'target-port-numbers-differ', title: 'The named targetPort resolves to different numbers on different pods', category: 'wiring', severity: 'info', presets: ['strict'], subject: 'service-port', fix: 'no', since: '0.1.0' },
  { id: 'target-port-omitted', title: 'Without targetPort the Service sends to its own port number, which no selected pod declares', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
  { id: 'target-port-partly-unresolved', title: 'The named targetPort exists on some of the selected pods only, the others get nothing of this port', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service-port', fix: 'no', since: '0.1.0' },
  { id: 'target-port-protocol-mismatch', title: 'The Service port and the container port use different protocols', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
  { id: 'target-port-undeclared', title: 'The numeric targetPort is none of the ports that the selected pods declare', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
  { id: 'target-port-unresolved', title: 'The named targetPort is declared by none of the selected pods, so the port gets no endpoints', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
];

/** The checks by category; each is a chunk of its own. */
export const checks: Readonly<Partial<Record<Category, () => Promise<readonly AnyRule[]>>>> = {
  wiring: async () => (await import('./wiring.generated.ts')).rules,
};
