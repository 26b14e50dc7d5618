import { annotationOf } from '../model/ingress.ts';
import { labelOf } from '../model/resource.ts';
import type { RoutedRequest, Request } from '../predict/routes/route-request.ts';
import type { Route } from '../predict/routes/types.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { renderCount } from './plural.ts';
import { hostOf } from './routes-json.ts';
import { ownerOf, renderBackend } from './routes-names.ts';

/** One step of a request, and the line that says so. */
export interface Hop {
  readonly label: string;
  readonly text: string;
  readonly at: Place | undefined;
}

function pathOf({ path, match }: Route): string {
  if (!path) return 'every path, by its default backend';
  const text = valueOf(path.path);
  return text === '' ? 'every path' : `path ${text ?? 'that is not known'} (${match ?? 'of a type that is not known'})`;
}

function tlsHop({ tls, ingress, entry }: Route): Hop {
  const who = entry.controller?.title ?? 'the controller';
  if (!tls)
    return {
      label: 'TLS',
      text: `ends at ${who}, with a certificate of its own: ${labelOf(ingress.resource)} has none for the host`,
      at: ingress.resource.metadata.get('name').at,
    };
  if (tls.ends === 'pod') return { label: 'TLS', text: `goes through ${who} to the pods`, at: tls.at };
  if (tls.ends === 'unknown') return { label: 'TLS', text: 'where it ends is not known', at: tls.at };
  const name = tls.secret && valueOf(tls.secret);
  const kept = tls.secret ? `that of Secret "${name ?? 'that is not known'}"` : 'one that is kept outside the cluster';
  return { label: 'TLS', text: `ends at ${who}, the certificate is ${kept}`, at: tls.at };
}

/** ingress-nginx sends what comes without TLS to https as soon as the host has a certificate, unless it is told not to. */
function redirectHop({ tls, ingress, entry }: Route): readonly Hop[] {
  if (entry.controller?.id !== 'ingress-nginx' || tls?.ends !== 'ingress') return [];
  const field = annotationOf(ingress, 'nginx.ingress.kubernetes.io/ssl-redirect');
  return valueOf(field) === 'false' ? [] : [{ label: 'Redirect', text: 'ingress-nginx answers http with the same URL under https', at: tls.at }];
}

function ingressHop(route: Route): Hop {
  const { ingress, entry, rule } = route;
  const served = entry.className === undefined ? 'without a class' : `of class ${entry.className}`;
  const host = rule ? `host ${hostOf(route) ?? 'that is not known'}, ` : '';
  return { label: 'Ingress', text: `"${valueOf(ingress.resource.name) ?? ''}" ${served}: ${host}${pathOf(route)}`, at: route.at };
}

function serviceHops({ to, backend }: Route): readonly Hop[] {
  const { service, port, protocol, outside, action } = to;
  if (action !== undefined) return [{ label: 'Action', text: `"${action}", which an annotation of the Ingress describes`, at: backend.body.at }];
  if (!service) return [];
  const name = `"${valueOf(service.resource.name) ?? ''}"`;
  if (outside !== undefined) return [{ label: 'Service', text: `${name} is an alias of ${outside}`, at: service.spec.get('externalName').at }];
  if (!port) return [{ label: 'Service', text: name, at: service.resource.metadata.get('name').at }];
  const title = valueOf(port.name);
  const number = `port ${String(valueOf(port.number) ?? '?')}${title === undefined ? '' : ` "${title}"`}`;
  return [{ label: 'Service', text: `${name}, ${number}${protocol === undefined ? '' : `, spoken to in ${protocol}`}`, at: port.body.at }];
}

function podHops({ to: { targets } }: Route): readonly Hop[] {
  return targets.map(target => {
    const count = target.template ? `, ${target.count === undefined ? 'one pod a node' : renderCount(target.count, 'pod')}` : '';
    const port = target.port === undefined ? '' : ` on ${String(target.port)}`;
    return { label: target.template ? 'Pods' : 'Address', text: `${ownerOf(target)}${count}${port}`, at: target.at };
  });
}

function canaryHop(route: Route): Hop {
  const share = route.weight === undefined ? 'some of the requests' : `${String(route.weight)} % of the requests`;
  return { label: 'Canary', text: `${share} go to ${renderBackend(route)} of ${labelOf(route.ingress.resource)}`, at: route.at };
}

/** What a request meets on its way, in turn. */
export function hopsOf({ route, canaries, others }: RoutedRequest, { isTls }: Request): readonly Hop[] {
  if (!route) return [];
  return [
    ...(isTls ? [tlsHop(route)] : redirectHop(route)),
    ingressHop(route),
    ...canaries.map(canaryHop),
    ...others.map((other): Hop => ({ label: 'Passed over', text: `${pathOf(other)}, which leads to ${renderBackend(other)}`, at: other.at })),
    ...serviceHops(route),
    ...podHops(route),
  ];
}
