import { describe, expect, test } from 'vitest';
import { applyRelease } from '../../../../src/core/kustomize/gitops/apply-release.ts';
import { splitImage } from '../../../../src/core/kustomize/gitops/argo-additions.ts';
import { expandBraces } from '../../../../src/core/kustomize/gitops/argo-directory.ts';
import { findReleases } from '../../../../src/core/kustomize/gitops/find-releases.ts';
import type { ChartRelease, Release } from '../../../../src/core/kustomize/gitops/release.ts';
import { readDocument } from '../../../../src/core/model/read-documents.ts';
import { Cursor } from '../../../../src/core/yaml/cursor.ts';
import { valueOf } from '../../../../src/core/yaml/field.ts';
import { memoryBuildFiles } from '../../../harness/memory-build-files.ts';

const WEB = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80 }] }\n';
const ROLE = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: reader }\n';

function application(source: string, destination = '{ server: https://kubernetes.default.svc, namespace: shop }'): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: shop, namespace: argocd }
spec:
  destination: ${destination}
  source:
    repoURL: https://github.com/team/shop.git
${source.replaceAll(/^/gm, '    ')}
`;
}

function run(texts: Readonly<Record<string, string>>, urls: readonly string[] = ['git@github.com:team/shop.git']) {
  const files = memoryBuildFiles(texts);
  const resources = (files.source('argocd/app.yaml')?.documents ?? []).flatMap(document => readDocument(document).resources);
  const repository = { top: '.', urls, tree: files, source: files.source };
  const releases = findReleases(resources, repository);
  const sets = releases.flatMap(release =>
    'files' in release || release.kind === 'kustomization' ? [applyRelease(release, { files, repository, resources })] : [],
  );
  return { releases, sets };
}

function wordsOf(releases: readonly Release[]): string[] {
  return releases.map(release =>
    [release.kind === 'unseen' ? release.why : `${release.kind} ${release.path}`, ...release.problems.map(({ answer }) => answer)].join(': '),
  );
}

describe('an Application', () => {
  const files = {
    'app/web.yaml': WEB,
    'app/role.json': '{"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole", "metadata": {"name": "reader"}}',
    'app/old/web.yaml': WEB,
    'app/notes.txt': 'nothing',
  };

  test('applies the files of a directory, in the namespace of its destination', () => {
    const { releases, sets } = run({ ...files, 'argocd/app.yaml': application('path: app') });
    expect(wordsOf(releases)).toEqual(['directory app']);
    expect([...(sets[0]?.files ?? [])]).toEqual(['app/role.json', 'app/web.yaml']);
    const [role, web] = sets[0]?.resources ?? [];
    expect([role, web].map(resource => resource && valueOf(resource.namespace))).toEqual([undefined, 'shop']);
    expect(web?.namespace.at.origin?.changes).toMatchObject([{ note: 'destination.namespace of Application "shop" says where it goes' }]);
    expect(web?.namespace.at.file.path).toBe('argocd/app.yaml');
    expect(web?.name.at.file.path).toBe('app/web.yaml');
  });

  test.each([
    ['recurse: true', ['app/old/web.yaml', 'app/role.json', 'app/web.yaml']],
    ['recurse: true\n  exclude: "old/*"', ['app/role.json', 'app/web.yaml']],
    ['recurse: true\n  include: "*web.yaml"', ['app/old/web.yaml', 'app/web.yaml']],
    ['include: "{role,none}.*"', ['app/role.json']],
  ])('directory: %s', (directory, expected) => {
    const { sets } = run({ ...files, 'argocd/app.yaml': application(`path: app\ndirectory:\n  ${directory}`) });
    expect([...(sets[0]?.files ?? [])]).toEqual(expected);
  });

  test('adds to the kustomization of its path', () => {
    const source = `path: app
kustomize:
  namePrefix: eu-
  commonLabels: { team: web }
  labelWithoutSelector: true
  images: ["web=registry.example.com/web:2"]
  replicas: [{ name: web, count: 4 }]`;
    const deployment =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: web, image: "web:1" }] } } }\n';
    const { releases, sets } = run({ 'app/kustomization.yaml': 'resources: [web.yaml]\n', 'app/web.yaml': deployment, 'argocd/app.yaml': application(source) });
    expect(wordsOf(releases)).toEqual(['kustomization app']);
    const [web] = sets[0]?.resources ?? [];
    expect(web && valueOf(web.name)).toBe('eu-web');
    expect(web?.name.at.origin?.changes.map(({ note }) => note)).toEqual(['kustomize.namePrefix of Application "shop" adds "eu-"']);
    expect(web && valueOf(web.namespace)).toBe('shop');
    expect(web?.body.get('metadata').get('labels').get('team').text).toBe('web');
    expect(web?.body.get('spec').get('replicas').text).toBe('4');
    expect(web?.body.source).toContain('registry.example.com/web:2');
  });

  test('hands values to a chart', () => {
    const source = `path: chart
