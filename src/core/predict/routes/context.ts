import type { Cluster } from '../../model/cluster.ts';
import type { Reference } from '../../model/references/reference.ts';
import { referencesOf } from '../../model/references/references.ts';
import type { Resource } from '../../model/resource.ts';
import type { Field } from '../../yaml/field.ts';
import { SETTLED, type Environment } from '../endpoints/environment.ts';
import { predictEndpoints } from '../endpoints/predict-endpoints.ts';
import type { ServiceEndpoints } from '../endpoints/types.ts';

/** What all routes of a scope are worked out from. */
export interface RouteContext {
  readonly cluster: Cluster;
  readonly endpoints: ReadonlyMap<Resource, ServiceEndpoints>;
}

export function routeContextOf(cluster: Cluster, environment: Environment = SETTLED): RouteContext {
  return { cluster, endpoints: new Map(predictEndpoints(cluster, environment).map(endpoints => [endpoints.service.resource, endpoints])) };
}

/** The reference that an object makes by a field. */
export function findReference(from: Resource, name: Field<string>, cluster: Cluster): Reference | undefined {
  const { start } = name.at.valueSpan;
  return referencesOf(cluster)
    .from(from)
    .find(({ at }) => at.at.valueSpan.start === start);
}
