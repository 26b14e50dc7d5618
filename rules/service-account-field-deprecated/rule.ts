import { defineRule, fixOf, labelOf, removeKey, renameKey, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'service-account-field-deprecated',
  title: 'serviceAccount is the old name of serviceAccountName',
  category: 'deprecation',
  severity: 'warning',
  presets: ['strict'],
  subject: 'pod-template',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'old-name': 'info', differs: 'warning' },
  facts: ['v1 PodSpec.serviceAccountName'],

  *check(pod) {
    const [old, now] = [pod.spec.get('serviceAccount'), pod.spec.get('serviceAccountName')];
    const [oldName, name] = [valueOf(old.string()), valueOf(now.string())];
    if (pod.workload.observed || oldName === undefined || oldName === '' || now.string().state === 'unknown' || oldName === name) return;
    if (name === undefined || name === '') {
      yield {
        variant: 'old-name',
        message: `${labelOf(pod.workload)} names its account in serviceAccount, which is an old name`,
        at: old.at,
        help: 'Rename the field to serviceAccountName',
        fixes: now.isWritten ? [] : fixOf('Rename the field to serviceAccountName', 'safe', renameKey(old.at, 'serviceAccountName')),
      };
      return;
    }
    yield {
      variant: 'differs',
      message: `serviceAccount "${oldName}" of ${labelOf(pod.workload)} is ignored beside serviceAccountName "${name}"`,
      at: old.at,
      help: 'Remove serviceAccount',
      related: [{ at: now.at, note: `the pods run as "${name}"` }],
      fixes: fixOf('Remove serviceAccount', 'safe', removeKey(old.at)),
    };
  },
});
