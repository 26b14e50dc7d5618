import { defineRule, describeAbsence, describeElsewhere, findMissingGovernor, fixOf, labelOf, nameplateOf, setScalar, valueOf } from '../../src/core/api.ts';
import type { Finding, MissingGovernor, Place, Resource } from '../../src/core/api.ts';

function toName(at: Place, target: Resource): Pick<Finding, 'help' | 'fixes'> {
  const name = valueOf(target.name) ?? '';
  const help = `Change serviceName to ${name}`;
  return { help, fixes: fixOf(help, 'unsafe', setScalar(at, name)) };
}

/** What to do, and the other end: the Service that is there, or who asks for a pod. */
function explain(missing: MissingGovernor, name: string, at: Place): Pick<Finding, 'help' | 'fixes' | 'related'> {
  switch (missing.kind) {
    case 'selecting': {
      const { resource, headless } = missing.service;
      const related = [{ at: nameplateOf(resource), note: `${headless === 'yes' ? 'the headless ' : ''}${labelOf(resource)} selects these pods` }];
      if (headless === 'yes') return { ...toName(at, resource), related };
      return { help: `Add a headless Service ${name} that selects the pods`, related };
    }
    case 'near':
    case 'likely':
      return { ...toName(at, missing.target), related: [{ at: nameplateOf(missing.target), note: `the nearest name is that of ${labelOf(missing.target)}` }] };
    case 'elsewhere': {
      const namespace = valueOf(missing.target.namespace) ?? '';
      const related = [{ at: nameplateOf(missing.target), note: `${labelOf(missing.target)} is in namespace "${namespace}"` }];
      return { help: 'Put both into one namespace: the Service is looked up there only', related };
    }
    case 'asked':
      return {
        help: `Add a headless Service ${name} that selects the pods`,
        related: [{ at: missing.use.at, note: `${labelOf(missing.use.from)} asks for pod "${missing.use.podName ?? ''}" under this name` }],
      };
    case 'missing':
    case 'not-in-files':
      return { help: `Add a headless Service ${name} that selects the pods` };
  }
}

const PROVEN: ReadonlySet<MissingGovernor['kind']> = new Set(['selecting', 'near', 'asked', 'missing']);

export default defineRule({
  id: 'stateful-set-service-missing',
  title: 'serviceName names no Service, so the pods have no DNS names',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['stateful-set-service'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { selecting: 'error', near: 'error', asked: 'error', likely: 'warning', elsewhere: 'warning', missing: 'error', 'not-in-files': 'info' },
  facts: ['S-194', 'S-195'],

  *check(reference, { cluster }) {
    const missing = findMissingGovernor(reference, cluster);
    const name = valueOf(reference.name) ?? '';
    if (!missing) return;
    const where = missing.kind === 'elsewhere' ? describeElsewhere(missing.target) : describeAbsence(PROVEN.has(missing.kind));
    yield {
      variant: missing.kind,
      message: `${labelOf(reference.from)} names Service "${name}", ${where}, so no pod gets a name`,
      at: reference.at.at,
      ...explain(missing, name, reference.at.at),
    };
  },
});
