import type { Cluster } from '../model/cluster.ts';
import type { Reference } from '../model/references/reference.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Resource } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import { nearnessOfNames } from '../text/near.ts';
import { valueOf } from '../yaml/field.ts';
import { servicesOf } from './backing-pods.ts';
import { findGovernedPods, findPodNameUse } from './governing-service.ts';
import { judgeAbsence } from './references/absence.ts';
import type { ServiceReference } from './service-uses.ts';

/** Why the Service that a StatefulSet names is missing, and what shows that somebody needs it (S-194, S-195). */
export type MissingGovernor =
  /** A Service of the set selects the pods: a headless one, or one of nearly the name. */
  | { readonly kind: 'selecting'; readonly service: Service }
  /** A Service of nearly the name is there. */
  | { readonly kind: 'near' | 'likely' | 'elsewhere'; readonly target: Resource }
  /** A client asks for a pod by its name. */
  | { readonly kind: 'asked'; readonly use: ServiceReference }
  /** Nothing else exists, or nothing tells. */
  | { readonly kind: 'missing' | 'not-in-files' };

/** The nearest of name among those of the pods, a headless one before others. */
function findSelecting(pod: PodTemplate, name: string, cluster: Cluster): Service | undefined {
  const distance = ({ resource }: Service): number => nearnessOfNames(name, valueOf(resource.name) ?? '') ?? 3;
  const services = servicesOf(pod, cluster).toSorted((a, b) => distance(a) - distance(b));
  return services.find(({ headless }) => headless === 'yes') ?? services.find(service => distance(service) < 3);
}

/** Finds why a governing Service is missing; undefined where it is there, or may be. */
export function findMissingGovernor(reference: Reference, cluster: Cluster): MissingGovernor | undefined {
  const [absence, pod, name] = [judgeAbsence(reference, cluster), findGovernedPods(reference, cluster), valueOf(reference.name)];
  if (!absence || !pod || name === undefined) return undefined;
  const service = findSelecting(pod, name, cluster);
  if (service) return { kind: 'selecting', service };
  if (absence.grade === 'near' && absence.nearness === 1 && absence.where === 'yes') return { kind: 'near', target: absence.target };
  const use = findPodNameUse(pod, name, cluster);
  if (use) return { kind: 'asked', use };
  if (absence.grade === 'near')
    return absence.isFree || absence.nearness === 1 ? { kind: 'likely', target: absence.target } : { kind: cluster.absenceProves ? 'missing' : 'not-in-files' };
  if (absence.grade === 'elsewhere') return { kind: 'elsewhere', target: absence.target };
  return { kind: absence.grade === 'complete' ? 'missing' : 'not-in-files' };
}
