import { defineRule, isGateServed, labelOf, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'readiness-gate-unserved',
  title: 'A readiness gate that nobody sets keeps the pod out of every Service',
  category: 'wiring',
  severity: 'info',
  presets: ['strict'],
  subject: 'pod-template',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { unserved: 'info' },
  facts: ['S-032'],

  *check(pod, { cluster }) {
    for (const gate of pod.spec.get('readinessGates').items()) {
      const condition = valueOf(gate.get('conditionType').string());
      if (condition === undefined || isGateServed(condition, pod, cluster)) continue;
      yield {
        variant: 'unserved',
        message: `${labelOf(pod.workload)} waits for condition "${condition}", which nothing in these files sets`,
        at: gate.get('conditionType').at,
        help: 'Remove the gate, or add the controller that sets the condition',
      };
    }
  },
});
