import { backingPods, defineRule, isPortName, labelOf, portLabelOf, resolveTargetPort, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'target-port-partly-unresolved',
  title: 'The named targetPort exists on some of the selected pods only, the others get nothing of this port',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service-port',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { partly: 'warning' },
  facts: ['S-042', 'S-043'],

  *check(port, { cluster }) {
    const name = valueOf(port.targetPort);
    const pods = backingPods(port.service, cluster);
    if (typeof name !== 'string' || !isPortName(name) || !pods) return;
    const resolved = pods.templates.map(template => ({ template, target: resolveTargetPort(port, template, cluster.target.minors) }));
    const having = resolved.find(({ target }) => target.state === 'resolved');
    const without = resolved.filter(
      ({ template, target }) =>
        target.state === 'unresolved' && template.kind?.runs === 'serving' && template.containers.some(container => container.ports.length > 0),
    );
    const [first] = [...without].sort((a, b) => (labelOf(a.template.workload) < labelOf(b.template.workload) ? -1 : 1));
    if (!having || !first) return;
    const others = without.length > 1 ? ` and ${String(without.length - 1)} more` : '';
    yield {
      variant: 'partly',
      message: `${portLabelOf(port)} sends to "${name}", which pods of ${labelOf(first.template.workload)}${others} lack`,
      at: port.targetPort.at,
      help: `Declare a port "${name}" on all selected pods, or select only those that have it`,
      related: [
        { at: first.template.spec.get('containers').at.atKey, note: `no container of ${labelOf(first.template.workload)} declares "${name}"` },
        ...(having.target.state === 'resolved' && having.target.declared
          ? [{ at: having.target.declared.name.at, note: `${labelOf(having.template.workload)} declares "${name}"` }]
          : []),
      ],
    };
  },
});
