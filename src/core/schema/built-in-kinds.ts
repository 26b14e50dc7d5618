import { GoTypes, once, readRange, readWord } from './go-types.ts';
import type { Deprecation, KindInfo, Kinds } from './kinds.ts';
import { isRecord, Table } from './table.ts';

/** `core-v1` as `v1`, `apps-v1` as `apps/v1`. */
function apiVersionOf(file: string): string {
  const dash = file.lastIndexOf('-');
  const [group, version] = [file.slice(0, dash), file.slice(dash + 1)];
  return group === 'core' ? version : `${group}/${version}`;
}

function fileOf(apiVersion: string): string {
  const slash = apiVersion.lastIndexOf('/');
  const file = `${slash < 0 ? 'core' : apiVersion.slice(0, slash)}-${apiVersion.slice(slash + 1)}`;
  // The core group has no name: `core/v1` is no version of anything.
  return apiVersionOf(file) === apiVersion ? file : '';
}

const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.lastIndexOf('/')) : '');

/** `v1` before `v1beta2` before `v1beta1` before `v1alpha1`, `v2` before `v1`. */
function stability(apiVersion: string): readonly [stage: number, number: number, step: number] {
  const [, number = '0', stage, step = '0'] = /v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersion) ?? [];
  return [stage === undefined ? 2 : stage === 'beta' ? 1 : 0, Number(number), Number(step)];
}

/** Orders versions newest and most stable first, as the API server prefers them. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [stability(a), stability(b)];
  return other[0] - one[0] || other[1] - one[1] || other[2] - one[2];
}

function readDeprecation(words: readonly string[]): Deprecation | undefined {
  const [since, removed, by] = ['deprecated', 'removed', 'by'].map(name => readWord(words, name));
  if (since === undefined) return undefined;
  const slash = by?.lastIndexOf('/') ?? 0;
  return {
    since: Number(since),
    ...(removed === undefined ? {} : { removed: Number(removed) }),
    ...(by === undefined ? {} : { replacement: { apiVersion: by.slice(0, slash), kind: by.slice(slash + 1) } }),
  };
}

function readKind(file: string, kind: string, code: string, types: GoTypes): KindInfo {
  const [plural = '', scope, ...words] = code.split(' ');
  const [served, deprecation] = [readRange(words), readDeprecation(words)];
  return {
    apiVersion: apiVersionOf(file),
    kind,
    plural,
    scope: scope === 'Cluster' ? 'Cluster' : 'Namespaced',
    source: 'built-in',
    ...(served ? { served } : {}),
    ...(words.includes('off') ? { isOffByDefault: true } : {}),
    ...(deprecation ? { deprecation } : {}),
    schema: () => types.find(file, kind),
  };
}

/** The kinds of Kubernetes, read from `schemas/kubernetes` when they are asked for; `read` gives a file's text by its path below `schemas/`. */
export function readBuiltInKinds(read: (file: string) => string | undefined): Kinds {
  const types = new GoTypes(read);
  const versions = new Map<string, ReadonlyMap<string, () => KindInfo>>();
  const tableOf = once(() => new Table(read('kubernetes/kinds.json')));

  const kindsOf = (file: string): ReadonlyMap<string, () => KindInfo> => {
    const known = versions.get(file);
    if (known) return known;
    const codes = tableOf().get(file);
    const entries = Object.entries(isRecord(codes) ? codes : {});
    const kinds = new Map(entries.map(([kind, code]) => [kind, once(() => readKind(file, kind, String(code), types))] as const));
    versions.set(file, kinds);
    return kinds;
  };
  const files = once(() => tableOf().names());
  const byGroup = once(() => {
    const found = new Map<string, readonly string[]>();
    for (const file of files()) {
      const group = groupOf(apiVersionOf(file));
      found.set(group, [...(found.get(group) ?? []), file]);
    }
    return found;
  });
  const inFiles = (kind: string, among: readonly string[]): KindInfo[] => among.flatMap(file => kindsOf(file).get(kind)?.() ?? []);
  const newestFirst = (kinds: KindInfo[]): KindInfo[] => kinds.sort((a, b) => compareVersions(a.apiVersion, b.apiVersion));
  return {
    find: (apiVersion, kind) => kindsOf(fileOf(apiVersion)).get(kind)?.(),
    versionsOf: (group, kind) => newestFirst(inFiles(kind, byGroup().get(group) ?? [])),
    ofVersion: apiVersion => [...kindsOf(fileOf(apiVersion)).values()].map(kind => kind()),
    named: kind => newestFirst(inFiles(kind, files())),
    kindNames: () => new Set(files().flatMap(file => [...kindsOf(file).keys()])),
    isBuiltInGroup: group => byGroup().has(group),
  };
}
