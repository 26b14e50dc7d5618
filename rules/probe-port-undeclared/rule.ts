import { declaredPlaceOf, declaredPorts, defineRule, describeDeclared, findUndeclaredProbePort, fixOf, labelOf } from '../../src/core/api.ts';
import { probeLabelOf, setScalar, type ProbePortEvidence } from '../../src/core/api.ts';

function describe(evidence: ProbePortEvidence, number: number): string {
  switch (evidence.kind) {
    case 'told':
      return `the process is told to answer for its health on port ${String(evidence.meant)}`;
    case 'host-port':
      return `${String(number)} is the port of the node that leads to ${String(evidence.meant)}`;
    case 'service-port':
      return `${labelOf(evidence.service.resource)} translates ${String(number)} to ${String(evidence.meant)}`;
    case 'image':
      return `the image listens on ${String(evidence.meant)} as long as nothing configures it`;
  }
}

export default defineRule({
  id: 'probe-port-undeclared',
  title: "The probe's port number is not one of the container's and not where the process listens",
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'probe',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { told: 'warning', 'host-port': 'warning', 'service-port': 'warning', image: 'warning', undeclared: 'info' },
  facts: ['S-189', 'S-191'],

  *check(probe, { cluster }) {
    const found = findUndeclaredProbePort(probe, cluster);
    if (!found) return;
    const { number, evidence } = found;
    const subject = `${probeLabelOf(probe)} asks port ${String(number)}`;
    const at = probe.port.at;
    if (evidence) {
      const title = `Change the port to ${String(evidence.meant)}`;
      const related = [{ at: evidence.at, note: describe(evidence, number) }];
      const message = `${subject}, where nobody listens, so it fails`;
      yield { variant: evidence.kind, message, at, help: title, related, fixes: fixOf(title, 'unsafe', setScalar(at, evidence.meant)) };
    } else {
      const [declared] = declaredPorts([probe.container.pod]);
      yield {
        variant: 'undeclared',
        message: `${subject}, which no container of the pod declares`,
        at,
        help: 'Ask a declared port, or declare this one',
        related: declared ? [{ at: declaredPlaceOf(declared), note: describeDeclared(declared) }] : [],
      };
    }
  },
});
