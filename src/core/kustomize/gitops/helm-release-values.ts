import { isEncrypted } from '../../model/encrypted.ts';
import { helmReleaseSpecOf, type ValuesReference } from '../../model/gitops/flux.ts';
import { compareNamespaces } from '../../model/namespace.ts';
import { isKind, labelOf, type Resource } from '../../model/resource.ts';
import { readBase64 } from '../../yaml/base64.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Place } from '../../yaml/place.ts';
import type { ReleaseProblem, ValuesLayer } from './release.ts';
import { locate, type Repository } from './repository.ts';
import { layerOfMapping, layerOfSecret, layerOfText } from './values-layers.ts';

/** Where values are looked for beside a HelmRelease. */
export interface ValuesSearch {
  /** All objects in sight. */
  readonly resources: readonly Resource[];
  /** Those of the set that the HelmRelease is in, which are asked first. */
  readonly beside: readonly Resource[];
  readonly repository: Repository;
}

interface Values {
  readonly values: readonly ValuesLayer[];
  readonly problems: readonly ReleaseProblem[];
}

/** The one object of a kind and name that a HelmRelease can mean; of several, one overlay's is as likely as the other's. */
function findGiver(kind: string, name: string, from: Resource, { resources, beside }: ValuesSearch): Resource | undefined {
  const isMeant = (resource: Resource): boolean =>
    isKind(resource, kind, '') && valueOf(resource.name) === name && compareNamespaces(from.namespace, resource.namespace) !== 'no';
  const near = beside.filter(isMeant);
  const found = near.length > 0 ? near : resources.filter(isMeant);
  return found.length === 1 ? found[0] : undefined;
}

/** The text of a key, of a Secret too. */
function readKey(giver: Resource, key: string): { readonly text: string; readonly at: Place } | undefined {
  const isSecret = giver.kind === 'Secret';
  const plain = giver.body.get(isSecret ? 'stringData' : 'data').get(key);
  const text = valueOf(plain.string());
  if (text !== undefined || !isSecret) return text === undefined ? undefined : { text, at: plain.at };
  const coded = giver.body.get('data').get(key);
  const decoded = readBase64(valueOf(coded.string()) ?? '');
  return coded.isPresent && decoded !== undefined ? { text: decoded, at: coded.at } : undefined;
}

/** A value for one path. Flux hands it to Helm as `--set` does: quoted it is a text, and a comma begins another one. */
function layerOfPath(name: string, value: string, at: Place): ValuesLayer {
  const [, , quoted] = /^(['"])(.*)\1$/s.exec(value) ?? [];
  const isPlain = quoted !== undefined || /^\{[^{}]*\}$/.test(value) || !/(?<!\\),/.test(value);
  return isPlain ? { kind: 'set', name, value: quoted ?? value, isText: quoted !== undefined, at } : { kind: 'hidden', label: name, at };
}

function layerOfReference(reference: Cursor<ValuesReference>, from: Resource, search: ValuesSearch): ValuesLayer {
  const { at } = reference.get('name');
  const [kind, name] = [valueOf(reference.get('kind').string()), valueOf(reference.get('name').string())];
  const label = `${kind ?? 'object'} "${name ?? '?'}"`;
  const giver = kind === undefined || name === undefined ? undefined : findGiver(kind, name, from, search);
  const found = giver && !isEncrypted(giver) ? readKey(giver, valueOf(reference.get('valuesKey').string()) ?? 'values.yaml') : undefined;
  if (!giver || !found) return { kind: 'hidden', label, at };
  const target = valueOf(reference.get('targetPath').string());
  // No value of a Secret goes into what may be printed.
  if (giver.kind === 'Secret')
    return target === undefined
      ? layerOfSecret(found.text, labelOf(giver), at)
      : { kind: 'set', name: target, value: `\${${target}}`, isText: true, isMasked: true, at };
  return target === undefined ? layerOfText(found.text, found.at) : layerOfPath(target, found.text, found.at);
}

/** Files of the source, which stand in place of the chart's own (F-5). */
function readFiles(from: Resource, isCertain: boolean, { repository }: ValuesSearch): Values {
  const chart = helmReleaseSpecOf(from).get('chart').get('spec');
  const isOptional = valueOf(chart.get('ignoreMissingValuesFiles').boolean()) === true;
  const [values, problems]: [ValuesLayer[], ReleaseProblem[]] = [[], []];
  for (const item of chart.get('valuesFiles').items()) {
    const written = valueOf(item.string());
    if (written === undefined) {
      values.push({ kind: 'hidden', label: 'valuesFiles', at: item.at });
      continue;
    }
    const { path, kind, clean } = locate(written, from, repository);
    values.push({ kind: 'file', path, at: item.at, isOptional });
    if (kind !== 'absent' || isOptional) continue;
    problems.push({ kind: 'values-missing', answer: `no values file found at path '${clean}'`, at: item.at, subject: written, isCertain });
  }
  return { values, problems };
}

/** Values of a HelmRelease, the weakest first: files of the source, `valuesFrom` in its order, `values` (F-5). */
export function readHelmReleaseValues(from: Resource, isCertain: boolean, search: ValuesSearch): Values {
  const spec = helmReleaseSpecOf(from);
  const { values, problems } = readFiles(from, isCertain, search);
  const references = spec
    .get('valuesFrom')
    .items()
    .map(reference => layerOfReference(reference, from, search));
  const written = layerOfMapping(spec.get('values').as());
  return { values: [...values, ...references, ...(written ? [written] : [])], problems };
}
