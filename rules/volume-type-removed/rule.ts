import { defineRule, findVolume, labelOf, removedTypeOf, volumeLabelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'volume-type-removed',
  title: 'Kubernetes no longer has the type of the volume, so no pod can mount it',
  category: 'deprecation',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['volume/type-removed-warning'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { removed: 'error', disabled: 'warning', deprecated: 'warning' },
  facts: ['v1 Volume'],

  *check({ resource, cause }, { cluster }) {
    const type = removedTypeOf(cause.cursor);
    if (!type) return;
    const { name, removed, isDisabled } = type;
    const volume = findVolume(cause.cursor);
    const holder = volume ? `${volumeLabelOf(volume)} of ${labelOf(resource)}` : labelOf(resource);
    const [subject, at, version] = [holder.charAt(0).toUpperCase() + holder.slice(1), cause.cursor.at.atKey, `Kubernetes 1.${String(removed)}`];
    const help = isDisabled ? 'Clone the repository in an init container into an emptyDir' : 'Use a CSI driver for this storage';
    if (cluster.target.minors.some(minor => minor < removed)) {
      const message = `${subject} is of type ${name}, which ${version} ${isDisabled ? 'turns off' : 'removes'}`;
      yield { variant: 'deprecated', message, at, help };
    } else if (isDisabled) {
      const message = `${subject} is of type ${name}, which kubelets refuse by default`;
      yield { variant: 'disabled', message, at, help: `${help}, ${version} turned the type off` };
    } else {
      const message = `${subject} is of type ${name}, which no kubelet mounts any more`;
      yield { variant: 'removed', message, at, help: `${help}, ${version} removed the type` };
    }
  },
});
