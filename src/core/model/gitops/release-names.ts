import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Untyped } from '../../yaml/untyped.ts';
import type { Resource } from '../resource.ts';
import { applicationSpecOf, isApplication, sourcesOf } from './argo.ts';
import { helmReleaseSpecOf, isHelmRelease } from './flux.ts';

/** Name of the Helm release of a HelmRelease (F-5); undefined where it is not known. */
export function helmReleaseNameOf(resource: Resource): string | undefined {
  const spec = helmReleaseSpecOf(resource);
  const [written, target] = [spec.get('releaseName').string(), spec.get('targetNamespace').string()];
  if (written.state !== 'absent') return valueOf(written);
  const name = valueOf(resource.name);
  if (name === undefined || target.state === 'unknown') return undefined;
  return target.state === 'known' ? `${target.value}-${name}` : name;
}

/** What a chart is told to call its objects, in place of the release's name. */
function overridesIn(values: Cursor): string[] {
  return ['fullnameOverride', 'nameOverride'].flatMap(key => valueOf(values.get(key).string()) ?? []);
}

function namesOfApplication(resource: Resource): string[] {
  return sourcesOf(applicationSpecOf(resource)).flatMap(source => {
    const helm = source.get('helm');
    const written = valueOf(helm.get('releaseName').string());
    return [...(written === undefined ? [] : [written]), ...overridesIn(helm.get('valuesObject').as<Untyped>())];
  });
}

/** What names of the objects begin with that a HelmRelease or an Application makes, beside its own name. */
export function releaseNamesOf(resource: Resource): readonly string[] {
  if (isApplication(resource)) return namesOfApplication(resource);
  if (!isHelmRelease(resource)) return [];
  const name = helmReleaseNameOf(resource);
  return [...(name === undefined ? [] : [name]), ...overridesIn(helmReleaseSpecOf(resource).get('values').as<Untyped>())];
}
