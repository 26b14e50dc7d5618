import { declaredPorts, describeDeclared, findUndeclaredTarget, omitsTargetPort, type UndeclaredTarget } from '../../src/core/api.ts';
import { containerLabelOf, containerPlaceOf, defineRule, fixOf, portLabelOf, setScalar, valueOf } from '../../src/core/api.ts';
import type { Fix, Related, ServicePort } from '../../src/core/api.ts';

function listNumbers(numbers: readonly number[]): string {
  const shown = [...new Set(numbers)].slice(0, 3).join(', ');
  return numbers.length > 3 ? `${shown} and others` : shown;
}

/** What the author may have taken the number for: the port of the Service, of the node, or of the host. */
function mistakenFor({ number, pods }: UndeclaredTarget, port: ServicePort): Related[] {
  if (valueOf(port.nodePort) === number) return [{ at: port.nodePort.at, note: `${String(number)} is the nodePort, which only nodes answer on` }];
  const host = declaredPorts(pods.templates).find(declared => valueOf(declared.hostPort) === number);
  return host ? [{ at: host.hostPort.at, note: `${String(number)} is a hostPort, which Services do not use` }] : [];
}

function fixTo(port: ServicePort, number: number | undefined): readonly Fix[] | undefined {
  if (number === undefined) return undefined;
  return fixOf(`Change targetPort to ${String(number)}`, 'unsafe', setScalar(port.targetPort.at, number));
}

export default defineRule({
  id: 'target-port-undeclared',
  title: 'The numeric targetPort is none of the ports that the selected pods declare',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service-port',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { undeclared: 'warning', 'image-listens-elsewhere': 'warning' },
  facts: ['S-036', 'S-033'],

  *check(port, { cluster }) {
    const undeclared = omitsTargetPort(port) ? undefined : findUndeclaredTarget(port, cluster);
    if (!undeclared) return;
    const { number, pods, meant, stock, waiting } = undeclared;
    const declared = declaredPorts(pods.templates);
    if (declared.length === 0 && stock) {
      const [listens = 0] = stock.ports;
      yield {
        variant: 'image-listens-elsewhere',
        message: `${portLabelOf(port)} sends to ${String(number)}, where the image of its pods does not listen`,
        at: port.targetPort.at,
        help: `Change targetPort to ${String(listens)}, or configure the process and declare ${String(number)}`,
        related: [{ at: containerPlaceOf(stock.container), note: `the image of ${containerLabelOf(stock.container)} listens on ${listNumbers(stock.ports)}` }],
        fixes: fixTo(port, listens),
      };
    } else {
      const [target, numbers] = [meant && valueOf(meant.number), declared.map(other => valueOf(other.number) ?? 0)];
      const shown = meant ? [meant] : waiting.slice(0, 2);
      yield {
        variant: 'undeclared',
        message: `${portLabelOf(port)} sends to ${String(number)}, the selected pods declare only ${listNumbers(numbers)}`,
        at: port.targetPort.at,
        help: `${target === undefined ? 'Send to a declared port' : `Change targetPort to ${String(target)}`}, or declare ${String(number)} if the process listens there`,
        related: [...shown.map(other => ({ at: other.number.at, note: describeDeclared(other) })), ...mistakenFor(undeclared, port)],
        fixes: fixTo(port, target),
      };
    }
  },
});
