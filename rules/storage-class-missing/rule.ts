import { defineRule, findOldClass, fixOf, labelOf, MISSING_CLASS_VARIANTS, removeKey, reportMissingClass, servesVolumes } from '../../src/core/api.ts';

export default defineRule({
  id: 'storage-class-missing',
  title: 'The StorageClass does not exist, so the claim stays pending',
  category: 'references',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'reference',
  references: ['claim-storage-class', 'claim-template-storage-class', 'configured-storage-class'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { ...MISSING_CLASS_VARIANTS, overridden: 'warning' },
  facts: ['v1 PersistentVolumeClaimSpec.storageClassName'],

  *check(reference, { cluster }) {
    const old = findOldClass(reference);
    if (old) {
      yield {
        variant: 'overridden',
        message: `${labelOf(reference.from)} has class "${old.name}" in an annotation, so storageClassName does not count`,
        at: reference.at.at,
        help: `Remove the annotation, or write ${old.name} in storageClassName too`,
        related: [{ at: old.at.at, note: 'the old annotation goes before the field' }],
        fixes: fixOf('Remove the annotation', 'unsafe', removeKey(old.at.at)),
      };
      return;
    }
    const words = { verb: 'wants', consequence: 'so it stays pending' };
    const finding = servesVolumes(reference, cluster) ? undefined : reportMissingClass(reference, cluster, words);
    if (finding) yield { ...finding };
  },
});
