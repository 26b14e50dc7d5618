import { defineRule, findOverlap, fixOf, insertKey, labelOf, valueOf, type Fix, type PodTemplate } from '../../src/core/api.ts';

const KEY = 'app.kubernetes.io/component';

/** One label more in the selector and in the pods of one of the two is enough: its pods still meet the other selector, and not the other way round. */
function separate({ workload, body, labels }: PodTemplate): readonly Fix[] {
  const name = valueOf(workload.name);
  if (name === undefined || labels.entries.has(KEY)) return [];
  const selector = workload.body.get('spec').get('selector');
  const pairs = workload.kind === 'ReplicationController' ? selector : selector.get('matchLabels');
  const edits = [insertKey(pairs, KEY, name), insertKey(body.get('metadata').get('labels'), KEY, name)];
  return fixOf(`Add ${KEY}: ${name} to the selector and the pods of ${labelOf(workload)}`, 'unsafe', ...edits);
}

export default defineRule({
  id: 'workload-selectors-overlap',
  title: "Two workloads have selectors that take each other's pods",
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'pod-template',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { overlap: 'warning', apart: 'info' },
  facts: ['S-018', 'S-329'],

  *check(template, { cluster }) {
    const overlap = findOverlap(template, cluster);
    if (!overlap) return;
    const { other, service, mixes } = overlap;
    const [own, rival] = [labelOf(template.workload), labelOf(other.workload)];
    yield {
      variant: mixes ? 'overlap' : 'apart',
      message: `${own} and ${rival} select each other's pods, so ${mixes ? 'their pods mix' : 'an HPA would count both'}`,
      at: overlap.selector.at,
      resource: template.workload,
      help: 'Give each of the two a label of its own in matchLabels and in the pod template',
      related: [
        { at: overlap.rivalSelector.at, note: `the selector of ${rival} takes the pods of ${own}` },
        ...(service ? [{ at: service.selector.at, note: `${labelOf(service.resource)} sends to the pods of both` }] : []),
      ],
      fixes: separate(template),
    };
  },
});
