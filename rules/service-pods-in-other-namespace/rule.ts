import { defineRule, findStrayPods, fixOf, insertKey, labelOf, setScalar, valueOf, type Finding, type StrayPods } from '../../src/core/api.ts';

type Variant = 'other-namespace' | 'namespace-missing';

function reportDiffering(subject: string, { template, namespace, odd, isProof }: StrayPods): Finding<Variant> {
  const help = `Set metadata.namespace of the Service to ${namespace}`;
  return {
    variant: 'other-namespace',
    severity: isProof ? 'error' : 'warning',
    message: `${subject} is in namespace "${valueOf(odd.namespace) ?? ''}", its pods are in "${namespace}", so it gets no endpoints`,
    at: odd.namespace.at,
    help,
    related: [{ at: template.workload.namespace.at, note: `${labelOf(template.workload)} puts its pods into namespace "${namespace}"` }],
    fixes: fixOf(help, 'unsafe', setScalar(odd.namespace.at, namespace)),
  };
}

export default defineRule({
  id: 'service-pods-in-other-namespace',
  title: 'The selected pods exist, but in another namespace than the Service',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'other-namespace': 'error', 'namespace-missing': 'warning' },
  facts: ['S-010'],

  *check(service, { cluster }) {
    const stray = findStrayPods(service, cluster);
    if (!stray) return;
    const { odd, namespace, template, isProof } = stray;
    if (stray.evidence === 'differs') {
      yield reportDiffering(labelOf(service.resource), stray);
      return;
    }
    const other = odd === service.resource ? template.workload : service.resource;
    const help = `Add namespace: ${namespace} to the metadata of ${labelOf(odd)}`;
    yield {
      variant: 'namespace-missing',
      severity: isProof ? 'error' : 'warning',
      message: `${labelOf(odd)} names no namespace, ${labelOf(other)} is in "${namespace}", so the two do not meet`,
      at: odd.metadata.get('name').at,
      resource: odd,
      help,
      related: [{ at: other.namespace.at, note: `${labelOf(other)} is in namespace "${namespace}", like all else in this file` }],
      fixes: fixOf(help, 'unsafe', insertKey(odd.metadata, 'namespace', namespace)),
    };
  },
});
