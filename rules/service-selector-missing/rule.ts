import { defineRule, findSelectorTwin, hasEndpointWriter, hasNoSelector, labelOf, mayHaveWritten, nameplateOf, type SelectorTwin } from '../../src/core/api.ts';

function noteOf({ template: { workload }, reason }: SelectorTwin): string {
  if (reason === 'service-name') return `${labelOf(workload)} names it as serviceName`;
  return reason === 'name' ? `${labelOf(workload)} has the name of the Service` : `${labelOf(workload)} declares the port, and no Service selects its pods`;
}

export default defineRule({
  id: 'service-selector-missing',
  title: 'The Service has no selector and nothing in the set gives it endpoints',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { twin: 'warning', absent: 'info' },
  facts: ['S-009', 'S-023', 'S-060'],

  *check(service, { cluster }) {
    const { resource } = service;
    if (!hasNoSelector(service) || cluster.isOpen || mayHaveWritten(service, cluster)) return;
    if (resource.observed || resource.metadata.get('ownerReferences').isPresent || hasEndpointWriter(cluster)) return;
    const twin = findSelectorTwin(service, cluster);
    const subject = labelOf(resource);
    yield {
      variant: twin ? 'twin' : 'absent',
      message: twin
        ? `${subject} has no selector, so it sends nothing to ${labelOf(twin.template.workload)}`
        : `${subject} has no selector, and nothing in these files gives it endpoints`,
      at: service.selector.written ? service.selector.at : nameplateOf(resource),
      help: twin ? 'Select the labels of its pod template' : 'Add a selector, or an EndpointSlice with the addresses',
      related: twin ? [{ at: nameplateOf(twin.template.workload), note: noteOf(twin) }] : [],
    };
  },
});
