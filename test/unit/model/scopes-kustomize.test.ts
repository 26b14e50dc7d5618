import { describe, expect, test } from 'vitest';
import { DEFAULT_TARGET } from '../../../src/core/engine/settings.ts';
import { buildClusters, type NamedScope } from '../../../src/core/model/build-clusters.ts';
import { GivenFiles } from '../../../src/core/kustomize/given-files.ts';
import { rendererOf } from '../../../src/core/kustomize/render.ts';
import type { Cluster } from '../../../src/core/model/cluster.ts';
import { fileOf } from '../../../src/core/model/resource.ts';
import { valueOf } from '../../../src/core/yaml/field.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

type Files = Readonly<Record<string, string>>;

const service = (name: string, namespace?: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n${namespace === undefined ? '' : `  namespace: ${namespace}\n`}`;

function clustersOf(files: Files, complete = false, scopes: readonly NamedScope[] = []): readonly Cluster[] {
  const sources = Object.entries(files).map(([path, text]) => parseSource(path, text));
  const render = rendererOf(new GivenFiles(sources));
  return buildClusters(sources, { target: { ...DEFAULT_TARGET, complete }, scopes, render }).clusters;
}

function scopesOf(files: Files, scopes: readonly NamedScope[] = []): Record<string, string[]> {
  return Object.fromEntries(clustersOf(files, false, scopes).map(cluster => [cluster.scope, cluster.resources.map(resource => fileOf(resource).path).sort()]));
}

const base = { 'base/kustomization.yaml': 'resources: [web.yaml]\n', 'base/web.yaml': service('web') };

describe('kustomizations', () => {
  test('each that no other one of the input takes in is a scope, with what it takes in', () => {
    const files = {
      ...base,
      'dev/kustomization.yml': 'resources: [../base, dev.yaml]\n',
      'dev/dev.yaml': service('dev'),
      'prod/Kustomization': 'bases: [../base]\ncomponents: [../tls]\n',
      'tls/kustomization.yaml': 'kind: Component\nresources: [tls.yaml]\n',
      'tls/tls.yaml': service('tls'),
    };
    expect(scopesOf(files)).toEqual({ dev: ['base/web.yaml', 'dev/dev.yaml'], prod: ['base/web.yaml', 'tls/tls.yaml'] });
  });

  test('a file that several take in belongs to each', () => {
    const files = { 'a/kustomization.yaml': 'resources: [../web.yaml]\n', 'b/kustomization.yaml': 'resources: [../web.yaml]\n', 'web.yaml': service('web') };
    expect(scopesOf(files)).toEqual({ a: ['web.yaml'], b: ['web.yaml'] });
  });

  test('two that take each other in are one scope, and one that takes itself in ends', () => {
    const files = { 'a/kustomization.yaml': 'resources: [../b, .]\n', 'b/kustomization.yaml': 'resources: [../a, web.yaml]\n', 'b/web.yaml': service('web') };
    expect(scopesOf(files)).toEqual({ a: ['b/web.yaml'] });
  });

  test('files that none takes in are plain manifests', () => {
    expect(scopesOf({ ...base, 'base/extra.yaml': service('extra') })).toEqual({ base: ['base/web.yaml'], '': ['base/extra.yaml'] });
  });

  test('patches and files of generators are no manifests, unless another kustomization takes them in', () => {
    const files = {
      ...base,
      'base/kustomization.yaml': `resources: [web.yaml]
patches: [{ path: p1.yaml }, { patch: "- op: remove" }]
patchesStrategicMerge: [p2.yaml]
configMapGenerator: [{ name: c, files: [job.yaml, key=other.yaml] }]
`,
      'base/p1.yaml': service('web'),
      'base/p2.yaml': service('web'),
      'base/job.yaml': service('job'),
      'base/other.yaml': service('other'),
      'x/kustomization.yaml': 'resources: [../base/p2.yaml]\n',
    };
    expect(scopesOf(files)).toEqual({ base: ['base/kustomization.yaml', 'base/web.yaml'], x: ['base/p2.yaml'] });
  });

  test('are open where something is not built', () => {
    const isOpen = (kustomization: string, complete: boolean): boolean | undefined =>
      clustersOf({ ...base, 'base/kustomization.yaml': kustomization }, complete)[0]?.isOpen;
    expect(isOpen('resources: [web.yaml]\n', false)).toBe(false);
    expect(isOpen('resources: [web.yaml]\nnamespace: shop\n', true)).toBe(false);
    expect(isOpen('resources: [web.yaml]\nnamePrefix: a-\n', true)).toBe(false);
    expect(isOpen('kind: Component\nresources: [web.yaml]\n', true)).toBe(true);
    expect(isOpen('resources: [web.yaml]\nnamePrefix: { a: b }\n', true)).toBe(true);
    expect(isOpen('resources: [web.yaml, https://example.com/x.yaml]\n', true)).toBe(true);
    expect(isOpen('resources: [web.yaml, ../elsewhere]\n', true)).toBe(true);
    expect(isOpen('resources: [web.yaml]\n{{ more }}\n', true)).toBe(true);
  });

  test('a broken document opens the scope that takes it in', () => {
    const files = { ...base, 'base/web.yaml': `${service('web')}---\na: [\n` };
    expect(clustersOf(files, true)[0]?.isOpen).toBe(true);
  });

  test('objects are those that are applied: names, namespaces and what patches say', () => {
    const files = {
      'base/kustomization.yaml': 'resources: [a.yaml, b.yaml]\nnamespace: shop\n',
      'base/a.yaml': service('a', 'system'),
      'base/b.yaml': service('b', 'other'),
      'prod/kustomization.yaml': `resources: [../base]
namePrefix: prod-
patches:
- patch: |
    apiVersion: v1
    kind: Service
    metadata: { name: a, namespace: shop }
    spec: { type: NodePort }
`,
    };
    const [prod] = clustersOf(files);
    const said = prod?.resources.map(({ name, namespace, body }) => [valueOf(name), valueOf(namespace), body.get('spec').get('type').text]);
    expect(said).toEqual([
      ['prod-a', 'shop', 'NodePort'],
      ['prod-b', 'shop', undefined],
    ]);
    const [a] = prod?.resources ?? [];
    expect(a?.body.get('spec').get('type').at.file.path).toBe('prod/kustomization.yaml');
    expect(
      a?.body
        .get('metadata')
        .get('name')
        .at.origin?.changes.map(({ at, note }) => [at.file.path, note]),
    ).toEqual([['prod/kustomization.yaml', 'namePrefix adds "prod-"']]);
  });

  test('inside charts belong to the chart', () => {
    expect(scopesOf({ 'c/Chart.yaml': 'name: c\n', 'c/kustomization.yaml': 'resources: [a.yaml]\n', 'c/a.yaml': service('a') })).toEqual({ '': [] });
  });
});

describe('named scopes', () => {
  const under = (name: string, ...directories: readonly string[]): NamedScope => ({
    name,
    includes: path => directories.some(directory => path.startsWith(`${directory}/`)),
  });

  test('take their paths out of the others, whatever repeats', () => {
    const files = { 'a/web.yaml': service('web'), 'b/web.yaml': service('web'), 'c/db.yaml': service('db') };
    expect(scopesOf(files, [under('both', 'a', 'b')])).toEqual({ both: ['a/web.yaml', 'b/web.yaml'], '': ['c/db.yaml'] });
    expect(clustersOf(files, false, [under('both', 'a', 'b')])[0]?.named).toBe(true);
  });

  test('may share files', () => {
    const files = { 'a/web.yaml': service('web'), 'b/web.yaml': service('web'), 'common/db.yaml': service('db') };
    expect(scopesOf(files, [under('one', 'a', 'common'), under('two', 'b', 'common')])).toEqual({
      one: ['a/web.yaml', 'common/db.yaml'],
      two: ['b/web.yaml', 'common/db.yaml'],
    });
  });

  test('hold kustomizations with all that these take in', () => {
    const files = { ...base, 'prod/kustomization.yaml': 'resources: [../base]\n', 'prod/db.yaml': service('db') };
    expect(scopesOf(files, [under('prod', 'prod')])).toEqual({ prod: ['base/web.yaml', 'prod/db.yaml'] });
  });
});
