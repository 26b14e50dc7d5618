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

/** Stands for a name that is written and not known: any name may begin with it. */
const HIDDEN = '';

function nameIn(cursor: Cursor<string>): string[] {
  const name = cursor.string();
  return name.state === 'absent' ? [] : [valueOf(name) ?? HIDDEN];
}

/** What a chart is told to call its objects, in place of the release's name. */
function overridesIn(values: Cursor): string[] {
  if (values.isUnknown) return [HIDDEN];
  return ['fullnameOverride', 'nameOverride'].flatMap(key => nameIn(values.get(key).as<string>()));
}

function namesOfApplication(resource: Resource): string[] {
  return sourcesOf(applicationSpecOf(resource)).flatMap(source => {
    const helm = source.get('helm');
    return [...nameIn(helm.get('releaseName').as<string>()), ...overridesIn(helm.get('valuesObject').as<Untyped>())];
  });
}

/** What names of the objects begin with that a HelmRelease or an Application makes, beside its own name; empty for a name that is not known. */
export function releaseNamesOf(resource: Resource): readonly string[] {
  if (isApplication(resource)) return namesOfApplication(resource);
  if (!isHelmRelease(resource)) return [];
  const name = helmReleaseNameOf(resource);
  return [name ?? HIDDEN, ...overridesIn(helmReleaseSpecOf(resource).get('values').as<Untyped>())];
}
