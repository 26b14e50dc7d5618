import { describe, expect, test } from 'vitest';
import { DEFAULT_TARGET } from '../../../src/core/engine/settings.ts';
import { buildClusters, type NamedScope, type ReadSet } from '../../../src/core/model/build-clusters.ts';
import type { Cluster } from '../../../src/core/model/cluster.ts';
import { labelOf } from '../../../src/core/model/resource.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

type Files = Readonly<Record<string, string>>;

/** `Service web` or `Service web in shop`; several objects stand between commas; other text is taken as it is. */
function write(text: string): string {
  if (!/^[A-Z]\w+ [\w-]+( in [\w-]+)?(, |$)/.test(text)) return text;
  const objects = text.split(', ').map(object => {
    const [kind = '', name = '', , namespace] = object.split(' ');
    const version = kind === 'Deployment' ? 'apps/v1' : 'v1';
    return `apiVersion: ${version}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${namespace === undefined ? '' : `  namespace: ${namespace}\n`}`;
  });
  return objects.join('---\n');
}

function read(files: Files, scopes: readonly NamedScope[] = [], complete = false): ReadSet {
  const sources = Object.entries(files).map(([path, text]) => parseSource(path, write(text)));
  return buildClusters(sources, { target: { ...DEFAULT_TARGET, complete }, scopes });
}

function show(cluster: Cluster): string[] {
  return cluster.resources.map(resource => `${resource.document.file.path} ${labelOf(resource)}`).sort();
}

/** Files of each scope by its name. */
function scopesOf(files: Files, scopes?: readonly NamedScope[]): Record<string, string[]> {
  const set = read(files, scopes);
  return Object.fromEntries(set.clusters.map(cluster => [cluster.scope, [...new Set(cluster.resources.map(resource => resource.document.file.path))].sort()]));
}

function scope(set: ReadSet, name: string): Cluster {
  const found = set.clusters.find(cluster => cluster.scope === name);
  if (!found) throw new Error(`no scope ${name} among ${set.clusters.map(cluster => cluster.scope).join(', ')}`);
  return found;
}

