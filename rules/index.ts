// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule, Category, RuleMeta } from '../src/core/api.ts';

/** Every rule, without its check: sorted by category and id. */
export const rules: readonly (RuleMeta & Pick<AnyRule, 'options'>)[] = [
  { id: 'cluster-ip-hardcoded', title: 'A literal clusterIP ties the manifest to one cluster', category: 'wiring', severity: 'info', presets: ['strict'], subject: 'service', fix: 'safe', since: '0.1.0' },
  { id: 'cluster-ip-out-of-range', title: 'The explicit clusterIP lies outside the Service network', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'cluster-ip-taken', title: 'Two Services of the set claim the same cluster IP, so the second one is refused', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'external-name-is-ip', title: 'externalName is an IP address, for which DNS has no record', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'external-name-loops', title: 'externalName leads back to the Service itself', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'no', since: '0.1.0' },
  { id: 'external-name-port-remapped', title: 'ExternalName is a DNS alias, so its ports are not translated', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service-port', fix: 'safe', since: '0.1.0' },
  { id: 'external-name-relative', title: 'externalName is resolved as an absolute name, and this one is relative', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'external-name-target-missing', title: 'externalName points at a Service of this cluster that does not exist', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'external-traffic-policy-drops-traffic', title: 'With externalTrafficPolicy Local, nodes without a pod of the Service drop its traffic', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'node-port-out-of-range', title: 'The nodePort lies outside the node port range, so the API server refuses it', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
  { id: 'node-port-taken', title: 'Two ports of the set claim the same nodePort or healthCheckNodePort, so the second one is refused', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'service-selects-no-pods', title: 'No pod template carries the labels that the Service selects, so it gets no endpoints', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'service-skipped-by-kube-proxy', title: 'A reserved label makes kube-proxy ignore the Service', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service', fix: 'safe', since: '0.1.0' },
  { id: 'topology-hints-ignored', title: 'The topology setting has no effect', category: 'wiring', severity: 'warning', presets: ['strict'], subject: 'service', fix: 'safe', since: '0.1.0' },
];

/** The checks by category; each is a chunk of its own. */
export const checks: Readonly<Partial<Record<Category, () => Promise<readonly AnyRule[]>>>> = {
  wiring: async () => (await import('./wiring.generated.ts')).rules,
};
