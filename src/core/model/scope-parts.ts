import { openingOf } from './draft-kustomizations.ts';
import { identityOf } from './identity.ts';
import type { Opening } from './opening.ts';
import type { DocumentReading } from './read-documents.ts';
import type { Resource } from './resource.ts';
import type { Placed } from './split-scopes.ts';
import { WORKLOAD_KINDS } from './workload-kinds.ts';

/** What belongs to a scope: an object, or a reason why objects may be missing. */
export type Part = { readonly resource: Resource } | { readonly opening: Opening };

/** Kinds whose copies in two directories tell that these are variants of one thing; of a ConfigMap or Secret equal copies tell nothing. */
const WIRED: ReadonlySet<string> = new Set(['Service', 'Ingress', 'NetworkPolicy', 'HTTPRoute', ...WORKLOAD_KINDS.map(({ kind }) => kind)]);

export function placeObject(resource: Resource): Placed<Part> {
  // A Namespace is often written beside each part of an application: it says nothing of what is applied together.
  const identity = resource.kind === 'Namespace' ? undefined : identityOf(resource);
  const placed = { path: resource.document.file.path, identity, value: { resource } };
  return WIRED.has(resource.kind) ? placed : { ...placed, wording: () => resource.body.source };
}

export function placeOpening(path: string, opening: Opening): Placed<Part> {
  return { path, identity: undefined, value: { opening } };
}

export function partsOf(reading: DocumentReading): Placed<Part>[] {
  const opening = openingOf(reading);
  return [...reading.resources.map(placeObject), ...(opening ? [placeOpening(reading.document.file.path, opening)] : [])];
}

export function resourcesOf(parts: readonly Placed<Part>[]): Resource[] {
  return parts.flatMap(({ value }) => ('resource' in value ? [value.resource] : []));
}

export function openingsOf(parts: readonly Placed<Part>[]): Opening[] {
  return parts.flatMap(({ value }) => ('opening' in value ? [value.opening] : []));
}
