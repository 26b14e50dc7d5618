import {
  declaredPlaceOf,
  defineRule,
  describeDeclared,
  findSchemeEvidence,
  fixOf,
  insertKey,
  probeKindOf,
  probeLabelOf,
  setScalar,
} from '../../src/core/api.ts';
import { valueOf, type Related, type SchemeEvidence } from '../../src/core/api.ts';

function relate(evidence: SchemeEvidence): Related {
  if (evidence.kind === 'port') return { at: declaredPlaceOf(evidence.port), note: describeDeclared(evidence.port) };
  return { at: evidence.other.scheme.at, note: `the ${probeKindOf(evidence.other)} asks the same port over HTTPS` };
}

export default defineRule({
  id: 'probe-scheme-contradicts-port',
  title: 'The probe speaks HTTP to a TLS port, or HTTPS to a plain one',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'probe',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { port: 'warning', 'other-probe': 'warning' },
  facts: ['S-189'],

  *check(probe) {
    const evidence = probe.container.role === 'init' ? undefined : findSchemeEvidence(probe);
    if (!evidence) return;
    const { meant } = evidence;
    const title = `Set scheme to ${meant}`;
    const scheme = probe.body.get('scheme');
    yield {
      variant: evidence.kind,
      message: `${probeLabelOf(probe)} speaks ${valueOf(probe.scheme) ?? ''} where the process speaks ${meant}, so it fails`,
      at: scheme.isPresent ? scheme.at : probe.body.at.atKey,
      help: title,
      related: [relate(evidence)],
      fixes: fixOf(title, 'unsafe', scheme.isPresent ? setScalar(scheme.at, meant) : insertKey(probe.body, 'scheme', meant)),
    };
  },
});
