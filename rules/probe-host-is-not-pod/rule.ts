import { defineRule, findProbedHost, fixOf, labelOf, nameplateOf, probeLabelOf, removeKey, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'probe-host-is-not-pod',
  title: "The probe's host is dialled from the node, so localhost or a Service name probes the wrong thing",
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'probe',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { node: 'warning', service: 'warning' },
  facts: ['S-191'],

  *check(probe, { cluster }) {
    const found = probe.container.role === 'init' ? undefined : findProbedHost(probe, cluster);
    if (!found) return;
    const host = valueOf(probe.host) ?? '';
    const title = 'Remove host, the kubelet asks the address of the pod';
    const whom = found.kind === 'node' ? 'which is the node, not the pod' : 'which is not this pod';
    yield {
      variant: found.kind,
      message: `${probeLabelOf(probe)} asks host "${host}", ${whom}`,
      at: probe.host.at,
      help: title,
      related: found.kind === 'service' ? [{ at: nameplateOf(found.service.resource), note: `"${host}" is ${labelOf(found.service.resource)}` }] : [],
      fixes: fixOf(title, 'safe', removeKey(probe.body.get('host').at)),
    };
  },
});
