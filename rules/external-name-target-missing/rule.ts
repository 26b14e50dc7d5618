import {
  defineRule,
  findExternalTarget,
  findNearest,
  fixOf,
  labelOf,
  namesBefore,
  readExternalName,
  setScalar,
  valueOf,
  wasInNamespace,
  type Cluster,
  type Finding,
  type ExternalName,
  type Service,
} from '../../src/core/api.ts';

function knowsNamespace(cluster: Cluster, namespace: string): boolean {
  return cluster.byName('Namespace', namespace).length > 0 || cluster.services.some(service => valueOf(service.resource.namespace) === namespace);
}

/** One that a kustomization has renamed, a near name in the namespace, or else the same name in another one. */
function findMeant(name: ExternalName, cluster: Cluster): Service | undefined {
  const before = namesBefore(cluster).get(name.service ?? '') ?? [];
  const renamed = before.find(({ service }) => wasInNamespace(service.resource, name.namespace ?? ''));
  if (renamed) return renamed.service;
  const nameOf = (service: Service): string | undefined => valueOf(service.resource.name);
  const there = cluster.services.filter(service => valueOf(service.resource.namespace) === name.namespace);
  const near = findNearest(name.service ?? '', there, nameOf);
  return near ?? cluster.services.find(service => nameOf(service) === name.service && service.resource.namespace.state === 'known');
}

/** In a closed set, where no Service without a namespace could be the one. */
function isMissing(name: ExternalName, service: Service, cluster: Cluster): boolean {
  if (name.form !== 'cluster' || cluster.isOpen || findExternalTarget(name, service, cluster)) return false;
  return cluster.byName('Service', name.service ?? '').every(other => other.namespace.state === 'known');
}

function describeMissing(service: Service, name: ExternalName): string {
  return `externalName of ${labelOf(service.resource)} names Service "${name.service ?? ''}" in "${name.namespace ?? ''}", which does not exist`;
}

function describeMeant(service: Service, name: ExternalName, meant: Service, cluster: Cluster): Finding<Variant> {
  const [meantName, namespace] = [valueOf(meant.resource.name) ?? '', valueOf(meant.resource.namespace) ?? ''];
  const full = `${meantName}.${namespace}.svc.${cluster.target.clusterDomain}`;
  return {
    variant: meantName === name.service ? 'other-namespace' : 'near-name',
    severity: cluster.absenceProves ? 'error' : 'warning',
    message: describeMissing(service, name),
    at: name.at,
    help: `Change externalName to ${full}`,
    related: [{ at: meant.resource.metadata.get('name').at, note: `${labelOf(meant.resource)} is in namespace "${namespace}"` }],
    // Where a kustomization renames the Service others may take it as it is written.
    fixes: namesBefore(cluster).has(name.service ?? '') ? [] : fixOf(`Change externalName to ${full}`, 'unsafe', setScalar(name.at, full)),
  };
}

type Variant = 'near-name' | 'other-namespace' | 'absent';

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
    if (name?.service === undefined || name.namespace === undefined || !isMissing(name, service, cluster)) return;
    const meant = knowsNamespace(cluster, name.namespace) ? findMeant(name, cluster) : undefined;
    if (meant) yield describeMeant(service, name, meant, cluster);
    else if (cluster.absenceProves) {
      yield { variant: 'absent', message: describeMissing(service, name), at: name.at, help: 'Name a Service that exists' };
    }
  },
});
