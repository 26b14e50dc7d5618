import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../harness/shared.ts';
import { cloneProject, makeEnvironment, makeFolder, must, openScene, SHOP, tell, type Scene } from './git-scene.ts';
import { toolPath } from './tools.ts';

const folder = makeFolder('pre-commit');
const preCommit = toolPath('pre-commit');

let env: Readonly<Record<string, string>> = {};
let source = '';
let revision = '';

beforeAll(() => {
  const home = path.join(folder, 'home');
  mkdirSync(home);
  env = {
    ...makeEnvironment(home),
    PRE_COMMIT_HOME: path.join(home, 'pre-commit'),
    PATH: `${path.dirname(preCommit)}${path.delimiter}${process.env['PATH'] ?? ''}`,
  };
  source = cloneProject(folder, env);
  revision = must(['git', 'rev-parse', 'HEAD'], source, env).trim();
  // Once for all: pre-commit clones, npm builds.
  must(['pre-commit', 'install-hooks'], openShop().root, env);
});

const withLabel = (label: string): string => SHOP['k8s/service.yaml'].replace('app: web', `app: ${label}`);

let count = 0;

/** A repository with everything committed, the configuration of pre-commit too. */
function openShop(files: Readonly<Record<string, string>> = SHOP, args = ''): Scene {
  const root = path.join(folder, `shop${String((count += 1))}`);
  const scene = openScene(root, env);
  const config = `repos:\n  - repo: ${source}\n    rev: ${revision}\n    hooks:\n      - id: svclint\n${args}`;
  scene.write({ ...files, '.pre-commit-config.yaml': config });
  must(['git', 'add', '--all'], root, env);
  must(['git', 'commit', '--quiet', '--message', 'Shop'], root, env);
  return scene;
}

const headOf = (scene: Scene): string => must(['git', 'log', '--format=%s', '-1'], scene.root, env).trim();

test('the hook names no file: what it needs to see may be a deletion', () => {
  const [hook] = parse(readFileSync(path.join(projectRoot, '.pre-commit-hooks.yaml'), 'utf8')) as Record<string, unknown>[];
  expect(hook).toMatchObject({ id: 'svclint', language: 'node', entry: 'svclint --staged', always_run: true, pass_filenames: false, require_serial: true });
  expect(must(['pre-commit', 'validate-manifest', path.join(projectRoot, '.pre-commit-hooks.yaml')], projectRoot, env)).toBe('');
});

describe('a commit', () => {
  let shop: Scene;

  beforeEach(() => {
    shop = openShop();
    must(['pre-commit', 'install'], shop.root, env);
  });

  test('that breaks a Service, its Deployment untouched, is refused with both places', () => {
    tell('A clean repository; the hook is installed');
    shop.run('cat', '.pre-commit-config.yaml');
    shop.run('pre-commit', 'install');
    tell('The Service is edited, its Deployment is not');
    shop.write({ 'k8s/service.yaml': withLabel('wbe') });
    shop.run('git', 'diff', '--unified=0');
    const { text, code } = shop.run('git', 'commit', '--all', '--message', 'Rename');
    expect(code).toBe(1);
    expect(text).toContain('service-selects-no-pods');
    expect(text).toContain('k8s/service.yaml:7:5');
    expect(text).toContain('k8s/deployment.yaml:12');
    expect(headOf(shop)).toBe('Shop');
  });

  test('that deletes the Deployment of a Service is refused', () => {
    tell('The Deployment is deleted');
    shop.run('git', 'rm', '--quiet', 'k8s/deployment.yaml');
    const { text, code } = shop.run('git', 'commit', '--message', 'Remove web');
    expect(text).toContain('k8s/service.yaml');
    expect(text).toContain('service-selects-no-pods');
    expect(text).toContain('the change removes Deployment "web" (k8s/deployment.yaml)');
    expect(code).toBe(1);
    expect(headOf(shop)).toBe('Shop');
  });

  test('that is sound passes although an edit beside it is not', () => {
    tell('A broken edit that is not staged does not leak into the verdict');
    shop.write({ 'k8s/service.yaml': withLabel('wbe'), 'README.md': '# The shop\n' });
    shop.run('git', 'add', 'README.md');
    const { code } = shop.run('git', 'commit', '--message', 'Title');
    expect(code).toBe(0);
    expect(readFileSync(path.join(shop.root, 'k8s/service.yaml'), 'utf8')).toContain('wbe');
  });

  test('that is broken is refused although an edit beside it mends it', () => {
    tell('A mending edit that is not staged does not leak into the verdict either');
    shop.write({ 'k8s/service.yaml': withLabel('wbe') });
    shop.run('git', 'add', 'k8s/service.yaml');
    shop.write({ 'k8s/service.yaml': SHOP['k8s/service.yaml'] });
    const { text, code } = shop.run('git', 'commit', '--message', 'Rename');
    expect(code).toBe(1);
    expect(text).toContain('service-selects-no-pods');
    expect(readFileSync(path.join(shop.root, 'k8s/service.yaml'), 'utf8')).toBe(SHOP['k8s/service.yaml']);
  });

  test('that brings both ends passes', () => {
    tell('Both ends change in one commit');
    shop.write({ 'k8s/service.yaml': withLabel('shop'), 'k8s/deployment.yaml': SHOP['k8s/deployment.yaml'].replaceAll('app: web', 'app: shop') });
    expect(shop.run('git', 'commit', '--all', '--message', 'Rename')).toMatchObject({ code: 0, text: expect.stringContaining('Passed') as string });
  });
});

