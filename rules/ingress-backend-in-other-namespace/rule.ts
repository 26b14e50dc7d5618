import {
  INGRESS_BACKENDS,
  defineRule,
  describeSender,
  fixOf,
  insertKey,
  isMagicBackend,
  judgeAbsence,
  labelOf,
  mayBearName,
  namespaceBeside,
  resolve,
  valueOf,
  type Cluster,
  type Finding,
  type Reference,
  type Resource,
} from '../../src/core/api.ts';

type Variant = 'elsewhere' | 'namespace-missing';

function reportElsewhere(reference: Reference, target: Resource): Finding<Variant> {
  const [name, namespace] = [valueOf(reference.name) ?? '', valueOf(target.namespace) ?? ''];
  return {
    variant: 'elsewhere',
    message: `${describeSender(reference)} to Service "${name}", which only namespace "${namespace}" has`,
    at: reference.at.at,
    help: `Move the Ingress to namespace ${namespace}: backends are looked up in its own`,
    related: [
      { at: target.namespace.at, note: `${labelOf(target)} is in namespace "${namespace}"` },
      { at: reference.from.namespace.at, note: `${labelOf(reference.from)} is in namespace "${valueOf(reference.from.namespace) ?? ''}"` },
    ],
  };
}

/** The Ingress or the Service names no namespace, and all beside it name that of the other one. */
function reportUnnamed({ from }: Reference, service: Resource, cluster: Cluster): Finding<Variant> | undefined {
  const odd = [from, service].find(end => end.namespace.state === 'absent');
  const other = odd === from ? service : from;
  const namespace = valueOf(other.namespace);
  if (!odd || namespace === undefined || namespace === 'default' || namespaceBeside(odd, cluster) !== namespace) return undefined;
  const help = `Add namespace: ${namespace} to the metadata of ${labelOf(odd)}`;
  return {
    variant: 'namespace-missing',
    message: `${labelOf(odd)} names no namespace, ${labelOf(other)} is in "${namespace}", so they do not meet`,
    at: odd.metadata.get('name').at,
    resource: odd,
    help,
    related: [{ at: other.namespace.at, note: `${labelOf(other)} is in namespace "${namespace}", like all else in this file` }],
    fixes: fixOf(help, 'unsafe', insertKey(odd.metadata, 'namespace', namespace)),
  };
}

export default defineRule({
  id: 'ingress-backend-in-other-namespace',
  title: 'The backend Service exists only in another namespace, where an Ingress cannot look',
  category: 'routing',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: INGRESS_BACKENDS,
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { elsewhere: 'error', 'namespace-missing': 'warning' },
  facts: ['S-010', 'S-250'],

  *check(reference, { cluster }) {
    const absence = judgeAbsence(reference, cluster);
    if (absence?.grade === 'elsewhere' && !isMagicBackend(reference)) yield reportElsewhere(reference, absence.target);
    const { found, possible } = resolve(reference, cluster);
    const [service, ...others] = possible;
    if (!service || others.length > 0 || found.length > 0 || cluster.isOpen || cluster.isAlternative(reference.from) || mayBearName(reference, cluster)) return;
    const finding = reportUnnamed(reference, service, cluster);
    if (finding) yield finding;
  },
});
