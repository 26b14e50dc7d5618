import {
  defineRule,
  findExternalTarget,
  findNearest,
  fixOf,
  labelOf,
  readExternalName,
  setScalar,
  valueOf,
  type Cluster,
  type ExternalName,
  type Service,
} from '../../src/core/api.ts';

function knowsNamespace(cluster: Cluster, namespace: string): boolean {
  return cluster.byName('Namespace', namespace).length > 0 || cluster.services.some(service => valueOf(service.resource.namespace) === namespace);
}

/** A near name in the namespace, else the same name in another one. */
function findMeant(name: ExternalName, cluster: Cluster): Service | undefined {
  const nameOf = (service: Service): string | undefined => valueOf(service.resource.name);
  const there = cluster.services.filter(service => valueOf(service.resource.namespace) === name.namespace);
  const near = findNearest(name.service ?? '', there, nameOf);
  return near ?? cluster.services.find(service => nameOf(service) === name.service && service.resource.namespace.state === 'known');
}

export default defineRule({
  id: 'external-name-target-missing',
  title: 'externalName points at a Service of this cluster that does not exist',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'near-name': 'warning', 'other-namespace': 'warning', absent: 'error' },
  facts: ['S-223', 'S-226'],

  *check(service, { cluster }) {
    const name = readExternalName(service, cluster.target.clusterDomain);
    if (name?.form !== 'cluster' || name.service === undefined || name.namespace === undefined) return;
    if (
      cluster.isOpen ||
      findExternalTarget(name, service, cluster) ||
      cluster.services.some(other => valueOf(other.resource.name) === name.service && other.resource.namespace.state !== 'known')
    )
      return;
    const meant = knowsNamespace(cluster, name.namespace) ? findMeant(name, cluster) : undefined;
    if (!meant && !cluster.absenceProves) return;
    const full = meant && `${valueOf(meant.resource.name) ?? ''}.${valueOf(meant.resource.namespace) ?? ''}.svc.${cluster.target.clusterDomain}`;
    yield {
      variant: !meant ? 'absent' : valueOf(meant.resource.name) === name.service ? 'other-namespace' : 'near-name',
      severity: cluster.absenceProves ? 'error' : 'warning',
      message: `externalName of ${labelOf(service.resource)} names Service "${name.service}" in "${name.namespace}", which does not exist`,
      at: name.at,
      help: full === undefined ? 'Name a Service that exists' : `Change externalName to ${full}`,
      related: meant
        ? [{ at: meant.resource.metadata.get('name').at, note: `${labelOf(meant.resource)} is in namespace "${valueOf(meant.resource.namespace) ?? ''}"` }]
        : [],
      fixes: full === undefined ? [] : fixOf(`Change externalName to ${full}`, 'unsafe', setScalar(name.at, full)),
    };
  },
});
