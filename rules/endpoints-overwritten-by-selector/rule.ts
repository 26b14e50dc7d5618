import { defineRule, findServiceOf, fixOf, isGiven, isHandWritten, isSelecting, labelOf, nameplateOf, removeKey } from '../../src/core/api.ts';

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
    // Labels of a kustomization that make a selector are a mistake of their own.
    if (!service || !isHandWritten(endpoints) || isSelecting(service) !== 'yes' || isGiven(service.selector)) return;
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
