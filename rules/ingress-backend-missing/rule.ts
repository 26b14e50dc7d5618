import {
  INGRESS_BACKENDS,
  defineRule,
  describeAbsence,
  describeSender,
  findMissingBackend,
  fixOf,
  labelOf,
  nameplateOf,
  setScalar,
  valueOf,
  type Finding,
  type MeantService,
  type Reference,
} from '../../src/core/api.ts';

type Variant = 'near' | 'likely' | 'missing' | 'not-in-files';

const NOTES: Readonly<Record<MeantService['clue'], string>> = {
  name: 'has the nearest name of the namespace',
  workload: 'serves the workload of that name',
  port: 'is the only one of the namespace with that port',
};

function report(reference: Reference, variant: Variant): Finding<Variant> {
  const name = valueOf(reference.name) ?? '';
  const where = describeAbsence(variant === 'near' || variant === 'missing');
  return {
    variant,
    message: `${describeSender(reference)} to Service "${name}", ${where}`,
    at: reference.at.at,
    help: `Add Service ${name}, or name one that exists`,
  };
}

function reportMeant(reference: Reference, { service: { resource }, clue, isSure }: MeantService): Finding<Variant> {
  const meant = valueOf(resource.name) ?? '';
  const help = `Change the backend to ${meant}`;
  return {
    ...report(reference, isSure ? 'near' : 'likely'),
    help,
    related: [{ at: nameplateOf(resource), note: `${labelOf(resource)} ${NOTES[clue]}` }],
    fixes: fixOf(help, 'unsafe', setScalar(reference.at.at, meant)),
  };
}

export default defineRule({
  id: 'ingress-backend-missing',
  title: 'The Ingress sends to a Service that does not exist, so these requests fail',
  category: 'routing',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: INGRESS_BACKENDS,
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { near: 'error', likely: 'warning', missing: 'error', 'not-in-files': 'info' },
  facts: ['S-249', 'S-250', 'S-260'],

  *check(reference, { cluster }) {
    const missing = findMissingBackend(reference, cluster);
    // A Service of another namespace has a rule of its own.
    if (!missing || missing.kind === 'elsewhere') return;
    if ('meant' in missing) yield reportMeant(reference, missing.meant);
    // An Ingress alone says nothing: its Services are elsewhere.
    else if (missing.kind === 'missing' || cluster.services.length > 0) yield report(reference, missing.kind);
  },
});