describe('plain manifests', () => {
  test('all arguments of a run are one scope', () => {
    expect(scopesOf({ 'a/web.yaml': 'Service web', 'b/c/db.yaml': 'Service db', '../x/web.yaml': 'Deployment web' })).toEqual({
      '': ['../x/web.yaml', 'a/web.yaml', 'b/c/db.yaml'],
    });
  });

  test('a run without objects has one scope without name', () => {
    expect(scopesOf({})).toEqual({ '': [] });
    expect(scopesOf({ 'compose.yaml': 'services: {}\n' })).toEqual({ '': [] });
  });

  test('an object in two directories splits at the lowest directory that holds both, and each child is a scope', () => {
    expect(
      scopesOf({
        'k8s/dev/web.yaml': 'Service web',
        'k8s/prod/eu/web.yaml': 'Service web',
        'k8s/prod/db.yaml': 'Service db',
        'k8s/tools/t.yaml': 'Service t',
      }),
    ).toEqual({ 'k8s/dev': ['k8s/dev/web.yaml'], 'k8s/prod': ['k8s/prod/db.yaml', 'k8s/prod/eu/web.yaml'], 'k8s/tools': ['k8s/tools/t.yaml'] });
  });

  test('files directly in that directory belong to each child', () => {
    expect(scopesOf({ 'k8s/shared.yaml': 'Service db', 'k8s/dev/web.yaml': 'Service web', 'k8s/prod/web.yaml': 'Service web' })).toEqual({
      'k8s/dev': ['k8s/dev/web.yaml', 'k8s/shared.yaml'],
      'k8s/prod': ['k8s/prod/web.yaml', 'k8s/shared.yaml'],
    });
  });

  test('a child replaces objects of the directory above, which then is a scope too', () => {
    const files = { 'web.yaml': 'Service web', 'db.yaml': 'Service db', 'v2/web.yaml': 'Service web' };
    expect(scopesOf(files)).toEqual({ '.': ['db.yaml', 'web.yaml'], v2: ['db.yaml', 'v2/web.yaml'] });
  });

  test('the split goes on within a child', () => {
    expect(scopesOf({ 'a/x/web.yaml': 'Service web', 'a/y/web.yaml': 'Service web', 'b/web.yaml': 'Service web' })).toEqual({
      'a/x': ['a/x/web.yaml'],
      'a/y': ['a/y/web.yaml'],
      b: ['b/web.yaml'],
    });
  });

  test('what lies outside of a split stays one scope', () => {
    const set = read({
      'examples/a/web.yaml': 'Service web',
      'examples/b/web.yaml': 'Service web',
      'deploy/x.yaml': 'Deployment x',
      'deploy/y/z.yaml': 'Service z',
    });
    expect(show(scope(set, ''))).toEqual(['deploy/x.yaml Deployment "x"', 'deploy/y/z.yaml Service "z"']);
    expect(scope(set, '').isOpen).toBe(true);
    expect(scope(set, 'examples/a').isOpen).toBe(false);
  });

  test('a directory whose files no child takes alone is a scope', () => {
    expect(
      scopesOf({
        'common.yaml': 'Service db',
        'a/x/web.yaml': 'Service web',
        'a/y/web.yaml': 'Service web',
        'b/x/web.yaml': 'Service web',
        'b/y/web.yaml': 'Service web',
      }),
    ).toMatchObject({
      '.': ['common.yaml'],
      'a/x': ['a/x/web.yaml'],
    });
  });

  test.each([
    ['another namespace', 'Service web in a', 'Service web in b'],
    ['another kind', 'Service web', 'Deployment web'],
    ['another name', 'Service web', 'Service api'],
    ['a Namespace, which each part may bring', 'Namespace shop', 'Namespace shop'],
    ['a name that is not known', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: ${NAME}\n', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: ${NAME}\n'],
  ])('%s splits nothing', (_, a, b) => {
    expect(Object.keys(scopesOf({ 'a/x.yaml': a, 'b/x.yaml': b }))).toEqual(['']);
  });

  test('one object in two versions of its group, or in the group that it left, is one object', () => {
    const deployment = (version: string): string => `apiVersion: ${version}\nkind: Deployment\nmetadata:\n  name: web\n`;
    expect(Object.keys(scopesOf({ 'a/x.yaml': deployment('apps/v1'), 'b/x.yaml': deployment('extensions/v1beta1') }))).toEqual(['a', 'b']);
    expect(Object.keys(scopesOf({ 'a/x.yaml': deployment('apps/v1'), 'b/x.yaml': deployment('example.com/v1') }))).toEqual(['']);
  });

  test('absolute paths split like relative ones', () => {
    expect(Object.keys(scopesOf({ '/srv/a/x.yaml': 'Service web', '/srv/b/x.yaml': 'Service web' }))).toEqual(['/srv/a', '/srv/b']);
    expect(Object.keys(scopesOf({ '../a/x.yaml': 'Service web', '../b/x.yaml': 'Service web' }))).toEqual(['../a', '../b']);
  });
});

