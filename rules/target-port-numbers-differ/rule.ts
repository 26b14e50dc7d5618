import { backingPods, defineRule, describeDeclared, labelOf, portLabelOf, resolveTargetPort, valueOf } from '../../src/core/api.ts';
import type { ContainerPort } from '../../src/core/api.ts';

export default defineRule({
  id: 'target-port-numbers-differ',
  title: 'The named targetPort resolves to different numbers on different pods',
  category: 'wiring',
  severity: 'info',
  presets: ['strict'],
  subject: 'service-port',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { differ: 'info' },
  facts: ['S-044'],

  *check(port, { cluster }) {
    const name = valueOf(port.targetPort);
    if (typeof name !== 'string') return;
    const declared = new Map<number, ContainerPort>();
    for (const template of backingPods(port.service, cluster)?.templates ?? []) {
      const target = resolveTargetPort(port, template, cluster.target.minors);
      if (target.state === 'resolved' && target.declared && !declared.has(target.number)) declared.set(target.number, target.declared);
    }
    const [one, other] = [...declared.values()];
    // Two versions of one application during a change of its port: the same names of everything but the workload.
    if (!one || !other || valueOf(one.container.name) === valueOf(other.container.name)) return;
    const numbers = [...declared.keys()].sort((a, b) => a - b);
    yield {
      variant: 'differ',
      message: `${portLabelOf(port)} sends to "${name}", which is ${numbers.slice(0, 3).join(' or ')} by pod`,
      at: port.targetPort.at,
      help: 'Give the port one number on all selected pods, or make sure that they serve the same',
      related: [one, other].map(found => ({ at: found.number.at, note: `in ${labelOf(found.container.pod.workload)}, ${describeDeclared(found)}` })),
    };
  },
});
