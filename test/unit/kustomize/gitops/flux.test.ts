import { describe, expect, test } from 'vitest';
import { findDependencyCircles } from '../../../../src/core/kustomize/gitops/dependency-circles.ts';
import { findReleases } from '../../../../src/core/kustomize/gitops/find-releases.ts';
import { followReleases } from '../../../../src/core/kustomize/gitops/follow-releases.ts';
import type { Release } from '../../../../src/core/kustomize/gitops/release.ts';
import { readDocument } from '../../../../src/core/model/read-documents.ts';
import { valueOf } from '../../../../src/core/yaml/field.ts';
import { memoryBuildFiles } from '../../../harness/memory-build-files.ts';

function kustomization(name: string, path: string, more = ''): string {
  return `---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: ${name}, namespace: flux-system }
spec:
  path: ${path}
  sourceRef: { kind: GitRepository, name: flux-system }
${more}`;
}

function repository(name: string, url: string, more = ''): string {
  return `---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: { name: ${name}, namespace: flux-system }\nspec:\n  url: ${url}\n${more}`;
}

const WEB = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80 }] }\n';

function read(texts: Readonly<Record<string, string>>, options: { urls?: readonly string[]; top?: string | undefined } = {}) {
  const files = memoryBuildFiles(texts);
  const paths = Object.keys(texts).filter(path => /\.ya?ml$/.test(path) && !/(?:kustomization|Chart|values)\.yaml$/.test(path));
  const resources = paths.flatMap(path => files.source(path)?.documents ?? []).flatMap(document => readDocument(document).resources);
  return { files, resources, repository: { top: 'top' in options ? options.top : '.', urls: options.urls ?? [], tree: files } };
}

function wordsOf(releases: readonly Release[]): string[] {
  return releases.map(release =>
    [release.kind === 'unseen' ? release.why : `${release.kind} ${release.path}`, ...release.problems.map(({ answer }) => answer)].join(': '),
  );
}

function find(texts: Readonly<Record<string, string>>, options?: Parameters<typeof read>[1]): readonly Release[] {
  const { resources, repository: ours } = read(texts, options);
  return findReleases(resources, ours);
}

describe('the source of a Flux Kustomization', () => {
  const files = { 'apps/shop/web.yaml': WEB, 'apps/edge/web.yaml': WEB };
  const ours = 'https://github.com/team/cluster';

  test('that no file shows is presumably this repository', () => {
    expect(wordsOf(find({ ...files, 'flux/a.yaml': kustomization('a', './apps/shop') }))).toEqual(['kustomization apps/shop']);
  });

  test('is told by its URL', () => {
    const texts = { ...files, 'flux/a.yaml': kustomization('a', './apps/shop') + repository('flux-system', 'ssh://git@github.com/team/cluster') };
    expect(wordsOf(find(texts, { urls: [ours] }))).toEqual(['kustomization apps/shop']);
    expect(wordsOf(find(texts, { urls: ['https://github.com/team/other'] }))).toEqual(['other-repository']);
  });

  test('is another one where only its top is applied and nothing tells that it is this', () => {
    const crds = kustomization('crds', '""').replace('name: flux-system }', 'name: crds-source }');
    expect(wordsOf(find({ ...files, 'flux/a.yaml': crds + repository('crds-source', 'https://github.com/vendor/crds') }))).toEqual(['unknown-source']);
  });

  test('is told by other paths of it', () => {
    const texts = { ...files, 'flux/a.yaml': kustomization('a', './apps/shop') + kustomization('b', './apps/shopp') };
    const [, missing] = find(texts);
    expect(missing).toMatchObject({ kind: 'unseen', why: 'path-missing' });
    expect(missing?.problems).toMatchObject([{ kind: 'path-missing', subject: 'apps/shopp', near: 'apps/shop', isCertain: false }]);
  });

  test('a path that is missing in it', () => {
    const texts = { ...files, 'flux/a.yaml': kustomization('a', './apps/web') + repository('flux-system', ours, '  ref: { branch: main }\n') };
    expect(find(texts, { urls: [ours] })[0]?.problems).toMatchObject([{ kind: 'path-missing', isCertain: true }]);
    expect(find({ ...texts, 'flux/a.yaml': texts['flux/a.yaml'].replace('apps/web', 'apps/shop/web.yaml') }, { urls: [ours] })[0]?.problems).toMatchObject([
      { kind: 'path-no-directory' },
    ]);
    const tagged = { ...texts, 'flux/a.yaml': texts['flux/a.yaml'].replace('branch: main', 'tag: v1') };
    expect(find(tagged, { urls: [ours] })[0]?.problems.filter(({ isCertain }) => isCertain)).toEqual([]);
  });

  test('is found above an example that was copied with its paths', () => {
    const texts = { 'examples/flux/apps/shop/web.yaml': WEB, 'examples/flux/cluster/a.yaml': kustomization('a', './apps/shop') };
    expect(wordsOf(find(texts, { top: undefined }))).toEqual(['kustomization examples/flux/apps/shop']);
  });

  test('nothing is missing in a source of which nothing is known', () => {
    const other = kustomization('a', './apps/missing').replace('name: flux-system }', 'name: elsewhere }');
    expect(wordsOf(find({ ...files, 'flux/a.yaml': other }))).toEqual(['unknown-source']);
    expect(wordsOf(find({ ...files, 'flux/a.yaml': kustomization('a', './apps/missing') }, { top: undefined }))).toEqual(['unknown-source']);
    expect(wordsOf(find({ ...files, 'flux/a.yaml': other.replace('apps/missing', 'apps/shop') }))).toEqual(['kustomization apps/shop']);
  });

  test('templates are not followed', () => {
    expect(wordsOf(find({ 'flux/a.yaml': kustomization('a', '"./apps/${CLUSTER}"') }))).toEqual(['templated']);
  });
});

