import type { Cluster } from '../../model/cluster.ts';
import { isOfKnownKind, type Resource } from '../../model/resource.ts';
import type { Cause, Warning } from './cause.ts';
import type { Engines } from './engines.ts';
import { reviewResource, type Review } from './review.ts';

/** One thing that the API server says to one object: a refusal, or a warning with which it accepts. */
export interface Refusal {
  readonly resource: Resource;
  readonly cause: Cause | Warning;
}

/** An object may belong to several scopes; kinds, target and engines are those of the run. */
const REVIEWS = new WeakMap<Resource, Review>();

function reviewOf(resource: Resource, { kinds, target }: Cluster, engines: Engines): Review {
  let review = REVIEWS.get(resource);
  if (!review) {
    review = reviewResource(resource, kinds, target, engines);
    REVIEWS.set(resource, review);
  }
  return review;
}

/** What the API server would answer to every object of a scope, each taken by itself. */
export function reviewsOf(cluster: Cluster, engines: Engines = {}): readonly Review[] {
  return cluster.resources.filter(isOfKnownKind).map(resource => reviewOf(resource, cluster, engines));
}

/** All that the API server says to a scope, object by object. */
export function refusalsOf(cluster: Cluster, engines: Engines = {}): readonly Refusal[] {
  return reviewsOf(cluster, engines).flatMap(({ resource, causes, warnings }) => [...causes, ...warnings].map(cause => ({ resource, cause })));
}
