import type { ApplicationKustomize } from '../../model/gitops/argo.ts';
import { labelOf, type Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import type { BuildAdditions } from '../build.ts';
import type { ImageEntry, LabelEntry, Pair, PatchEntry, ReplicaEntry, Text } from '../kustomization.ts';
import { readTarget, readText } from './flux-additions.ts';
import { writtenPlaceOf } from './rewrite.ts';

/** The parts of `name=newName:tag@digest`, as `kustomize edit set image` takes them. */
export function splitImage(written: string): { readonly name: string; readonly newName?: string; readonly newTag?: string; readonly digest?: string } {
  const [name, rest] = written.includes('=') ? [written.slice(0, written.indexOf('=')), written.slice(written.indexOf('=') + 1)] : [undefined, written];
  const at = rest.indexOf('@');
  const [image, digest] = at === -1 ? [rest, undefined] : [rest.slice(0, at), rest.slice(at + 1)];
  // The port of a registry stands before a slash.
  const colon = image.lastIndexOf(':');
  const isTagged = colon > image.lastIndexOf('/');
  const [base, tag] = isTagged ? [image.slice(0, colon), image.slice(colon + 1)] : [image, undefined];
  const tagged = digest !== undefined ? { digest } : tag !== undefined ? { newTag: tag } : {};
  return { name: name ?? base, ...(name !== undefined && base !== name && base !== '' && { newName: base }), ...tagged };
}

function readImages(kustomize: Cursor<ApplicationKustomize>, owner: string): ImageEntry[] {
  return kustomize
    .get('images')
    .items()
    .flatMap(item => {
      const written = valueOf(item.string());
      if (written === undefined) return [];
      const { name, newName, newTag, digest } = splitImage(written);
      const text = (value: string): Text => ({ value, at: writtenPlaceOf(item.at), giver: `kustomize.images of ${owner}` });
      const optional = (value: string | undefined): Text | undefined => (value === undefined ? undefined : text(value));
      return [{ name: text(name), newName: optional(newName), newTag: optional(newTag), digest: optional(digest), at: item.at }];
    });
}

function readPairs(map: Cursor<Readonly<Record<string, string>>>): Pair[] {
  return map.entries().flatMap(({ key, value }) => {
    const text = valueOf(value.string());
    return text === undefined ? [] : [{ key, value: text, at: writtenPlaceOf(value.at) }];
  });
}

function readLabels(kustomize: Cursor<ApplicationKustomize>): LabelEntry[] {
  const labels = kustomize.get('commonLabels');
  const pairs = readPairs(labels);
  const includeSelectors = valueOf(kustomize.get('labelWithoutSelector').boolean()) !== true;
  const includeTemplates = includeSelectors || valueOf(kustomize.get('labelIncludeTemplates').boolean()) === true;
  return pairs.length === 0 ? [] : [{ pairs, includeSelectors, includeTemplates, fields: [], at: labels.at }];
}

function readReplicas(kustomize: Cursor<ApplicationKustomize>, owner: string): ReplicaEntry[] {
  return kustomize
    .get('replicas')
    .items()
    .flatMap(item => {
      const name = readText(item.get('name'), `kustomize.replicas of ${owner}`);
      // Argo CD takes a number and a number in quotes.
      const count = valueOf(item.get('count').intOrString());
      return name && count !== undefined && Number.isInteger(Number(count)) ? [{ name, count: Number(count), at: item.at, countAt: item.get('count').at }] : [];
    });
}

function readPatches(kustomize: Cursor<ApplicationKustomize>, owner: string): PatchEntry[] {
  return kustomize
    .get('patches')
    .items()
    .map(patch => ({
      path: readText(patch.get('path')),
      patch: readText(patch.get('patch'), `a patch of ${owner}`),
      target: readTarget(patch.get('target')),
      allowNameChange: valueOf(patch.get('options').get('allowNameChange').boolean()) === true,
      allowKindChange: valueOf(patch.get('options').get('allowKindChange').boolean()) === true,
      at: patch.at,
    }));
}

/** What an Application puts into the kustomization of its source before it is built (F-6). */
export function readArgoAdditions(kustomize: Cursor<ApplicationKustomize>, application: Resource): BuildAdditions {
  const owner = labelOf(application);
  const override = (field: 'namespace' | 'namePrefix' | 'nameSuffix'): Text | undefined => readText(kustomize.get(field), `kustomize.${field} of ${owner}`);
  const [namespace, namePrefix, nameSuffix] = [override('namespace'), override('namePrefix'), override('nameSuffix')];
  const components = kustomize
    .get('components')
    .items()
    .flatMap(component => readText(component, `kustomize.components of ${owner}`) ?? []);
  return {
    overrides: { ...(namespace && { namespace }), ...(namePrefix && { namePrefix }), ...(nameSuffix && { nameSuffix }) },
    appended: {
      patches: readPatches(kustomize, owner),
      components,
      images: readImages(kustomize, owner),
      replicas: readReplicas(kustomize, owner),
      labels: readLabels(kustomize),
      commonAnnotations: readPairs(kustomize.get('commonAnnotations')),
    },
  };
}
