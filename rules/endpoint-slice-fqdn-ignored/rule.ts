import { defineRule, findServiceOf, labelOf, nameplateOf, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'endpoint-slice-fqdn-ignored',
  title: 'kube-proxy ignores EndpointSlices of address type FQDN',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'endpoints',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { ignored: 'warning' },
  facts: ['S-058', 'S-200'],

  *check(slice, { cluster }) {
    if (slice.kind !== 'EndpointSlice' || slice.resource.observed || valueOf(slice.addressType) !== 'FQDN') return;
    const service = findServiceOf(slice, cluster);
    if (service?.headless !== 'no' || service.type.state !== 'known' || service.type.value === 'ExternalName') return;
    yield {
      variant: 'ignored',
      message: `${labelOf(slice.resource)} holds host names, which kube-proxy ignores, so they get no traffic`,
      at: slice.addressType.at,
      help: 'Use a Service of type ExternalName, or write the addresses',
      related: [{ at: nameplateOf(service.resource), note: `${labelOf(service.resource)} has a cluster IP, which kube-proxy serves` }],
    };
  },
});
