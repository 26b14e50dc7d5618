import { defineRule, findMissedServices, fixOf, insertKey, insertMapping, labelOf, nameplateOf, setScalar, valueOf } from '../../src/core/api.ts';
import type { Finding, MissedServices, ServiceMonitor } from '../../src/core/api.ts';

type Variant = MissedServices['kind'];
type Meant = Extract<MissedServices, { readonly pair: unknown }>;

function reportMeant({ resource }: ServiceMonitor, { kind, service, pair, carried }: Meant): Finding<Variant> {
  const [value] = pair.values;
  const wanted = (value && valueOf(value)) ?? '';
  const own = carried && valueOf(carried);
  const target = labelOf(service.resource);
  const message = `${labelOf(resource)} selects ${pair.key} "${wanted}", which its Service lacks, so nothing is scraped`;
  const found = { variant: kind, message, at: pair.at };
  if (kind === 'label-on-pods' || own === undefined) {
    const help = `Add ${pair.key}: ${wanted} to the labels of ${service.resource.kind} ${valueOf(service.resource.name) ?? ''}`;
    const note = kind === 'label-on-pods' ? `the pods of ${target} carry it, and monitors read the labels of Services` : `${target} lacks the label`;
    const { metadata } = service.resource;
    const labels = metadata.get('labels');
    const edit = labels.isWritten ? insertKey(labels, pair.key, wanted) : insertMapping(metadata, 'labels', pair.key, wanted);
    return { ...found, help, related: [{ at: nameplateOf(service.resource), note }], fixes: carried ? [] : fixOf(help, 'unsafe', edit) };
  }
  const help = `Change the selector to ${pair.key}: ${own}`;
  const edit = value && setScalar(value.at, own);
  return { ...found, help, related: [{ at: carried?.at ?? pair.at, note: `${target} carries "${own}"` }], fixes: fixOf(help, 'unsafe', edit) };
}

function report(monitor: ServiceMonitor, missed: MissedServices): Finding<Variant> {
  const { resource, selector } = monitor;
  switch (missed.kind) {
    case 'near-miss':
    case 'label-on-pods':
      return reportMeant(monitor, missed);
    case 'elsewhere': {
      const other = missed.service.resource;
      const namespace = valueOf(other.namespace) ?? '';
      return {
        variant: 'elsewhere',
        message: `${labelOf(resource)} does not look into namespace "${namespace}" of its Service, so nothing is scraped`,
        at: selector.at,
        help: `Add ${namespace} to namespaceSelector.matchNames`,
        related: [{ at: nameplateOf(other), note: `${labelOf(other)} carries the labels in namespace "${namespace}"` }],
      };
    }
    case 'absent':
      return {
        variant: 'absent',
        message: `${labelOf(resource)} selects labels that no Service carries, so nothing is scraped`,
        at: selector.at,
        help: 'Select labels of the Service itself, not those of its pods',
      };
  }
}

export default defineRule({
  id: 'service-monitor-selects-no-services',
  title: "The monitor's selector matches no Service's own labels, so nothing is scraped",
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service-monitor',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'near-miss': 'error', 'label-on-pods': 'error', elsewhere: 'error', absent: 'error' },
  facts: ['S-009', 'S-324', 'S-328'],

  *check(monitor, { cluster }) {
    const missed = findMissedServices(monitor, cluster);
    if (missed) yield report(monitor, missed);
  },
});
