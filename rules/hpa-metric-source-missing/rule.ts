import {
  defineRule,
  findLostContainers,
  findNearest,
  fixOf,
  labelOf,
  MISSING_VARIANTS,
  reportMissing,
  scaledPods,
  setScalar,
  valueOf,
  type Cluster,
  type Finding,
  type MissingVariant,
  type Reference,
} from '../../src/core/api.ts';

type Variant = MissingVariant | 'no-container';

function* checkContainers(reference: Reference, cluster: Cluster): Iterable<Finding<Variant>> {
  const template = scaledPods(reference, cluster);
  if (template?.kind === undefined) return;
  const names = template.containers.flatMap(({ role, name }) => (role === 'init' ? [] : [valueOf(name) ?? '']));
  for (const { name, at } of findLostContainers(reference, template)) {
    const meant = names.length === 1 ? names[0] : findNearest(name, names, other => other);
    const help = meant === undefined ? `Name one of ${names.join(', ')}` : `Change the container to ${meant}`;
    yield {
      variant: 'no-container',
      message: `${labelOf(reference.from)} measures container "${name}", which ${labelOf(template.workload)} has not`,
      at,
      help,
      related: [{ at: template.spec.get('containers').at.atKey, note: `its containers are ${names.map(other => `"${other}"`).join(', ')}` }],
      fixes: meant === undefined ? [] : fixOf(help, 'unsafe', setScalar(at, meant)),
    };
  }
}

export default defineRule({
  id: 'hpa-metric-source-missing',
  title: 'A metric of the autoscaler is about something that does not exist, so it has no value',
  category: 'autoscaling',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['scale-target', 'metric-object'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { ...MISSING_VARIANTS, near: 'warning', elsewhere: 'warning', 'no-container': 'error' },
  facts: ['S-329'],

  *check(reference, { cluster }) {
    if (reference.row.id === 'scale-target') {
      yield* checkContainers(reference, cluster);
      return;
    }
    const finding = reportMissing(reference, cluster, { verb: 'needs', consequence: 'so it has no value' });
    if (finding) yield finding;
  },
});
