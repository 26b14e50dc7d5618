import type { Cluster } from '../../model/cluster.ts';
import type { Reference } from '../../model/references/reference.ts';
import { referencesOf } from '../../model/references/references.ts';
import type { Resource } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import type { ServiceReference, UseKind } from './service-reference.ts';

/** How objects of a group use the Services that they name; those of all other groups send requests there. */
const VIA: Readonly<Record<string, UseKind>> = {
  'networking.k8s.io': 'ingress',
  extensions: 'ingress',
  apps: 'service-name',
  'admissionregistration.k8s.io': 'webhook',
  'apiextensions.k8s.io': 'webhook',
  'apiregistration.k8s.io': 'webhook',
};

function readPort({ port, row }: Reference): number | string | undefined {
  const written = port?.intOrString();
  return written === undefined || written.state === 'absent' ? row.defaultPort : valueOf(written);
}

function readBackend(reference: Reference): ServiceReference | undefined {
  const { from, namespace } = reference;
  const name = valueOf(reference.name);
  if (reference.kind !== '/Service' || reference.row.verb === 'makes' || name === undefined || namespace?.state === 'unknown') return undefined;
  return {
    via: VIA[from.group] ?? 'route',
    from,
    pod: undefined,
    name,
    namespace: namespace && valueOf(namespace),
    port: readPort(reference),
    at: reference.at.at,
  };
}

/** The Services that an object names in a field made for that, by the table of references. */
export function backendsOf(from: Resource, cluster: Cluster): readonly ServiceReference[] {
  return referencesOf(cluster)
    .from(from)
    .flatMap(reference => readBackend(reference) ?? []);
}
