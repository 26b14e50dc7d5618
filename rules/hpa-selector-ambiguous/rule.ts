import { defineRule, findScalerAmbiguity, labelOf, nameplateOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'hpa-selector-ambiguous',
  title: "One autoscaled workload selects the other one's pods, so neither of the two is scaled",
  category: 'autoscaling',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'reference',
  references: ['scale-target', 'keda-scale-target'],
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { ambiguous: 'warning' },
  facts: ['S-329', 'S-018'],

  *check(reference, { cluster }) {
    const ambiguity = findScalerAmbiguity(reference, cluster);
    if (!ambiguity) return;
    const { taker, selector, other, scalers } = ambiguity;
    yield {
      variant: 'ambiguous',
      message: `${labelOf(taker.workload)} selects pods of ${labelOf(other.workload)} too, so neither is scaled`,
      at: selector.at,
      resource: taker.workload,
      help: 'Give each of the two a label of its own in matchLabels and in the pod template',
      related: [
        { at: other.labels.at, note: `the pods of ${labelOf(other.workload)} carry all of it` },
        ...scalers.map(scaler => ({ at: nameplateOf(scaler), note: `${labelOf(scaler)} finds pods of another autoscaler` })),
      ],
    };
  },
});
