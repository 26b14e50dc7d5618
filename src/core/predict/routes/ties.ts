import { annotationOf } from '../../model/ingress.ts';
import { labelOf } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Doubt } from '../endpoints/types.ts';
import type { Route } from './types.ts';

function leadsAway(a: Route, b: Route): boolean {
  const [to, other] = [a.to, b.to];
  return (
    to.service !== other.service ||
    to.port !== other.port ||
    to.action !== other.action ||
    (!to.service && valueOf(a.backend.service) !== valueOf(b.backend.service))
  );
}

function isEqual(a: Route, b: Route): boolean {
  return a.path !== undefined && b.path !== undefined && a.match === b.match && valueOf(a.path.path) === valueOf(b.path.path);
}

/** A host that one Ingress holds as master and others as minions is one of all of them. */
function isMergeable({ ingress }: Route): boolean {
  return annotationOf(ingress, 'nginx.org/mergeable-ingress-type').state !== 'absent';
}

/** Routes that have the same claim: which one wins is told by the age of the Ingresses, which no file shows (S-262). */
export function findTies(winner: Route, routes: readonly Route[]): readonly Doubt[] {
  const others = routes.filter(route => route !== winner && leadsAway(route, winner));
  const takesAll = winner.entry.controller?.sharing === 'oldest' && !isMergeable(winner);
  const rival = others.find(route => (takesAll ? route.ingress !== winner.ingress && route.rule?.host !== undefined : isEqual(route, winner)));
  if (!rival) return [];
  const same = rival.ingress === winner.ingress;
  if (same && winner.entry.controller?.id === 'ingress-nginx') return [];
  const reason = same
    ? 'the same path leads to two backends'
    : `${labelOf(rival.ingress.resource)} claims the same ${takesAll ? 'host' : 'path'}, and the older Ingress has it`;
  return [{ reason, at: rival.at }];
}
