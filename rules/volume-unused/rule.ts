import { defineRule, findUnusedVolumes, fixOf, labelOf, removeItem, removeKey, volumeLabelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'volume-unused',
  title: 'No container of the pod mounts this volume',
  category: 'api',
  severity: 'info',
  presets: ['strict'],
  subject: 'pod-template',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { unused: 'info' },
  facts: ['v1 VolumeMount.name'],

  *check(pod) {
    const volumes = pod.spec.get('volumes');
    const isOnly = volumes.items().length === 1;
    for (const volume of findUnusedVolumes(pod)) {
      const label = volumeLabelOf(volume);
      yield {
        variant: 'unused',
        message: `${label.charAt(0).toUpperCase()}${label.slice(1)} of ${labelOf(pod.workload)} is mounted by none of its containers`,
        at: volume.get('name').at,
        help: 'Mount it in a container, or remove it',
        fixes: fixOf('Remove the volume', 'safe', isOnly ? removeKey(volumes.at) : removeItem(volume)),
      };
    }
  },
});
