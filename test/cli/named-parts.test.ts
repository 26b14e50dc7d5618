import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web } }\n';

const shop = {
  'base/web.yaml': `${service}  ports: [{ port: 80 }]\n`,
  'base/kustomization.yaml': 'resources: [web.yaml]\n',
  'prod/kustomization.yaml': 'resources: [../base]\npatches: [{ path: patches/web.yaml }]\nconfigMapGenerator: [{ name: a, files: [b=data/b.yaml, c.yaml] }]\n',
  'prod/patches/web.yaml': service,
  'prod/data/b.yaml': service,
};

/** As a hook does that names the files of a commit. */
describe('a part of a kustomization that is named by itself', () => {
  test('is no manifest where a kustomization above uses it as a patch', () => {
    const { stdout } = run(shop, ['prod/patches/web.yaml']);
    expect(stdout).toContain('note: prod/patches/web.yaml is a patch of prod/kustomization.yaml and no manifest: lint prod instead');
    expect(stdout).toContain('No findings');
    expect(run(shop, ['prod/patches']).stdout).toContain('prod/patches/web.yaml is a patch');
  });

  test('is no manifest where its text becomes data', () => {
    expect(run(shop, ['prod/data/b.yaml']).stdout).toContain('note: prod/data/b.yaml is data of prod/kustomization.yaml and no manifest: lint prod instead');
  });

  test('is judged where the kustomization applies it too, and where none names it', () => {
    const listed = { ...shop, 'prod/kustomization.yaml': 'resources: [data/b.yaml]\nconfigMapGenerator: [{ name: a, files: [data/b.yaml] }]\n' };
    expect(run(listed, ['prod/data/b.yaml']).stdout).toContain('service-has-no-ports');
    expect(run({ 'web.yaml': service }, ['web.yaml']).stdout).toContain('service-has-no-ports');
  });

  test('is applied as a patch where the kustomization is linted with it', () => {
    const { stdout } = run(shop, ['prod', 'prod/patches/web.yaml']);
    expect(stdout).not.toContain('no manifest');
    expect(stdout).not.toContain('service-has-no-ports');
  });
});
