import { defineRule, findWrongPullSecret, labelOf, reportMissing, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'image-pull-secret-missing',
  title: 'The image pull Secret is missing or of another type, so private images cannot be pulled',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['image-pull-secret', 'account-pull-secret'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  // A public image is pulled without it, and a node may know the registry: only a Secret that is never read is an error.
  variants: { near: 'warning', likely: 'warning', elsewhere: 'warning', missing: 'warning', 'not-in-files': 'info', type: 'error' },
  facts: ['v1 PodSpec.imagePullSecrets', 'v1 SecretType'],

  *check(reference, { cluster }) {
    const finding = reportMissing(reference, cluster, { verb: 'pulls with', consequence: 'so pulls may fail' });
    if (finding) yield { ...finding };
    const wrong = findWrongPullSecret(reference, cluster);
    if (!wrong) return;
    const type = valueOf(wrong.type.string()) ?? 'Opaque';
    yield {
      variant: 'type',
      message: `${labelOf(reference.from)} pulls with ${labelOf(wrong.secret)} of type "${type}", so the kubelet passes over it`,
      at: reference.at.at,
      help: 'Make it with kubectl create secret docker-registry, which gives it a type that kubelets read',
      related: [{ at: wrong.type.at, note: `${labelOf(wrong.secret)} has ${wrong.type.isAbsent ? 'no type, which is Opaque' : `type "${type}"`}` }],
    };
  },
});
