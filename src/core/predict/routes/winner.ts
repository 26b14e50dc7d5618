import type { Answer } from '../../model/answer.ts';
import { annotationOf } from '../../model/ingress.ts';
import { labelOf } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Doubt } from '../endpoints/types.ts';
import { gradeOf, HOST_GRADES, normalizeHost, takesHost, type HostGrade } from './host-match.ts';
import { matchPath, type Expressions } from './path-match.ts';
import { readingOf } from './reading.ts';
import { findTies } from './ties.ts';
import type { Entry, Route } from './types.ts';

export interface Request {
  readonly host: string;
  /** Without query. */
  readonly path: string;
  readonly isTls: boolean;
}

/** One question to one entry. */
export interface Search {
  readonly entry: Entry;
  /** In the order in which they win. */
  readonly routes: readonly Route[];
  readonly request: Request;
  readonly expressions: Expressions;
}

/** The route that takes a request; undefined where none does. */
export interface Winner {
  readonly route: Route | undefined;
  /** How specific the host is that takes it; undefined for a default backend, and where no rule has the host. */
  readonly grade: HostGrade | undefined;
  /** What hides whether it is this route. */
  readonly doubts: readonly Doubt[];
}

/** More hosts of the rules of an Ingress, by an annotation. */
function aliasesOf({ ingress, entry }: Route): readonly string[] {
  const key = entry.controller?.aliases;
  const written = key === undefined ? undefined : valueOf(annotationOf(ingress, key));
  return written?.split(',').map(word => normalizeHost(word.trim())) ?? [];
}

function gradeFor(route: Route, host: string): HostGrade | 'unknown' | undefined {
  const wanted = valueOf(route.host);
  if (!route.rule) return undefined;
  if (wanted === undefined) return 'unknown';
  if (takesHost(wanted, host)) return gradeOf(wanted);
  return wanted !== '' && aliasesOf(route).includes(normalizeHost(host)) ? 'exact' : undefined;
}

/** Whether a route takes the path of a request. One without a path takes all. */
export function takesPath({ path, entry }: Route, { request, expressions }: Search): Answer {
  if (!path) return 'yes';
  const wanted = valueOf(path.path);
  return wanted === undefined ? 'unknown' : matchPath(readingOf(path, entry), wanted, request.path, expressions);
}

function doubtPath({ path, at }: Route): Doubt {
  const text = path && valueOf(path.path);
  return { reason: `whether ${text === undefined ? 'a path that is not known' : `path "${text}"`} takes it is not known`, at };
}

/** The first of some routes that takes the path, and what may take it before. */
function firstOf(routes: readonly Route[], search: Search): { readonly route: Route | undefined; readonly doubts: readonly Doubt[] } {
  const doubts: Doubt[] = [];
  for (const route of routes) {
    const answer = takesPath(route, search);
    if (answer === 'yes') return { route, doubts };
    if (answer === 'unknown') doubts.push(doubtPath(route));
  }
  return { route: undefined, doubts };
}

/** Routes whose host or paths are hidden and that may take the request before any other. */
function doubtHidden(search: Search): readonly Doubt[] {
  const { entry, routes, request } = search;
  const hosts = routes.filter(route => gradeFor(route, request.host) === 'unknown' && takesPath(route, search) !== 'no');
  const [hidden] = hosts.map(({ host }): Doubt => ({ reason: 'whether a host that is not known is this one is not known', at: host.at }));
  const open = entry.ingresses.filter(({ rulesOpen, rules }) => rulesOpen || rules.some(({ pathsOpen, hasPaths }) => pathsOpen && hasPaths !== 'no'));
  return [
    ...(hidden ? [hidden] : []),
    ...open.map(({ resource, spec }): Doubt => ({ reason: `the rules of ${labelOf(resource)} are not all known`, at: spec.at })),
  ];
}

/** The default backend of the Ingresses that have the host, else of any (S-257). */
function fallBack(search: Search, asked: readonly Route[]): Winner {
  const defaults = search.routes.filter(({ rule }) => !rule);
  const own = defaults.filter(({ ingress }) => asked.some(route => route.ingress === ingress));
  const [first, second] = own.length > 0 ? own : defaults;
  const doubts = second ? [{ reason: `${labelOf(second.ingress.resource)} has a default backend too`, at: second.at }] : [];
  return { route: first, grade: undefined, doubts };
}

function descend(search: Search, ranked: readonly Route[]): Winner {
  const { entry, request } = search;
  const asked: Route[] = [];
  const doubts: Doubt[] = [];
  for (const grade of HOST_GRADES) {
    const routes = ranked.filter(route => gradeFor(route, request.host) === grade);
    if (routes.length === 0) continue;
    const through = asked.length === 0 ? 'yes' : (entry.controller?.fallsThrough ?? 'unknown');
    if (through === 'no') break;
    const found = firstOf(routes, search);
    doubts.push(...found.doubts);
    if (found.route && through === 'unknown')
      doubts.push({ reason: 'whether rules for other hosts are asked too depends on the controller', at: found.route.at });
    if (found.route) return { route: found.route, grade, doubts: [...doubts, ...findTies(found.route, routes)] };
    asked.push(...routes);
  }
  const fallen = fallBack(search, asked);
  const [first] = asked;
  const grade = first && fallen.route === undefined ? gradeOf(valueOf(first.host) ?? '') : undefined;
  return { route: fallen.route, grade, doubts: [...doubts, ...fallen.doubts] };
}

/** Rules one after the other, as they are written: conditions of listeners know no best host. */
function walk(search: Search, ranked: readonly Route[]): Winner {
  const routes = ranked.filter(route => ['exact', 'wildcard', 'any'].includes(gradeFor(route, search.request.host) ?? ''));
  const { route, doubts } = firstOf(routes, search);
  if (!route) return fallBack(search, routes);
  return { route, grade: gradeOf(valueOf(route.host) ?? ''), doubts };
}

/** The route of an entry that takes a request: the best host, then the longest path (S-255, S-256). */
export function findWinner(search: Search): Winner {
  const main = search.routes.filter(({ isCanary }) => !isCanary);
  const found = search.entry.controller?.order === 'by-type' ? walk(search, main) : descend(search, main);
  return { ...found, doubts: [...doubtHidden(search), ...found.doubts] };
}
