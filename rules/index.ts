// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule, Category, RuleMeta } from '../src/core/api.ts';

/** Every rule, without its check: sorted by category and id. */
export const rules: readonly (RuleMeta & Pick<AnyRule, 'options'>)[] = [
  { id: 'cluster-ip-hardcoded', title: 'A literal clusterIP ties the manifest to one cluster', category: 'wiring', severity: 'info', presets: ['strict'], subject: 'service', fix: 'safe', since: '0.1.0' },
  { id: 'cluster-ip-out-of-range', title: 'The explicit clusterIP lies outside the Service network', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'cluster-ip-taken', title: 'Two Services of the set claim the same cluster IP, so the second one is refused', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'endpoint-is-cluster-ip', title: 'The endpoint address is a Service\'s cluster IP, which cannot be an endpoint', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'endpoints', fix: 'no', since: '0.1.0' },
  { id: 'endpoint-slice-claimed-by-controller', title: 'The managed-by label makes the EndpointSlice controller delete this slice', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'endpoints', fix: 'safe', since: '0.1.0' },
  { id: 'endpoint-slice-fqdn-ignored', title: 'kube-proxy ignores EndpointSlices of address type FQDN', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'endpoints', fix: 'no', since: '0.1.0' },
  { id: 'endpoint-slice-label-missing', title: 'Without the label kubernetes.io/service-name the EndpointSlice belongs to no Service', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'endpoints', fix: 'safe', since: '0.1.0' },
  { id: 'endpoints-not-mirrored', title: 'These Endpoints are never mirrored into slices, so kube-proxy does not see them', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'endpoints', fix: 'safe', since: '0.1.0' },
  { id: 'endpoints-overwritten-by-selector', title: 'The Service has a selector, so hand-written endpoints are overwritten or mixed with its pods', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'endpoints', fix: 'unsafe', since: '0.1.0' },
  { id: 'endpoints-port-name-mismatch', title: 'Port name and protocol of the endpoints do not equal those of the Service port, so it stays empty', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'endpoints', fix: 'safe', since: '0.1.0' },
  { id: 'endpoints-service-missing', title: 'Endpoints or an EndpointSlice belong to a Service that does not exist', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'endpoints', fix: 'unsafe', since: '0.1.0' },
  { id: 'external-name-is-ip', title: 'externalName is an IP address, for which DNS has no record', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'external-name-loops', title: 'externalName leads back to the Service itself', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'no', since: '0.1.0' },
  { id: 'external-name-port-remapped', title: 'ExternalName is a DNS alias, so its ports are not translated', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service-port', fix: 'safe', since: '0.1.0' },
  { id: 'external-name-relative', title: 'externalName is resolved as an absolute name, and this one is relative', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'external-name-target-missing', title: 'externalName points at a Service of this cluster that does not exist', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'load-balancer-has-no-provider', title: 'Nothing in sight gives LoadBalancer Services an address, so it stays pending', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service', fix: 'no', since: '0.1.0' },
  { id: 'node-port-out-of-range', title: 'The nodePort lies outside the node port range, so the API server refuses it', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
  { id: 'node-port-taken', title: 'Two ports of the set claim the same nodePort or healthCheckNodePort, so the second one is refused', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'service-selector-missing', title: 'The Service has no selector and nothing in the set gives it endpoints', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service', fix: 'no', since: '0.1.0' },
  { id: 'service-selects-no-pods', title: 'No pod template carries the labels that the Service selects, so it gets no endpoints', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service', fix: 'unsafe', since: '0.1.0' },
  { id: 'service-skipped-by-kube-proxy', title: 'A reserved label makes kube-proxy ignore the Service', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service', fix: 'safe', since: '0.1.0' },
  { id: 'target-port-numbers-differ', title: 'The named targetPort resolves to different numbers on different pods', category: 'wiring', severity: 'info', presets: ['strict'], subject: 'service-port', fix: 'no', since: '0.1.0' },
  { id: 'target-port-omitted', title: 'Without targetPort the Service sends to its own port number, which no selected pod declares', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
  { id: 'target-port-partly-unresolved', title: 'The named targetPort exists on some of the selected pods only, the others get nothing of this port', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service-port', fix: 'no', since: '0.1.0' },
  { id: 'target-port-protocol-mismatch', title: 'The Service port and the container port use different protocols', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
  { id: 'target-port-undeclared', title: 'The numeric targetPort is none of the ports that the selected pods declare', category: 'wiring', severity: 'warning', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
  { id: 'target-port-unresolved', title: 'The named targetPort is declared by none of the selected pods, so the port gets no endpoints', category: 'wiring', severity: 'error', presets: ['recommended'], subject: 'service-port', fix: 'unsafe', since: '0.1.0' },
  { id: 'topology-hints-ignored', title: 'The topology setting has no effect', category: 'wiring', severity: 'warning', presets: ['strict'], subject: 'service', fix: 'safe', since: '0.1.0' },
  { id: 'api-version-missing', title: 'The document has no apiVersion or kind, so it is no Kubernetes object', category: 'schema', severity: 'error', presets: ['recommended'], subject: 'document', fix: 'no', since: '0.1.0' },
  { id: 'document-empty', title: 'The document holds nothing', category: 'schema', severity: 'info', presets: ['strict'], subject: 'document', fix: 'safe', since: '0.1.0' },
  { id: 'placeholder-unexpanded', title: 'A placeholder of another tool stands in the manifest', category: 'schema', severity: 'info', presets: ['strict'], subject: 'resource', fix: 'no', since: '0.1.0' },
  { id: 'yaml-key-duplicated', title: 'A key stands twice in one mapping, and all but the last value are lost', category: 'schema', severity: 'error', presets: ['recommended'], subject: 'document', fix: 'safe', since: '0.1.0' },
  { id: 'yaml-scalar-changes-value', title: 'YAML reads the unquoted text as another value than it looks', category: 'schema', severity: 'warning', presets: ['recommended'], subject: 'resource', fix: 'safe', since: '0.1.0' },
  { id: 'yaml-syntax-error', title: 'The document cannot be parsed, so nothing in it is checked or applied', category: 'schema', severity: 'error', presets: ['recommended'], subject: 'document', fix: 'no', since: '0.1.0' },
  { id: 'yaml-tab-indentation', title: 'A tab indents the line, which YAML forbids', category: 'schema', severity: 'error', presets: ['recommended'], subject: 'document', fix: 'safe', since: '0.1.0' },
];

/** The checks by category; each is a chunk of its own. */
export const checks: Readonly<Partial<Record<Category, () => Promise<readonly AnyRule[]>>>> = {
  wiring: async () => (await import('./wiring.generated.ts')).rules,
  schema: async () => (await import('./schema.generated.ts')).rules,
};