describe('alternatives', () => {
  const isAlternative = (files: Files, path: string): boolean[] =>
    read(files).clusters.flatMap(cluster =>
      cluster.resources.filter(resource => resource.document.file.path === path).map(resource => cluster.isAlternative(resource)),
    );

  test('an object in two files of one directory: both stay', () => {
    const files = { 'k8s/gpu.yaml': 'Deployment web', 'k8s/cpu.yaml': 'Deployment web', 'k8s/db.yaml': 'Service db' };
    expect(scopesOf(files)).toEqual({ '': ['k8s/cpu.yaml', 'k8s/db.yaml', 'k8s/gpu.yaml'] });
    expect([isAlternative(files, 'k8s/gpu.yaml'), isAlternative(files, 'k8s/cpu.yaml'), isAlternative(files, 'k8s/db.yaml')]).toEqual([
      [true],
      [true],
      [false],
    ]);
  });

  test('equal copies of an object that no traffic meets split nothing, other wording and Services do', () => {
    const config = (level: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: log\ndata:\n  level: ${level}\n`;
    expect(Object.keys(scopesOf({ 'a/log.yaml': config('info'), 'b/log.yaml': config('info'), 'b/web.yaml': 'Service web' }))).toEqual(['']);
    expect(Object.keys(scopesOf({ 'a/log.yaml': config('info'), 'b/log.yaml': config('debug') }))).toEqual(['a', 'b']);
    expect(Object.keys(scopesOf({ 'a/web.yaml': 'Service web', 'b/web.yaml': 'Service web' }))).toEqual(['a', 'b']);
  });

  test('an object twice in one file is a fault, not an alternative', () => {
    expect(isAlternative({ 'k8s/web.yaml': 'Service web, Service web' }, 'k8s/web.yaml')).toEqual([false, false]);
  });
});

describe('proof', () => {
  const proves = (files: Files, name: string): boolean => scope(read(files, [], true), name).absenceProves;
  const [dev, prod] = [{ 'k8s/dev/web.yaml': 'Service web' }, { 'k8s/prod/web.yaml': 'Service web' }];

  test('a whole set proves, and so do environments side by side', () => {
    expect(proves({ 'k8s/web.yaml': 'Service web' }, '')).toBe(true);
    expect(proves({ ...dev, ...prod }, 'k8s/prod')).toBe(true);
    expect(proves({ ...dev, ...prod, 'k8s/db.yaml': 'Service db' }, 'k8s/prod')).toBe(true);
  });

  test.each([
    ['a neighbour that repeats nothing', { 'k8s/shared/db.yaml': 'Service db' }],
    ['objects outside the split', { 'db.yaml': 'Service db' }],
    ['a document that does not parse', { 'k8s/prod/broken.yaml': 'a: [\n' }],
    ['a document without kind', { 'k8s/prod/x.yaml': 'apiVersion: v1\nmetadata:\n  name: x\n' }],
    ['a chart that is not rendered', { 'k8s/prod/chart/Chart.yaml': 'name: x\n' }],
    ['a kustomization', { 'k8s/prod/kustomization.yaml': 'resources: []\n' }],
  ])('%s may belong to a scope, which then proves nothing', (_, more) => {
    expect(proves({ ...dev, ...prod, ...more }, 'k8s/prod')).toBe(false);
  });

  test('a broken document opens its own scope only', () => {
    const set = read({ ...dev, ...prod, 'k8s/prod/broken.yaml': 'a: [\n' });
    expect([scope(set, 'k8s/dev').isOpen, scope(set, 'k8s/prod').isOpen]).toEqual([false, true]);
  });
});

describe('charts', () => {
  const chart = { 'charts/web/Chart.yaml': 'name: web\n', 'charts/web/templates/s.yaml': 'Service web', 'charts/web/charts/db/Chart.yaml': 'name: db\n' };

  test('are left out with all that is in them, once for the outermost', () => {
    const set = read({ ...chart, 'a.yaml': 'Service a' });
    expect(set.charts).toEqual(['charts/web']);
    expect(set.clusters.flatMap(show)).toEqual(['a.yaml Service "a"']);
    expect(set.clusters[0]?.isOpen).toBe(true);
  });

  test('at the working directory hold everything', () => {
    expect(read({ 'Chart.yaml': 'name: x\n', 'templates/a.yaml': 'Service a' }).clusters.flatMap(show)).toEqual([]);
  });
});

test('many directories of equal objects, and a deep one, take their time in proportion', () => {
  const files: Record<string, string> = {};
  for (let i = 0; i < 3000; i++) files[`k8s/team-${i}/web.yaml`] = 'Service web, Deployment web';
  files[`${'d/'.repeat(1500)}web.yaml`] = 'Service web';
  const set = read(files);
  expect(set.clusters).toHaveLength(3001);
  expect(set.clusters.every(cluster => cluster.resources.length <= 2)).toBe(true);
});

test('files of a directory with very many children form a scope of their own', () => {
  const files: Record<string, string> = {};
  for (let i = 0; i < 1000; i++) {
    files[`team-${i}/web.yaml`] = 'Service web';
    files[`shared-${i}.yaml`] = `Service s${i}`;
  }
  const set = read(files);
  expect(set.clusters).toHaveLength(1001);
  expect(scope(set, '.').resources).toHaveLength(1000);
  expect(scope(read(files, [], true), 'team-7').absenceProves).toBe(false);
});

describe('all scopes together', () => {
  test('know every object, whatever its scope', () => {
    const set = read({ 'a/all.yaml': 'Service web, ConfigMap one', 'b/all.yaml': 'Service web, ConfigMap two' });
    expect(scope(set, 'a').byName('ConfigMap', 'two')).toEqual([]);
    expect(scope(set, 'a').run.byName('ConfigMap', 'two').map(labelOf)).toEqual(['ConfigMap "two"']);
    expect(scope(set, 'a').run.hasUnread).toBe(false);
  });

  test('know whether something was not read', () => {
    const files = { 'a/all.yaml': 'Service web', 'b/all.yaml': 'Service web' };
    const withChart = read({ ...files, 'charts/x/Chart.yaml': 'apiVersion: v2\nname: x\nversion: 0.1.0\n' });
    expect(withChart.clusters.map(({ run }) => run.hasUnread)).toEqual([true, true]);
    const withBroken = read({ ...files, 'c/all.yaml': 'kind: [\n' });
    expect(withBroken.clusters.map(({ run }) => run.hasUnread)).toEqual([true, true]);
  });
});
