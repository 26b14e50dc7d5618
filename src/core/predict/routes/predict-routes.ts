import { annotationOf, type Ingress, type IngressBackend, type IngressPath, type IngressRule } from '../../model/ingress.ts';
import { valueOf } from '../../yaml/field.ts';
import type { RouteContext } from './context.ts';
import { findDestination } from './destination.ts';
import { findEntries } from './entries.ts';
import { gradeOf, HOST_GRADES } from './host-match.ts';
import { matchOf } from './reading.ts';
import { everyHost, tlsOf } from './tls.ts';
import type { Entry, Route } from './types.ts';

interface Way {
  readonly ingress: Ingress;
  readonly rule: IngressRule | undefined;
  readonly path: IngressPath | undefined;
  readonly backend: IngressBackend;
}

function isCanary(ingress: Ingress, { controller }: Entry): boolean {
  return controller?.canary !== undefined && valueOf(annotationOf(ingress, controller.canary)) === 'true';
}

function weightOf(ingress: Ingress, { controller }: Entry): number | undefined {
  const written = controller?.canary === undefined ? undefined : valueOf(annotationOf(ingress, `${controller.canary}-weight`));
  return written !== undefined && /^\d{1,3}$/.test(written) ? Number(written) : undefined;
}

function routeOf({ ingress, rule, path, backend }: Way, entry: Entry, context: RouteContext): Route {
  const host = rule?.host ?? everyHost(ingress);
  const canary = isCanary(ingress, entry);
  return {
    entry,
    ingress,
    rule,
    path,
    backend,
    host,
    match: path && matchOf(path),
    weight: canary ? weightOf(ingress, entry) : undefined,
    isCanary: canary,
    tls: tlsOf(ingress, host, entry),
    to: findDestination(backend, context, entry),
    at: (path?.body ?? rule?.body ?? backend.body).at,
  };
}

/** The ways through an Ingress as it is written. A rule without paths sends its host to the default backend (S-257). */
function waysOf(ingress: Ingress): readonly Way[] {
  const { defaultBackend, rules } = ingress;
  const ways = rules.flatMap((rule): Way[] => {
    if (rule.hasPaths === 'no') return defaultBackend ? [{ ingress, rule, path: undefined, backend: defaultBackend }] : [];
    return rule.paths.map(path => ({ ingress, rule, path, backend: path.backend }));
  });
  return defaultBackend ? [...ways, { ingress, rule: undefined, path: undefined, backend: defaultBackend }] : ways;
}

/** Numbers that are compared one after the other; the smaller one wins. */
type Rank = readonly number[];

const TYPES: readonly (string | undefined)[] = ['Exact', 'Prefix', 'ImplementationSpecific'];

function rankOfPath({ path, match, isCanary: second, entry }: Route): Rank {
  const text = path && valueOf(path.path);
  const type = match === undefined ? TYPES.length : TYPES.indexOf(match);
  const length = text === undefined ? Number.MAX_SAFE_INTEGER : -text.length;
  const canary = second ? 1 : 0;
  if (entry.controller?.order === 'by-type') return [path ? type : TYPES.length, match === 'ImplementationSpecific' ? 0 : length, canary];
  return [length, type, canary];
}

/** The longest path wins, Exact before Prefix (S-255), the most specific host before that (S-256). What is not known comes last. */
function rankOf(route: Route, hosts: readonly (string | undefined)[]): Rank {
  const host = valueOf(route.host);
  if (!route.rule) return [HOST_GRADES.length + 1];
  if (route.entry.controller?.order === 'by-type')
    return [0, route.entry.ingresses.indexOf(route.ingress), route.ingress.rules.indexOf(route.rule), ...rankOfPath(route)];
  return [host === undefined ? HOST_GRADES.length : HOST_GRADES.indexOf(gradeOf(host)), hosts.indexOf(host), ...rankOfPath(route)];
}

function compareRanks(a: Rank, b: Rank): number {
  const at = a.findIndex((number, i) => number !== b[i]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** The routes through one entry, in the order in which they win. */
export function routesOf(entry: Entry, context: RouteContext): readonly Route[] {
  const routes = entry.ingresses.flatMap(waysOf).map(way => routeOf(way, entry, context));
  const hosts = [...new Set(routes.map(({ host }) => valueOf(host)))];
  return routes
    .map(route => ({ route, rank: rankOf(route, hosts) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ route }) => route);
}

/** The routing table of a scope, entry by entry. */
export function predictRoutes(context: RouteContext): readonly Route[] {
  return findEntries(context.cluster).flatMap(entry => routesOf(entry, context));
}
