import { fluxKustomizationSpecOf, type FluxKustomizationSpec, type PatchTarget } from '../../model/gitops/flux.ts';
import { labelOf, type Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import type { BuildAdditions } from '../build.ts';
import type { ImageEntry, PatchEntry, Selector, Text } from '../kustomization.ts';
import { writtenPlaceOf, type AddedEntry } from './rewrite.ts';

/** A text with its place; undefined where it is absent or not known. */
export function readText(cursor: Cursor<unknown>, giver?: string): Text | undefined {
  const field = cursor.string();
  if (field.state !== 'known') return undefined;
  return { value: field.value, at: writtenPlaceOf(field.at), ...(giver !== undefined && { giver }) };
}

export function readTarget(target: Cursor<PatchTarget>): Selector | undefined {
  if (!target.isPresent) return undefined;
  return {
    group: readText(target.get('group')),
    version: readText(target.get('version')),
    kind: readText(target.get('kind')),
    name: readText(target.get('name')),
    namespace: readText(target.get('namespace')),
    labelSelector: readText(target.get('labelSelector')),
    annotationSelector: readText(target.get('annotationSelector')),
    at: target.at,
  };
}

function readPatches(spec: Cursor<FluxKustomizationSpec>, giver: string): PatchEntry[] {
  return spec
    .get('patches')
    .items()
    .map(patch => ({
      patch: readText(patch.get('patch'), `a patch of ${giver}`),
      target: readTarget(patch.get('target')),
      allowNameChange: false,
      allowKindChange: false,
      at: patch.at,
    }));
}

function readImages(spec: Cursor<FluxKustomizationSpec>, giver: string): ImageEntry[] {
  return spec
    .get('images')
    .items()
    .flatMap(image => {
      const text = (key: 'name' | 'newName' | 'newTag' | 'digest'): Text | undefined => readText(image.get(key), `images of ${giver}`);
      const name = text('name');
      return name ? [{ name, newName: text('newName'), newTag: text('newTag'), digest: text('digest'), at: image.at }] : [];
    });
}

/** What a Flux Kustomization puts into the kustomization of its directory before it builds it (F-2). */
export function readFluxAdditions(kustomization: Resource): BuildAdditions {
  const spec = fluxKustomizationSpecOf(kustomization);
  const owner = labelOf(kustomization);
  const override = (field: 'targetNamespace' | 'namePrefix' | 'nameSuffix'): Text | undefined => readText(spec.get(field), `${field} of ${owner}`);
  const [namespace, namePrefix, nameSuffix] = [override('targetNamespace'), override('namePrefix'), override('nameSuffix')];
  const components = spec
    .get('components')
    .items()
    .flatMap(component => readText(component, `components of ${owner}`) ?? []);
  return {
    overrides: { ...(namespace && { namespace }), ...(namePrefix && { namePrefix }), ...(nameSuffix && { nameSuffix }) },
    appended: { patches: readPatches(spec, owner), components, images: readImages(spec, owner) },
  };
}

/** Labels and annotations that all objects get after the build. */
export function readCommonMetadata(kustomization: Resource): ReadonlyMap<string, readonly AddedEntry[]> {
  const common = fluxKustomizationSpecOf(kustomization).get('commonMetadata');
  const note = (field: string): string => `commonMetadata.${field} of ${labelOf(kustomization)} sets it`;
  const entriesOf = (field: 'labels' | 'annotations'): AddedEntry[] =>
    common
      .get(field)
      .entries()
      .flatMap(({ key, value }) => {
        const text = valueOf(value.string());
        return text === undefined ? [] : [{ key, value: text, at: writtenPlaceOf(value.at), note: note(field) }];
      });
  return new Map([
    ['metadata.labels', entriesOf('labels')],
    ['metadata.annotations', entriesOf('annotations')],
  ]);
}
