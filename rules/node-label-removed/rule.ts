import { defineRule, labelOf, removedNodeLabelsOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'node-label-removed',
  title: 'Nodes of current versions do not carry node-role.kubernetes.io/master any more',
  category: 'deprecation',
  severity: 'warning',
  presets: ['strict'],
  subject: 'pod-template',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { selected: 'warning', tolerated: 'info' },
  facts: ['S-200'],

  *check(pod) {
    const help = 'Write node-role.kubernetes.io/control-plane, or both for a while';
    for (const { at, use } of removedNodeLabelsOf(pod)) {
      const subject = labelOf(pod.workload);
      const message =
        use === 'tolerated'
          ? `${subject} tolerates the taint of masters, which no node has since Kubernetes 1.25`
          : `${subject} asks for the node label of masters, which no node has since Kubernetes 1.24`;
      yield { variant: use, message, at, help };
    }
  },
});
