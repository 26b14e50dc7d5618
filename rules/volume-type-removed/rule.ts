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
    const subject = holder.charAt(0).toUpperCase() + holder.slice(1);
    const minors = cluster.target.minors;
    const version = `Kubernetes 1.${String(removed)}`;
    if (minors.some(minor => minor < removed)) {
      const message = `${subject} is of type ${name}, which ${version} ${isDisabled ? 'turns off' : 'removes'}`;
      yield { variant: 'deprecated', message, at: cause.cursor.at.atKey, help: 'Move the data to a CSI driver before the upgrade' };
    } else if (isDisabled) {
      const message = `${subject} is of type ${name}, which is off since ${version}, so its pods hardly start`;
      yield { variant: 'disabled', message, at: cause.cursor.at.atKey, help: 'Clone the repository in an init container into an emptyDir' };
    } else {
      const message = `${subject} is of type ${name}, which ${version} removed, so no pod can mount it`;
      yield { variant: 'removed', message, at: cause.cursor.at.atKey, help: 'Use a CSI driver for this storage' };
    }
  },
});
