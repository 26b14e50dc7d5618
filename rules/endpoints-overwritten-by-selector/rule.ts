import { defineRule, findServiceOf, fixOf, isSelecting, labelOf, nameplateOf, removeKey, type WrittenEndpoints } from '../../src/core/api.ts';

/** What a controller keeps apart, or nobody means as endpoints of this Service. */
function isNotMeant(endpoints: WrittenEndpoints): boolean {
  if (endpoints.resource.observed) return true;
  return endpoints.kind === 'EndpointSlice' ? endpoints.managedBy.state !== 'absent' : endpoints.leader.state !== 'absent' || endpoints.subsets.length === 0;
}

export default defineRule({
  id: 'endpoints-overwritten-by-selector',
  title: 'The Service has a selector, so hand-written endpoints are overwritten or mixed with its pods',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'endpoints',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { overwritten: 'error', mixed: 'warning' },
  facts: ['S-055', 'S-056'],

  *check(endpoints, { cluster }) {
    const service = findServiceOf(endpoints, cluster);
    if (!service || isNotMeant(endpoints) || isSelecting(service) !== 'yes') return;
    const overwritten = endpoints.kind === 'Endpoints';
    const [subject, object] = [labelOf(service.resource), labelOf(endpoints.resource)];
    yield {
      variant: overwritten ? 'overwritten' : 'mixed',
      message: overwritten
        ? `${subject} has a selector, so Kubernetes overwrites its Endpoints`
        : `${subject} has a selector, so its pods are mixed with ${object}`,
      at: service.selector.at,
      help: `Remove the selector, or remove the ${endpoints.kind}`,
      fixes: fixOf('Remove the selector', 'unsafe', removeKey(service.selector.at)),
      related: [{ at: nameplateOf(endpoints.resource), note: `${object} names addresses for this Service` }],
      resource: service.resource,
    };
  },
});
