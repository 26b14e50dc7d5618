import { defineRule, findRivalScaler, labelOf, nameplateOf, splitKind, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'scale-target-claimed-twice',
  title: 'Two autoscalers steer the same workload, so neither of them holds its target',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['scale-target', 'keda-scale-target', 'vpa-target'],
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'two-scalers': 'error', 'size-and-number': 'warning' },
  facts: ['S-329'],

  *check(reference, { cluster }) {
    const claim = findRivalScaler(reference, cluster);
    if (!claim) return;
    const { rival, resource, isProof } = claim;
    const target = `${splitKind(reference.kind ?? '/').kind} "${valueOf(reference.name) ?? ''}"`;
    const related = [{ at: nameplateOf(rival), note: `${labelOf(rival)} scales ${target}` }];
    if (resource !== undefined) {
      yield {
        variant: 'size-and-number',
        message: `${labelOf(reference.from)} changes ${resource} requests that an autoscaler measures by, so they fight`,
        at: reference.at.at,
        help: `Set updateMode to Off, or take ${resource} out of one of the two`,
        related,
      };
      return;
    }
    // Two files of a directory may be alternatives, of which one is applied.
    if (!isProof) return;
    yield {
      variant: 'two-scalers',
      message: `${labelOf(reference.from)} and "${valueOf(rival.name) ?? ''}" both scale ${target}, so neither works`,
      at: reference.at.at,
      help: 'Put the metrics of both into one autoscaler',
      related,
    };
  },
});