describe('in a repository with an older finding', () => {
  const broken = { ...SHOP, 'k8s/service.yaml': withLabel('wbe') };

  test('a commit that only touches a README passes', () => {
    const shop = openShop(broken);
    must(['pre-commit', 'install'], shop.root, env);
    tell('An older finding stands elsewhere; the commit touches a README only');
    shop.write({ 'README.md': '# The shop\n' });
    expect(shop.run('git', 'commit', '--all', '--message', 'Title').code).toBe(0);
  });

  test('--all-files stages nothing, so everything is reported', () => {
    const shop = openShop(broken);
    tell('Nothing is staged: everything is linted');
    const { text, code } = shop.run('pre-commit', 'run', '--all-files');
    expect(code).toBe(1);
    expect(text).toContain('service-selects-no-pods');
  });
});

test('--from-ref and --to-ref report what the commits between touch', () => {
  const shop = openShop({ ...SHOP, 'k8s/other.yaml': SHOP['k8s/service.yaml'].replace('name: web', 'name: other').replace('app: web', 'app: otter') });
  shop.write({ 'k8s/service.yaml': withLabel('wbe') });
  must(['git', 'commit', '--quiet', '--all', '--message', 'Rename'], shop.root, env);
  shop.write({ 'README.md': '# The shop\n' });
  must(['git', 'commit', '--quiet', '--all', '--message', 'Title'], shop.root, env);
  tell('Between two commits, as a server or a push would ask');
  const first = shop.run('pre-commit', 'run', '--from-ref', 'HEAD~2', '--to-ref', 'HEAD~1');
  expect(first.code).toBe(1);
  expect(first.text).toContain('wbe');
  expect(first.text).not.toContain('otter');
  expect(shop.run('pre-commit', 'run', '--from-ref', 'HEAD~1', '--to-ref', 'HEAD').code).toBe(0);
});

test('a push of a broken commit is refused, where the hook is installed for pushes', () => {
  const shop = openShop();
  const remote = `${shop.root}.git`;
  must(['git', 'init', '--quiet', '--bare', remote], folder, env);
  must(['git', 'push', '--quiet', remote, 'main'], shop.root, env);
  must(['pre-commit', 'install', '--hook-type', 'pre-push'], shop.root, env);
  shop.write({ 'k8s/service.yaml': withLabel('wbe') });
  must(['git', 'commit', '--quiet', '--all', '--message', 'Rename'], shop.root, env);
  tell('The hook is installed for pushes, and a broken commit is pushed');
  const { text, code } = shop.run('git', 'push', remote, 'main');
  expect(code, text).toBe(1);
  expect(text).toContain('service-selects-no-pods');
});

test('a merge of two sound branches that do not fit is refused, where the hook is installed for merges', () => {
  const shop = openShop();
  const git = (...words: readonly string[]): string => must(['git', ...words], shop.root, env);
  const onNodes = SHOP['k8s/service.yaml'].replace('spec:', 'spec:\n  type: NodePort').replace('port: 80\n', 'port: 80\n      nodePort: 30080\n');
  git('checkout', '--quiet', '-b', 'canary');
  shop.write({ 'k8s/canary.yaml': onNodes.replace('name: web', 'name: canary') });
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A canary on port 30080 of the nodes');
  git('checkout', '--quiet', 'main');
  shop.write({ 'k8s/service.yaml': onNodes });
  git('commit', '--quiet', '--all', '--message', 'The shop on port 30080 of the nodes');
  must(['pre-commit', 'install', '--hook-type', 'pre-merge-commit'], shop.root, env);
  tell('Both branches are sound, and what a merge makes of them is not');
  const { text, code } = shop.run('git', 'merge', '--no-edit', 'canary');
  expect(code, text).toBe(1);
  expect(text).toContain('node-port-taken');
  expect(text).toContain('k8s/canary.yaml');
  expect(text).toContain('k8s/service.yaml');
});

test('arguments of the configuration follow: the paths of the manifests', () => {
  const shop = openShop({ ...SHOP, 'other/service.yaml': withLabel('wbe') }, '        args: [k8s]\n');
  expect(shop.run('pre-commit', 'run', '--all-files').code).toBe(0);
});

test('nothing of the hook is left in the repository', () => {
  const shop = openShop();
  must(['pre-commit', 'run', '--all-files'], shop.root, env);
  expect(existsSync(path.join(shop.root, 'node_modules'))).toBe(false);
  expect(must(['git', 'status', '--porcelain'], shop.root, env)).toBe('');
});
