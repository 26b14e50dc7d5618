import { defineRule, describeDeclared, findUndeclaredTarget, insertKey, omitsTargetPort, portLabelOf, setScalar, valueOf } from '../../src/core/api.ts';
import type { ContainerPort, Fix, ServicePort } from '../../src/core/api.ts';

function targetOf(meant: ContainerPort): string | number {
  return valueOf(meant.name) ?? valueOf(meant.number) ?? 0;
}

function fixFor(port: ServicePort, target: string | number): readonly Fix[] {
  const written = port.body.get('targetPort').as<unknown>();
  const edit = written.scalar().state === 'known' ? setScalar(written.at, target) : insertKey(port.body, 'targetPort', target);
  return edit ? [{ title: `Set targetPort to ${String(target)}`, safety: 'unsafe', edits: [edit] }] : [];
}

export default defineRule({
  id: 'target-port-omitted',
  title: 'Without targetPort the Service sends to its own port number, which no selected pod declares',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service-port',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { omitted: 'warning' },
  facts: ['S-037', 'S-074'],

  *check(port, { cluster }) {
    const undeclared = omitsTargetPort(port) ? findUndeclaredTarget(port, cluster) : undefined;
    if (!undeclared?.meant) return;
    const { number, meant } = undeclared;
    yield {
      variant: 'omitted',
      message: `${portLabelOf(port)} has no targetPort, so it sends to ${String(number)}, which no pod declares`,
      at: port.number.at,
      help: `Set targetPort to ${String(targetOf(meant))}`,
      related: [{ at: meant.number.at, note: describeDeclared(meant) }],
      fixes: fixFor(port, targetOf(meant)),
    };
  },
});
