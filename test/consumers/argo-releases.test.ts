import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { initGitRepository } from '../harness/git-repository.ts';
import { useCli } from '../harness/run-cli.ts';
import { makeScene } from './chart-scene.ts';
import { application, CHART, ingress, kustomization, PASSWORD, REPOSITORY, withHelm } from './release-scene.ts';

const cli = useCli();

describe.each(['1.31', '1.35'] as const)('with the helm of %s', release => {
  const { run, lint, servicesOf } = withHelm(cli, release);

  test('an Application is rendered with its files, objects and parameters, in the namespace of its destination', () => {
    const source = `path: charts/web
helm:
  valueFiles: [values-prod.yaml]
  valuesObject: { target: wrong }
  parameters: [{ name: target, value: http }, { name: port, value: "81" }, { name: tier, value: "1", forceString: true }]
`;
    const files = {
      ...CHART,
      'charts/web/values-prod.yaml': 'target: nowhere\n',
      'argocd/web.yaml': application('front', source),
      'argocd/edge.yaml': application('edge', 'path: edge\n'),
      'edge/ingress.yaml': ingress('front').replace('number: 80', 'number: 81'),
    };
    expect(servicesOf(files)).toEqual(['-/web', 'shop/front']);
    expect(lint(files).found).toEqual([]);
    expect(lint({ ...files, 'argocd/web.yaml': application('front', source.replace('value: http', 'value: https')) }).found).toEqual([
      'target-port-unresolved front',
    ]);
    expect(lint({ ...files, 'edge/ingress.yaml': ingress('frnt') }).found).toEqual(['ingress-backend-missing edge']);
  });

  test('an ApplicationSet is a release for each of its Applications', () => {
    const set = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: shops, namespace: argocd }
spec:
  generators: [{ git: { repoURL: https://github.com/team/shop, revision: HEAD, files: [{ path: "shops/*.yaml" }] } }]
  template:
    metadata: { name: "{{name}}" }
    spec:
      project: default
      destination: { server: https://kubernetes.default.svc, namespace: "{{name}}-shop" }
      source:
        repoURL: https://github.com/team/shop
        path: charts/web
        helm: { parameters: [{ name: target, value: "{{port}}" }] }
`;
    const files = { ...CHART, 'argocd/set.yaml': set, 'shops/a.yaml': 'name: eu\nport: http\n', 'shops/b.yaml': 'name: us\nport: https\n' };
    expect(servicesOf(files)).toEqual(['-/web', 'eu-shop/eu', 'us-shop/us']);
    expect(lint(files).found).toEqual(['target-port-unresolved us']);
  });

  test('what a chart says with its own values and as a release is one finding', () => {
    const files = {
      ...CHART,
      'charts/web/values.yaml': 'port: 80\ntarget: https\n',
      'argocd/web.yaml': application('front', 'path: charts/web\n'),
    };
    const { stdout } = run(files, ['.']);
    expect(stdout.match(/target-port-unresolved/g)).toHaveLength(1);
    expect(stdout).toContain('in argocd and charts/web');
  });

  test('no file of values leaves the repository, and no name becomes an option', () => {
    // The staging folders of the runs are made here, and removed.
    const own = makeScene({});
    const outside = path.join(own, 'outside.yaml');
    writeFileSync(outside, `target: ${PASSWORD}\n`);
    const source = (files: string): string => `path: charts/web\nhelm: { valueFiles: [${files}] }\n`;
    const arrange = (root: string): void => {
      symlinkSync(outside, path.join(root, 'charts/web/link.yaml'));
    };
    const found = lint(
      { ...CHART, 'argocd/web.yaml': application('front', source(`link.yaml, ../../../${path.basename(outside)}, ${outside}`)) },
      { arrange, env: { TMPDIR: own } },
    );
    expect(found.stdout).not.toContain(PASSWORD);
    expect(found.found).toEqual(['gitops-path-missing front', 'gitops-path-missing front']);
    const named = lint({ ...CHART, 'argocd/web.yaml': application('--post-renderer=x', source('')) }, { env: { TMPDIR: own } });
    expect(named.found).toEqual(['object-name-invalid --post-renderer=x']);
    expect(readdirSync(own)).toEqual([path.basename(outside)]);
  });

  test('the remotes of the repository tell whether a source is this one, and their passwords show nowhere', () => {
    const files = {
      ...CHART,
      'clusters/home/source.yaml': REPOSITORY,
      'clusters/home/apps.yaml': kustomization('appz'),
      'apps/ingress.yaml': ingress('web'),
    };
    const arrange = (url: string) => (root: string) => {
      initGitRepository(root).git('remote', 'add', 'origin', url);
    };
    const known = lint(files, { arrange: arrange(`https://bob:${PASSWORD}@github.com/Team/shop.git`) });
    expect(known.found).toEqual(['gitops-path-missing appz']);
    expect(known.stdout).toContain('"severity": "error"');
    expect(known.stdout + known.stderr).not.toContain(PASSWORD);
    expect(lint(files, { arrange: arrange('git@github.com:team/other.git') }).found).toEqual([]);
    expect(lint(files).found).toEqual([]);
  });
});
