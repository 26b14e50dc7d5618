import { valueOf } from '../../yaml/field.ts';
import { Patterns } from '../cel/patterns.ts';
import type { Doubt } from '../endpoints/types.ts';
import type { RouteContext } from './context.ts';
import { findEntries } from './entries.ts';
import { HOST_GRADES, type HostGrade } from './host-match.ts';
import { routesOf } from './predict-routes.ts';
import type { Entry, Route } from './types.ts';
import { findWinner, takesPath, type Request, type Search, type Winner } from './winner.ts';

export type { Request } from './winner.ts';

/** What becomes of a request at one entry. */
export interface RoutedRequest {
  readonly entry: Entry;
  /** Undefined where nothing takes it: the controller answers, with 404 as a rule. */
  readonly route: Route | undefined;
  readonly grade: HostGrade | undefined;
  /** Other routes that would take it if the winner were not there, in their order. */
  readonly others: readonly Route[];
  /** Canaries that take a part of the requests of the route. */
  readonly canaries: readonly Route[];
  readonly doubts: readonly Doubt[];
  /** `reaches`: pods, or what stands for them. `ends`: before them, for certain. */
  readonly outcome: 'reaches' | 'ends' | 'unknown';
}

function outcomeOf({ route, doubts }: Winner): RoutedRequest['outcome'] {
  if (doubts.length > 0) return 'unknown';
  if (!route || route.to.breaks) return 'ends';
  return route.to.doubts.length > 0 ? 'unknown' : 'reaches';
}

function isCanaryOf(canary: Route, route: Route): boolean {
  const [path, main] = [canary.path && valueOf(canary.path.path), route.path && valueOf(route.path.path)];
  return canary.isCanary && path === main && valueOf(canary.host) === valueOf(route.host);
}

function answer(search: Search): RoutedRequest {
  const { entry, routes } = search;
  const found = findWinner(search);
  const winner = { ...found, doubts: [...entry.doubts, ...found.doubts] };
  const { route } = winner;
  const rivals = route ? routes.filter(other => other !== route && !other.isCanary && valueOf(other.host) === valueOf(route.host)) : [];
  return {
    entry,
    route,
    grade: winner.grade,
    others: rivals.filter(other => other.rule !== undefined && takesPath(other, search) === 'yes'),
    canaries: route ? routes.filter(other => isCanaryOf(other, route)) : [],
    doubts: winner.doubts,
    outcome: outcomeOf(winner),
  };
}

/** How well an entry fits the host; undefined where none of its rules has it. What may fit comes last. */
function rankOf(search: Search): number | undefined {
  const { grade, route, doubts } = findWinner(search);
  if (grade) return HOST_GRADES.indexOf(grade);
  return route ? HOST_GRADES.length : doubts.length > 0 ? HOST_GRADES.length + 1 : undefined;
}

/**
 * What becomes of a request, at each entry that has its host: of several entries those whose host is the most specific, since a name is
 * resolved to them. None where no Ingress has the host and none has a default backend.
 */
export function routeRequest(context: RouteContext, request: Request): readonly RoutedRequest[] {
  const expressions = new Patterns();
  const searches = findEntries(context.cluster).map((entry): Search => ({ entry, routes: routesOf(entry, context), request, expressions }));
  const ranks = searches.map(rankOf);
  const best = Math.min(...ranks.filter(rank => rank !== undefined));
  return searches.filter((_, i) => ranks[i] === best).map(answer);
}
