import { canScale, defineRule, findOfOtherKind, labelOf, nameplateOf, splitKind, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'scale-target-not-scalable',
  title: 'The kind of what the autoscaler is to scale has no scale, so nothing is scaled',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['scale-target', 'keda-scale-target', 'vpa-target'],
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'no-scale': 'error' },
  facts: ['S-324'],

  *check(reference, { cluster }) {
    const name = valueOf(reference.name);
    if (name === undefined || reference.kind === undefined || canScale(reference, cluster) !== 'no') return;
    const { kind, group } = splitKind(reference.kind);
    const workload = findOfOtherKind(reference, cluster);
    const isDaemonSet = kind === 'DaemonSet' && group === 'apps';
    yield {
      variant: 'no-scale',
      message: `${labelOf(reference.from)} scales ${kind} "${name}", a kind without a scale, so it is idle`,
      at: reference.holder.get('kind').at,
      help: isDaemonSet ? 'Remove the autoscaler: a DaemonSet runs one pod on each node' : 'Name a Deployment, a StatefulSet or another kind that has a scale',
      related: workload ? [{ at: nameplateOf(workload), note: `${labelOf(workload)} has the same name` }] : [],
    };
  },
});
