import type { Cluster } from '../model/cluster.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import type { Route, RouteTarget } from '../predict/routes/types.ts';
import type { PlainValue } from './yaml.ts';

/** The routing table of one scope. */
export interface ScopeRoutes {
  readonly cluster: Cluster;
  readonly routes: readonly Route[];
}

export function pathAndLine(at: Place): { readonly path: string; readonly line: number } {
  return { path: at.file.path, line: at.file.lines.position(at.span.start).line };
}

/** Why not all of a route is known, each reason once; null where all is. */
export function undecidedRoute({ entry, to }: Route): string | null {
  const reasons = new Set([...entry.doubts, ...to.doubts].map(({ reason }) => reason));
  return reasons.size === 0 ? null : [...reasons].join('; ');
}

function targetValue({ template, port }: RouteTarget): PlainValue {
  return { pod: template ? { kind: template.workload.kind, name: valueOf(template.workload.name) ?? null } : null, port: port ?? null };
}

function backendValue({ ingress, backend, weight }: Route): PlainValue {
  const { resource, service, port } = backend;
  const isResource = resource.isPresent;
  return {
    kind: isResource ? (valueOf(resource.get('kind').string()) ?? null) : 'Service',
    namespace: valueOf(ingress.resource.namespace) ?? null,
    name: valueOf(isResource ? resource.get('name').string() : service) ?? null,
    port: valueOf(port) ?? null,
    weight: weight ?? null,
  };
}

/** A host as kubectl lists it: "*" for every one. */
export function hostOf({ host }: Route): string | undefined {
  const value = valueOf(host);
  return value === '' ? '*' : value;
}

/** One route of the contract of design §9.4. A host or path that is not known is null; a default backend has no match and the empty path. */
export function routeValue(route: Route, scope: string): Readonly<Record<string, PlainValue>> {
  const { ingress, path, match, tls, to, at } = route;
  const { resource } = ingress;
  return {
    from: { kind: resource.kind, namespace: valueOf(resource.namespace) ?? null, name: valueOf(resource.name) ?? null, ...pathAndLine(at) },
    host: hostOf(route) ?? null,
    path: path ? (valueOf(path.path) ?? null) : '',
    match: match ?? null,
    tls: tls ? { secret: (tls.secret && valueOf(tls.secret)) ?? null, ends: tls.ends === 'unknown' ? null : tls.ends } : null,
    backend: backendValue(route),
    targets: to.targets.map(targetValue),
    breaks: to.breaks ? { rule: to.breaks.rule, message: to.breaks.message } : null,
    scope,
    undecided: undecidedRoute(route),
  };
}

/** The contract of design §9.4. */
export function routesValue(scopes: readonly ScopeRoutes[]): PlainValue {
  return { version: 1, routes: scopes.flatMap(({ cluster, routes }) => routes.map(route => routeValue(route, cluster.scope))) };
}
