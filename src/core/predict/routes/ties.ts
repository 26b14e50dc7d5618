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

/** Equal for routes that claim the same requests: of controllers that give a whole host to one Ingress, for all of the host. */
export function claimOf({ host, path, match, entry, rule, at }: Route): string {
  const name = valueOf(host);
  const text = path ? valueOf(path.path) : '';
  if (name === undefined || text === undefined || !rule) return `only ${at.file.path} ${String(at.span.start)}`;
  return entry.controller?.sharing === 'oldest' ? name : `${name} ${text} ${match ?? ''}`;
}

/** A host that one Ingress holds as master and others as minions is one of all of them. */
function isMergeable({ ingress }: Route): boolean {
  return annotationOf(ingress, 'nginx.org/mergeable-ingress-type').state !== 'absent';
}

/** Routes that claim the same requests and lead elsewhere: which one wins is told by the age of the Ingresses, which no file shows (S-262). */
export function findTies(route: Route, claims: readonly Route[]): readonly Doubt[] {
  const { controller } = route.entry;
  const takesHost = controller?.sharing === 'oldest';
  if (route.isCanary || (takesHost && isMergeable(route))) return [];
  const rival = claims.find(other => other.ingress !== route.ingress && !other.isCanary && (takesHost || leadsAway(other, route)));
  if (rival)
    return [{ reason: `${labelOf(rival.ingress.resource)} claims the same ${takesHost ? 'host' : 'path'}, and the older Ingress has it`, at: rival.at }];
  // Of equal paths of one Ingress ingress-nginx takes the first.
  const twin = takesHost || controller?.id === 'ingress-nginx' ? undefined : claims.find(other => other !== route && leadsAway(other, route));
  return twin ? [{ reason: 'the same path leads to two backends', at: twin.at }] : [];
}
