import { helmReleaseSpecOf, type ValuesReference } from '../../model/gitops/flux.ts';
import { compareNamespaces } from '../../model/namespace.ts';
import { isKind, type Resource } from '../../model/resource.ts';
import { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { parseSource } from '../../yaml/parse-source.ts';
import type { Place } from '../../yaml/place.ts';
import type { ValuesLayer } from './release.ts';
import { locate, type Repository } from './repository.ts';
import { originAt, rewrite } from './rewrite.ts';

/** Values that stand in an object, as the values file that Helm takes. */
export function layerOfMapping(values: Cursor): ValuesLayer | undefined {
  if (values.isAbsent) return undefined;
  const document = values.isMapping ? rewrite(values, {}) : undefined;
  return document ? { kind: 'written', document, text: document.file.text, at: values.at } : { kind: 'hidden', label: 'values', at: values.at };
}

/** A values file that stands in a text of an object. All of it comes from where the text is written. */
export function layerOfText(text: string, at: Place): ValuesLayer {
  const [document] = parseSource(at.file.path, text).documents;
  const origin = originAt(at);
  if (!document?.tree || !Cursor.root(document)?.isMapping) return { kind: 'hidden', label: 'values', at };
  return { kind: 'written', document: { ...document, origins: { of: () => origin } }, text, at };
}

function layerOfReference(reference: Cursor<ValuesReference>, from: Resource, resources: readonly Resource[]): ValuesLayer {
  const { at } = reference.get('name');
  const [kind, name] = [valueOf(reference.get('kind').string()), valueOf(reference.get('name').string())];
  const hidden: ValuesLayer = { kind: 'hidden', label: `${kind ?? 'object'} "${name ?? '?'}"`, at };
  // Values of a Secret are not written to a file.
  if (kind !== 'ConfigMap' || name === undefined) return hidden;
  const found = resources.filter(
    resource => isKind(resource, kind, '') && valueOf(resource.name) === name && compareNamespaces(from.namespace, resource.namespace) !== 'no',
  );
  const [configMap] = found;
  const data = configMap?.body.get('data').get(valueOf(reference.get('valuesKey').string()) ?? 'values.yaml');
  const value = data?.string();
  if (found.length !== 1 || value?.state !== 'known') return hidden;
  const target = reference.get('targetPath').string();
  return target.state === 'absent'
    ? layerOfText(value.value, value.at)
    : { kind: 'set', name: valueOf(target) ?? '', value: value.value, isText: false, at: value.at };
}

/** Values of a HelmRelease, the weakest first: files of the source, `valuesFrom` in its order, `values` (F-5). */
export function readHelmReleaseValues(
  from: Resource,
  { resources, repository }: { readonly resources: readonly Resource[]; readonly repository: Repository },
): readonly ValuesLayer[] {
  const spec = helmReleaseSpecOf(from);
  const files = spec
    .get('chart')
    .get('spec')
    .get('valuesFiles')
    .items()
    .flatMap((item): ValuesLayer[] => {
      const path = valueOf(item.string());
      return path === undefined ? [] : [{ kind: 'file', path: locate(path, from, repository).path, at: item.at, isOptional: false }];
    });
  const references = spec
    .get('valuesFrom')
    .items()
    .map(reference => layerOfReference(reference, from, resources));
  const written = layerOfMapping(spec.get('values').as());
  return [...files, ...references, ...(written ? [written] : [])];
}
