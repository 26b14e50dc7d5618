import { splitApiVersion } from '../../../src/core/kustomize/object-id.ts';
import type { Random } from '../random.ts';
import { printRaw, type Raw, type RawMap } from './raw-yaml.ts';
import { chance, container, makeObject, pairs, pickOf, type SceneObject, some, text, word } from './scene-objects.ts';

/** Takes parts of a value away and puts directives and nulls in, as patches have them. */
function thin(value: Raw, random: Random, depth = 0): Raw {
  if (typeof value === 'string') return chance(random, 8) ? pickOf(random, ['null', '~', word(random)]) : value;
  if (Array.isArray(value)) {
    const items = (value as Raw[]).filter(() => !chance(random, 3)).map(item => thin(item, random, depth + 1));
    return chance(random, 20) ? [{ $patch: pickOf(random, ['replace', 'delete']) }, ...items] : items;
  }
  const entries = Object.entries(value as RawMap).flatMap(([key, item]): [string, Raw][] => {
    if (depth > 0 && chance(random, 4) && key !== 'name' && key !== 'kind') return [];
    if (depth > 1 && chance(random, 25)) return [[key, 'null']];
    return [[key, ['apiVersion', 'kind', 'metadata'].includes(key) && depth === 0 ? item : key === 'name' ? item : thin(item, random, depth + 1)]];
  });
  const directive: RawMap = depth > 0 && chance(random, 40) ? { $patch: pickOf(random, ['replace', 'delete', 'merge', 'replace']) } : {};
  return { ...directive, ...Object.fromEntries(entries) };
}

/** A strategic merge patch for an object: another object of its kind, thinned out. */
export function mergePatch(random: Random, { gvk, name, raw }: SceneObject): RawMap {
  const other = chance(random) ? makeObject(random, gvk, name).raw : raw;
  const { metadata = {}, ...rest } = thin(other, random) as RawMap;
  const [own, now] = [raw['metadata'] as RawMap, metadata as RawMap];
  const namespace = own['namespace'];
  const kept = Object.fromEntries(Object.entries(now).filter(([key]) => key !== 'namespace'));
  return { ...rest, metadata: { ...kept, name, ...(namespace !== undefined && { namespace }) } };
}

const METADATA = ['/metadata/labels', '/metadata/annotations/x', '/metadata/labels/app', '/metadata/annotations/example.com~1part', '/metadata/name'];
const POD = [
  '/spec/replicas',
  '/spec/template/spec/containers/0/image',
  '/spec/template/spec/containers/0/env/-',
  '/spec/template/spec/containers/-',
  '/spec/template/spec/containers/0',
  '/spec/template/spec/nodeSelector',
];
const POINTERS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(['Deployment', 'StatefulSet', 'DaemonSet'].map(kind => [kind, POD])),
  ConfigMap: ['/data', '/data/a', '/data/new'],
  Service: ['/spec/type', '/spec/ports/0/port', '/spec/ports/-', '/spec/selector'],
};

function operation(random: Random, kind: string): RawMap {
  const op = pickOf(random, ['add', 'add', 'add', 'add', 'add', 'replace', 'replace', 'replace', 'remove', 'test', 'copy', 'move']);
  const pointers = [...METADATA, ...(POINTERS[kind] ?? ['/spec/x'])];
  const path = pickOf(random, pointers);
  if (op === 'copy' || op === 'move') return { op, from: pickOf(random, pointers), path };
  if (op === 'remove') return { op, path };
  return { op, path, value: pickOf<Raw>(random, [word(random), text(random), text(random), pairs(random), container(random, 'new'), ['a', 'b'], '7']) };
}

/** Operations of a JSON patch. */
export function jsonPatch(random: Random, kind: string): RawMap[] {
  return Array.from({ length: 1 + random.below(2) }, () => operation(random, kind));
}

/** A target that mostly selects the object. */
export function target(random: Random, { gvk, kind, name }: SceneObject): RawMap {
  const [apiVersion = ''] = gvk.split(' ');
  const { group, version } = splitApiVersion(apiVersion);
  return {
    ...(chance(random, 8) ? {} : { kind }),
    ...some(random, {
      name: () => pickOf(random, [name, name, `${name.slice(0, 2)}.*`, `p-${name}`]),
      version: () => version,
      ...(group !== '' && { group: () => group }),
      labelSelector: () => pickOf(random, ['app=a', 'app', '"!app"', "'app in (a, nginx)'"]),
    }),
  };
}

/** The text of a patch, in a file or written out. */
export function patchText(random: Random, patch: RawMap | readonly RawMap[]): string {
  return Array.isArray(patch) && chance(random, 4)
    ? `${JSON.stringify((patch as readonly RawMap[]).map(({ op, path }) => ({ op, path, value: 1 })))}\n`
    : printRaw(patch, random);
}
