import { compareNamespaces } from '../../model/namespace.ts';
import { fluxKustomizationSpecOf } from '../../model/gitops/flux.ts';
import { isKind, labelOf, type Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf, valueOr } from '../../yaml/field.ts';
import type { Place } from '../../yaml/place.ts';
import { writtenPlaceOf } from './rewrite.ts';

/** A value for `postBuild`. Undefined where it is a placeholder, encrypted or secret. */
export interface PostBuildValue {
  readonly value: string | undefined;
  readonly at: Place;
  /** What gives it, for notes: `postBuild.substitute of Kustomization "apps"`. */
  readonly giver: string;
}

/** What Flux fills the variables of a built set with (F-3). */
export interface PostBuild {
  readonly values: ReadonlyMap<string, PostBuildValue>;
  /** ConfigMaps and Secrets whose values no file shows: any variable may come from them. */
  readonly hidden: readonly { readonly label: string; readonly at: Place }[];
  /** Names that Flux refuses for variables. */
  readonly refused: readonly { readonly name: string; readonly at: Place }[];
  /** Text is filled even where no variable has a value. */
  readonly isAlways: boolean;
}

const VARIABLE_NAME = /^[_A-Za-z][_A-Za-z0-9]*$/;

function textOf(value: Cursor): string | undefined {
  const field = value.scalar();
  return field.state === 'known' ? (value.text ?? '').replaceAll('\n', '') : undefined;
}

/** Values of a Secret are known to be there, and no more: what is made of them may be printed. */
function dataOf(resource: Resource): [string, PostBuildValue][] {
  const giver = `${labelOf(resource)} of postBuild.substituteFrom`;
  const isSecret = resource.kind === 'Secret';
  return (isSecret ? ['data', 'stringData'] : ['data']).flatMap(field =>
    resource.body
      .get(field)
      .entries()
      .map(({ key, value }): [string, PostBuildValue] => [key, { value: isSecret ? undefined : textOf(value), at: writtenPlaceOf(value.at), giver }]),
  );
}

function isSubstituteSource(resource: Resource, { kind, name, owner }: { readonly kind: string; readonly name: string; readonly owner: Resource }): boolean {
  return isKind(resource, kind, '') && valueOf(resource.name) === name && compareNamespaces(owner.namespace, resource.namespace) !== 'no';
}

class PostBuildReader {
  readonly values = new Map<string, PostBuildValue>();
  readonly hidden: { readonly label: string; readonly at: Place }[] = [];
  readonly #owner: Resource;
  readonly #resources: readonly Resource[];

  constructor(owner: Resource, resources: readonly Resource[]) {
    this.#owner = owner;
    this.#resources = resources;
  }

  readSource(reference: Cursor<{ readonly kind: string; readonly name: string; readonly optional: boolean }>): void {
    const [kind, name] = [valueOf(reference.get('kind').string()), valueOf(reference.get('name').string())];
    const [found, ...more] = this.#resources.filter(
      resource => kind !== undefined && name !== undefined && isSubstituteSource(resource, { kind, name, owner: this.#owner }),
    );
    // Of several objects of that name, one overlay's is as likely as the other's.
    if (!found || more.length > 0) {
      this.hidden.push({ label: `${kind ?? 'object'} "${name ?? '?'}"`, at: reference.get('name').at });
      return;
    }
    for (const [key, value] of dataOf(found)) this.values.set(key, value);
    if (['data', 'stringData'].some(field => found.body.get(field).isOpen)) this.hidden.push({ label: labelOf(found), at: reference.get('name').at });
  }
}

/** What fills the variables of the set that a Flux Kustomization applies; undefined where it fills none. */
export function readPostBuild(kustomization: Resource, resources: readonly Resource[]): PostBuild | undefined {
  const postBuild = fluxKustomizationSpecOf(kustomization).get('postBuild');
  if (!postBuild.isPresent) return undefined;
  const reader = new PostBuildReader(kustomization, resources);
  for (const reference of postBuild.get('substituteFrom').items()) reader.readSource(reference);
  const substitute = postBuild.get('substitute');
  const giver = `postBuild.substitute of ${labelOf(kustomization)}`;
  for (const { key, value } of substitute.entries()) reader.values.set(key, { value: textOf(value.as()), at: writtenPlaceOf(value.at), giver });
  if (postBuild.isUnknown || substitute.isOpen) reader.hidden.push({ label: giver, at: substitute.at });
  const { values, hidden } = reader;
  const refused = [...values].flatMap(([name, { at }]) => (VARIABLE_NAME.test(name) ? [] : [{ name, at }]));
  return { values, hidden, refused, isAlways: valueOr(postBuild.get('substituteStrategy').string(), '') === 'Always' };
}
