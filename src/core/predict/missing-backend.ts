import type { Cluster } from '../model/cluster.ts';
import type { Reference } from '../model/references/reference.ts';
import type { Resource } from '../model/resource.ts';
import { isMagicBackend } from './magic-backends.ts';
import { findMeantService, type MeantService } from './meant-service.ts';
import { judgeAbsence } from './references/absence.ts';

/** Why the Service that an Ingress sends to is missing. */
export type MissingBackend =
  /** A Service of the set is evidently meant: for certain, or as far as its name tells. */
  | { readonly kind: 'near' | 'likely'; readonly meant: MeantService }
  /** The Service stands in another namespace. */
  | { readonly kind: 'elsewhere'; readonly target: Resource }
  /** Nothing else exists, or nothing tells. */
  | { readonly kind: 'missing' | 'not-in-files' };

/** Finds why the Service that an Ingress sends to is missing; undefined where it is there, may be, or is none. */
export function findMissingBackend(reference: Reference, cluster: Cluster): MissingBackend | undefined {
  const absence = judgeAbsence(reference, cluster);
  if (!absence || isMagicBackend(reference)) return undefined;
  if (absence.grade === 'elsewhere') return { kind: 'elsewhere', target: absence.target };
  const meant = findMeantService(reference, cluster);
  if (meant) return { kind: meant.isSure ? 'near' : 'likely', meant };
  return { kind: cluster.absenceProves ? 'missing' : 'not-in-files' };
}
