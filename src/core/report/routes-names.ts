import type { Destination, Route, RouteTarget } from '../predict/routes/types.ts';
import { valueOf } from '../yaml/field.ts';
import { renderNames } from './endpoint-names.ts';

/** `Deployment/web`, or the address of a hand-made endpoint. */
export function ownerOf({ template, address }: RouteTarget): string {
  return template ? `${template.workload.kind}/${valueOf(template.workload.name) ?? ''}` : (address ?? '');
}

function countOf({ template, count }: RouteTarget): string {
  if (!template) return '';
  return count === undefined ? ' (one a node)' : count > 1 ? ` (${String(count)})` : '';
}

/** `Deployment/web (2) on 8080`; one port for all that share it. */
export function renderTargets(targets: readonly RouteTarget[]): string {
  const ports = [...new Set(targets.map(({ port }) => port))];
  return renderNames(
    ports.flatMap(port => {
      const names = targets.filter(target => target.port === port).map(target => ownerOf(target) + countOf(target));
      return names.map((name, i) => (i === names.length - 1 && port !== undefined ? `${name} on ${String(port)}` : name));
    }),
  );
}

/** `web:80`, `web:http`; what is not known is `?`. */
export function renderBackend({ backend: { service, port, resource } }: Route): string {
  if (resource.isPresent) return `${valueOf(resource.get('kind').string()) ?? '?'}/${valueOf(resource.get('name').string()) ?? '?'}`;
  return `${valueOf(service) ?? '?'}:${String(valueOf(port) ?? '?')}`;
}

/** Where a route leads if nothing breaks it. */
export function renderDestination({ action, outside, targets }: Destination): string {
  if (action !== undefined) return 'what its annotation says';
  return outside === undefined ? renderTargets(targets) : `alias of ${outside}`;
}
