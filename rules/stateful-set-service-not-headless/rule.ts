import { defineRule, findGoverning, findHeadlessService, findPodNameUse, fixOf, insertKey, isAutoscaled, labelOf, nameplateOf } from '../../src/core/api.ts';
import { setScalar, valueOf, type Cluster, type Finding, type Governing, type Reference } from '../../src/core/api.ts';

/** Another Service that gives the pods names, or the field that makes this one headless. */
function remedyOf({ pod, service }: Governing, reference: Reference, cluster: Cluster): Pick<Finding, 'help' | 'fixes'> {
  const other = findHeadlessService(pod, cluster);
  const name = other && valueOf(other.resource.name);
  if (name !== undefined) {
    const help = `Change serviceName to ${name}, the headless Service of these pods`;
    return { help, fixes: fixOf(help, 'unsafe', setScalar(reference.at.at, name)) };
  }
  if (valueOf(service.type) !== 'ClusterIP') return { help: 'Add a headless Service for the pods and name it in serviceName' };
  const isFree = service.clusterIP.state === 'absent' && !service.spec.get('clusterIPs').isPresent;
  const help = 'Set clusterIP: None, or name a headless Service';
  return { help, fixes: fixOf('Set clusterIP: None', 'unsafe', isFree ? insertKey(service.spec, 'clusterIP', 'None') : undefined) };
}

export default defineRule({
  id: 'stateful-set-service-not-headless',
  title: 'The governing Service has a cluster IP, so pod DNS names are not guaranteed',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'reference',
  references: ['stateful-set-service'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { asked: 'warning', replicated: 'warning', 'replicas-unknown': 'info' },
  facts: ['S-195', 'S-220'],

  *check(reference, { cluster }) {
    const governing = findGoverning(reference, cluster);
    if (!governing || governing.service.headless !== 'no') return;
    const { pod, service } = governing;
    const use = findPodNameUse(pod, valueOf(reference.name) ?? '', cluster);
    const replicas = isAutoscaled(pod, cluster) ? undefined : valueOf(pod.replicas);
    if (!use && replicas !== undefined && replicas < 2) return;
    const seen = { at: nameplateOf(service.resource), note: `${labelOf(service.resource)} is of type ${valueOf(service.type) ?? ''} and has a cluster IP` };
    yield {
      variant: use ? 'asked' : replicas === undefined ? 'replicas-unknown' : 'replicated',
      message: `${labelOf(reference.from)} is governed by a Service that is not headless, so its pods may have no names`,
      at: reference.at.at,
      related: [seen, ...(use ? [{ at: use.at, note: `${labelOf(use.from)} asks for pod "${use.podName ?? ''}"` }] : [])],
      ...remedyOf(governing, reference, cluster),
    };
  },
});
