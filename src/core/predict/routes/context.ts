import type { Cluster } from '../../model/cluster.ts';
import type { Resource } from '../../model/resource.ts';
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