helm:
  releaseName: store
  valueFiles: [values-prod.yaml, missing.yaml, "https://example.com/values.yaml"]
  valuesObject:
    replicas: 2
    image: { tag: "1.0" }
  parameters: [{ name: a.b, value: "3", forceString: true }]`;
    const { releases } = run({ 'chart/Chart.yaml': 'name: shop\n', 'chart/values-prod.yaml': '{}\n', 'argocd/app.yaml': application(source) });
    expect(wordsOf(releases)).toEqual(['chart chart: open missing.yaml: no such file or directory']);
    const chart = releases.find((release): release is ChartRelease => release.kind === 'chart');
    expect(chart).toMatchObject({ releaseName: 'store', namespace: { value: 'shop' } });
    expect(
      chart?.values.map(layer => [layer.kind, 'path' in layer ? layer.path : 'label' in layer ? layer.label : 'name' in layer ? layer.name : layer.text]),
    ).toEqual([
      ['file', 'chart/values-prod.yaml'],
      ['file', 'chart/missing.yaml'],
      ['hidden', 'https://example.com/values.yaml'],
      ['written', 'replicas: 2\nimage:\n  tag: "1.0"\n'],
      ['set', 'a.b'],
    ]);
    const written = chart?.values.find(layer => layer.kind === 'written');
    const tag = written && Cursor.root(written.document)?.get('image').get('tag').at;
    expect([tag?.file.path, tag?.file.lines.position(tag.valueSpan.start).line]).toEqual(['argocd/app.yaml', 14]);
  });

  test.each([
    ['path: ap', 'path-missing: ap: app path does not exist'],
    ['path: app/web.yaml', 'path-missing: app/web.yaml: app path is not a directory'],
    ['path: ../app', 'path-missing: ../app: app path outside root'],
    ['path: /app', 'path-missing: /app: app path is absolute'],
    ['chart: nginx', 'chart-repository'],
    ['path: app\nplugin: { name: x }', 'plugin'],
    ['path: "{{ path }}"', 'templated'],
  ])('%s: %s', (source, expected) => {
    expect(wordsOf(run({ ...files, 'argocd/app.yaml': application(source) }).releases)).toEqual([expected]);
  });

  test('says what was meant', () => {
    const [release] = run({ ...files, 'argocd/app.yaml': application('path: apps') }).releases;
    expect(release?.problems).toMatchObject([{ kind: 'path-missing', near: 'app', isCertain: true }]);
  });

  test('of another repository is not seen, and of another branch nothing is missing', () => {
    const texts = { ...files, 'argocd/app.yaml': application('path: missing') };
    expect(wordsOf(run(texts, ['https://github.com/team/charts']).releases)).toEqual(['other-repository']);
    expect(wordsOf(run(texts, []).releases)).toEqual(['unknown-source']);
    expect(wordsOf(run({ ...files, 'argocd/app.yaml': application('path: missing\ntargetRevision: release-2') }).releases)).toEqual(['unknown-source']);
  });
});

describe('an ApplicationSet', () => {
  const set = (generators: string, path: string): string => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: shops }
spec:
  generators:
${generators.replaceAll(/^/gm, '    ')}
  template:
    metadata: { name: "shop-{{path.basename}}" }
    spec:
      destination: { namespace: "{{path.basename}}" }
      source: { repoURL: https://github.com/team/shop, path: ${path} }
`;
  const files = { 'apps/a/web.yaml': WEB, 'apps/b/role.yaml': ROLE, 'apps/c/notes.txt': '', 'other/web.yaml': WEB };

  test('makes an Application of each directory', () => {
    const generators = `- git:
    repoURL: https://github.com/team/shop
    directories: [{ path: apps/* }, { path: apps/c, exclude: true }]`;
    const { releases, sets } = run({ ...files, 'argocd/app.yaml': set(generators, '"{{path}}"') });
    expect(wordsOf(releases)).toEqual(['directory apps/a', 'directory apps/b']);
    expect(releases.map(({ from }) => valueOf(from.name))).toEqual(['shop-a', 'shop-b']);
    expect(sets[0]?.resources.map(({ namespace }) => valueOf(namespace))).toEqual(['a']);
    // The problem is told where the template stands.
    expect(releases[0]?.at.file.path).toBe('argocd/app.yaml');
  });

  test('fills lists, and both of a matrix', () => {
    const list = '- list:\n    elements: [{ where: a }, { where: x }]';
    const { releases } = run({ ...files, 'argocd/app.yaml': set(list, 'apps/{{ where }}') });
    expect(wordsOf(releases)).toEqual(['directory apps/a', 'path-missing: apps/x: app path does not exist']);
    const matrix = '- matrix:\n    generators: [{ list: { elements: [{ top: apps }, { top: none }] } }, { list: { elements: [{ name: a }, { name: b }] } }]';
    const both = run({ ...files, 'argocd/app.yaml': set(matrix, '"{{.top}}/{{.name}}"') });
    expect(both.releases.map(({ kind }) => kind)).toEqual(['directory', 'directory', 'unseen', 'unseen']);
  });

  test('fills what files say, those of a list one by one', () => {
    const generators = `- git:
    repoURL: https://github.com/team/shop
    files: [{ path: "config/**/*.yaml" }, { path: config/old/c.yaml, exclude: true }]
    values: { where: "apps/{{app.name}}" }`;
    const texts = {
      ...files,
      'config/eu/a.yaml': 'app: { name: a }\n',
      'config/us/list.yaml': '[{ app: { name: b } }, { app: { name: c } }]\n',
      'config/old/c.yaml': 'app: { name: x }\n',
    };
    const template = set(generators, '"{{values.where}}"').replace('shop-{{path.basename}}', '{{path.basename}}-{{path.filenameNormalized}}-{{.app.name}}');
    const { releases } = run({ ...texts, 'argocd/app.yaml': template });
    expect(wordsOf(releases)).toEqual(['directory apps/a', 'directory apps/b', 'directory apps/c']);
    expect(releases.map(({ from }) => valueOf(from.name))).toEqual(['eu-a-yaml-a', 'us-list-yaml-b', 'us-list-yaml-c']);
  });

  test('overrides what generators have in common', () => {
    const generators = `- merge:
    mergeKeys: [name]
    generators:
      - list: { elements: [{ name: a, top: none }, { name: b, top: apps }] }
      - list: { elements: [{ name: a, top: apps }, { name: z, top: apps }] }`;
    const { releases } = run({ ...files, 'argocd/app.yaml': set(generators, '"{{top}}/{{name}}"') });
    expect(wordsOf(releases)).toEqual(['directory apps/a', 'directory apps/b']);
    const open = generators.replace('list: { elements: [{ name: a, top: apps }, { name: z, top: apps }] }', 'clusters: {}');
    expect(wordsOf(run({ ...files, 'argocd/app.yaml': set(open, '"{{top}}/{{name}}"') }).releases)).toEqual(['templated']);
  });

  test('tells the second generator of a matrix by the first, and takes what a selector takes', () => {
    const generators = `- matrix:
    generators:
      - list: { elements: [{ top: apps }, { top: other }] }
        selector: { matchLabels: { top: apps } }
      - git: { repoURL: https://github.com/team/shop, directories: [{ path: "{{top}}/*" }] }`;
    const { releases } = run({ ...files, 'argocd/app.yaml': set(generators, '"{{path}}"') });
    expect(wordsOf(releases)).toEqual(['directory apps/a', 'directory apps/b', 'directory apps/c']);
  });

  test.each(['templatePatch: "spec: {}"', 'generators: [{ list: { elements: [{ x: a }] }, template: { spec: {} } }]'])('is not filled with %s', more => {
    const list = '- list:\n    elements: [{ where: a }]';
    const text = set(list, 'apps/{{ where }}');
    const changed = more.startsWith('generators') ? text.replace(/ {2}generators:\n.*?(?= {2}template:)/s, `  ${more}\n`) : text.replace('  template:', `  ${more}\n  template:`);
    expect(wordsOf(run({ ...files, 'argocd/app.yaml': changed }).releases)).toEqual(['templated']);
  });

  test('that clusters fill is not seen', () => {
    expect(wordsOf(run({ ...files, 'argocd/app.yaml': set('- clusters: {}', 'apps/{{name}}') }).releases)).toEqual(['templated']);
  });
});

test.each([
  ['web', { name: 'web' }],
  ['web:2', { name: 'web', newTag: '2' }],
  ['localhost:5000/web', { name: 'localhost:5000/web' }],
  ['web=localhost:5000/web:2', { name: 'web', newName: 'localhost:5000/web', newTag: '2' }],
  ['web@sha256:ab', { name: 'web', digest: 'sha256:ab' }],
  ['web=web:2', { name: 'web', newTag: '2' }],
])('image %s', (written, expected) => {
  expect(splitImage(written)).toEqual(expected);
});

test('braces of a pattern are written out', () => {
  expect(expandBraces('{a,b}.{x,y}')).toEqual(['a.x', 'a.y', 'b.x', 'b.y']);
  expect(expandBraces('{a,b}'.repeat(40)).length).toBeLessThan(100);
});
