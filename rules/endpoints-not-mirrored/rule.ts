import { defineRule, findServiceOf, fixOf, hasNoSelector, isLeftAlone, labelOf, nameplateOf, removeKey, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'endpoints-not-mirrored',
  title: 'These Endpoints are never mirrored into slices, so kube-proxy does not see them',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'endpoints',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { label: 'warning', leader: 'warning' },
  facts: ['S-054'],

  *check(endpoints, { cluster }) {
    if (endpoints.kind !== 'Endpoints' || endpoints.resource.observed || isLeftAlone(endpoints) !== 'yes') return;
    const service = findServiceOf(endpoints, cluster);
    if (!service || !hasNoSelector(service) || endpoints.subsets.length === 0) return;
    if (cluster.isOpen || cluster.endpoints.slicesOf(service).length > 0 || cluster.endpoints.findUnclear(service)) return;
    const byLabel = valueOf(endpoints.skipMirror) === 'true';
    const { at } = byLabel ? endpoints.skipMirror : endpoints.leader;
    const subject = labelOf(endpoints.resource);
    yield {
      variant: byLabel ? 'label' : 'leader',
      message: byLabel
        ? `${subject} asks not to be mirrored, so its Service gets no endpoints`
        : `${subject} holds a leader election, so its Service gets no endpoints`,
      at,
      help: byLabel ? 'Remove the label, or write an EndpointSlice' : 'Remove the annotation, or give the leader election another name',
      fixes: fixOf(byLabel ? 'Remove the label' : 'Remove the annotation', 'safe', removeKey(at)),
      related: [{ at: nameplateOf(service.resource), note: `${labelOf(service.resource)} has no selector and no EndpointSlice` }],
    };
  },
});