describe('a HelmRelease', () => {
  const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: shop, namespace: web }
spec:
  targetNamespace: store
  chart:
    spec:
      chart: ./charts/shop
      sourceRef: { kind: GitRepository, name: flux-system, namespace: flux-system }
      valuesFiles: [charts/shop/values.yaml]
  valuesFrom:
    - { kind: ConfigMap, name: shop-values }
    - { kind: Secret, name: shop-secrets }
  values:
    replicas: 3
`;
  const values = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: shop-values, namespace: web }\ndata:\n  values.yaml: |\n    replicas: 1\n';
  const files = { 'charts/shop/Chart.yaml': 'name: shop\n', 'charts/shop/values.yaml': '{}\n', 'apps/values-map.yaml': values };

  test('of a chart of the repository', () => {
    const [found] = find({ ...files, 'apps/release.yaml': release });
    expect(found).toMatchObject({ kind: 'chart', path: 'charts/shop', releaseName: 'store-shop', namespace: { value: 'store' } });
    const layers = found?.kind === 'chart' ? found.values : [];
    expect(layers.map(layer => (layer.kind === 'written' ? layer.text : layer.kind === 'file' ? layer.path : layer.kind))).toEqual([
      'charts/shop/values.yaml',
      'replicas: 1\n',
      'hidden',
      'replicas: 3\n',
    ]);
    expect(layers.map(({ at }) => at.file.path)).toEqual(['apps/release.yaml', 'apps/values-map.yaml', 'apps/release.yaml', 'apps/release.yaml']);
  });

  test('of a chart of a registry is not seen', () => {
    expect(wordsOf(find({ ...files, 'apps/release.yaml': release.replace('kind: GitRepository', 'kind: HelmRepository') }))).toEqual(['chart-repository']);
  });
});

describe('following', () => {
  const texts = {
    // As `flux bootstrap` writes it: the Kustomization applies the directory in which it stands.
    'clusters/prod/flux-system/sync.yaml': kustomization('flux-system', './clusters/prod'),
    'clusters/prod/apps.yaml': kustomization('apps', './apps', '  targetNamespace: shop\n  dependsOn: [{ name: infra }]\n'),
    'clusters/prod/infra.yaml': kustomization('infra', './infra', '  suspend: true\n'),
    'clusters/staging/flux-system/sync.yaml': kustomization('flux-system', './clusters/staging'),
    'clusters/staging/apps.yaml': kustomization('apps', './apps', '  targetNamespace: test\n'),
    'apps/web.yaml': WEB,
    'infra/release.yaml':
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: edge }\nspec: { chartRef: { kind: OCIRepository, name: edge } }\n',
  };

  test('each cluster of a repository', () => {
    const { clusters } = followReleases(read(texts));
    expect(clusters.map(({ entries }) => entries.map(({ body }) => body.at.file.path))).toEqual([
      ['clusters/prod/flux-system/sync.yaml'],
      ['clusters/staging/flux-system/sync.yaml'],
    ]);
    const [prod, staging] = clusters;
    expect(prod?.releases.map(({ from }) => valueOf(from.name))).toEqual(['flux-system', 'apps', 'infra', 'edge']);
    const services = [prod, staging].map(cluster => cluster?.sets.flatMap(set => set.resources).filter(({ kind }) => kind === 'Service'));
    expect(services.map(found => found?.map(({ namespace }) => valueOf(namespace)))).toEqual([['shop'], ['test']]);
    expect(prod?.openings.map(({ reason }) => reason)).toEqual(['HelmRelease "edge" applies what is not among the files']);
    expect(staging?.openings).toEqual([]);
    expect(prod?.releases.map(({ isSuspended, dependsOn }) => [isSuspended, dependsOn.map(({ name }) => name)])).toContainEqual([true, []]);
    expect(prod?.releases.flatMap(({ dependsOn }) => dependsOn.map(({ name }) => name))).toEqual(['infra']);
  });

  test('a circle ends', () => {
    const circle = { 'a/b.yaml': kustomization('b', './b'), 'b/a.yaml': kustomization('a', './a') };
    const { clusters } = followReleases(read(circle));
    expect(clusters).toHaveLength(1);
    expect(clusters[0]?.releases.map(({ from }) => valueOf(from.name))).toEqual(['b', 'a']);
  });

  test('releases that wait for each other', () => {
    const needs = (...names: readonly string[]): string => `  dependsOn: [${names.map(name => `{ name: ${name} }`).join(', ')}]\n`;
    const waiting =
      kustomization('a', './x', needs('b')) +
      kustomization('b', './x', needs('none', 'c')) +
      kustomization('c', './x', needs('b')) +
      kustomization('d', './x', needs('c'));
    const circles = findDependencyCircles(find({ 'flux/a.yaml': waiting }));
    expect(circles.map(circle => circle.map(({ from }) => valueOf(from.name)))).toEqual([['b', 'c']]);
    expect(findDependencyCircles(find({ 'flux/a.yaml': kustomization('a', './x', needs('a')) }))).toHaveLength(1);
  });

  test('nothing to follow makes no cluster', () => {
    expect(followReleases(read({ 'apps/web.yaml': WEB })).clusters).toEqual([]);
    expect(followReleases(read({ 'infra/release.yaml': texts['infra/release.yaml'] })).clusters).toEqual([]);
  });
});
