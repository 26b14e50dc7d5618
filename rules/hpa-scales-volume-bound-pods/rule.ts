import { defineRule, findBoundVolume, labelOf, scaledPods, valueOf } from '../../src/core/api.ts';

interface Spec {
  readonly maxReplicas: number;
}

export default defineRule({
  id: 'hpa-scales-volume-bound-pods',
  title: 'The pods that the autoscaler adds share one ReadWriteOnce volume, so those on other nodes stay pending',
  category: 'autoscaling',
  severity: 'warning',
  presets: ['strict'],
  subject: 'reference',
  references: ['scale-target'],
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'one-node': 'warning', 'one-pod': 'warning' },
  facts: ['S-329', 'v1 PersistentVolumeClaimSpec.accessModes'],

  *check(reference, { cluster }) {
    const template = scaledPods(reference, cluster);
    const most = reference.from.body.as<{ readonly spec: Spec }>().get('spec').get('maxReplicas');
    if (!template || (valueOf(most.number()) ?? 0) < 2) return;
    const bound = findBoundVolume(template, cluster);
    if (!bound) return;
    const { claim, mode } = bound;
    const isOnePod = mode === 'ReadWriteOncePod';
    yield {
      variant: isOnePod ? 'one-pod' : 'one-node',
      message: `${labelOf(reference.from)} scales pods that share a ${mode} volume, so some stay pending`,
      at: most.at,
      help: 'Use a claim with ReadWriteMany, or a StatefulSet with volumeClaimTemplates',
      related: [
        { at: bound.reference.at.at, note: `the pods of ${labelOf(template.workload)} mount ${labelOf(claim)}` },
        { at: claim.body.get('spec').get('accessModes').at.atKey, note: `${labelOf(claim)} is for one ${isOnePod ? 'pod' : 'node'} at a time` },
      ],
    };
  },
});
