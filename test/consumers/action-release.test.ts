import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../harness/shared.ts';
import { runAction } from './composite-action.ts';
import { cloneProject, makeEnvironment, makeFolder, must, say, SHOP } from './git-scene.ts';
import { toolPackage } from './tools.ts';

const folder = makeFolder('release');
const origin = path.join(folder, 'origin.git');

let env: Readonly<Record<string, string>> = {};

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions: object; readonly steps: readonly { readonly name?: string; readonly run?: string; readonly env?: Record<string, string> }[] }
    >
  >;
}

const workflow = parse(readFileSync(path.join(projectRoot, '.github/workflows/release.yml'), 'utf8')) as Workflow;
const move = workflow.jobs['tag']?.steps.find(({ name }) => name === 'move the tag of the major version');

/** Runs the step of the release as the job of that tag would: in a checkout of it, beside the package. */
function moveTag(tag: string): string {
  const root = path.join(folder, `checkout-${tag}`);
  must(['git', 'clone', '--quiet', '--depth=1', `--branch=${tag}`, `file://${origin}`, root], folder, env);
  const dist = path.join(root, 'dist');
  const rolldown = path.join(projectRoot, 'node_modules/rolldown/bin/cli.mjs');
  execFileSync(process.execPath, [rolldown, '-c', '-d', dist, '--log-level', 'silent'], { cwd: projectRoot, stdio: 'ignore' });
  must(['npm', 'pack', '--ignore-scripts'], root, env);
  // The job that moves the tag has the package, not what built it.
  must(['rm', '-r', dist], root, env);
  const script = path.join(folder, `${tag}.sh`);
  writeFileSync(script, move?.run ?? 'exit 1');
  return must(['bash', '--noprofile', '--norc', '-eo', 'pipefail', script], root, { ...env, ...move?.env, GITHUB_REF_NAME: tag });
}

const git = (...words: readonly string[]): string => must(['git', `--git-dir=${origin}`, ...words], folder, env).trim();

beforeAll(() => {
  const home = path.join(folder, 'home');
  mkdirSync(home);
  env = makeEnvironment(home);
  const clone = cloneProject(folder, env);
  must(['git', 'commit', '--quiet', '--allow-empty', '--message', 'A fix'], clone, env);
  must(['git', 'tag', 'v3.9.9'], clone, env);
  must(['git', 'tag', 'v3.10.0'], clone, env);
  must(['git', 'clone', '--quiet', '--bare', clone, origin], folder, env);
  moveTag('v3.10.0');
});

describe('the tag of a major version', () => {
  test('is a commit on the released one, whose workflows it leaves alone', () => {
    expect(git('log', '-1', '--format=%s', 'v3')).toBe('svclint v3.10.0, built');
    expect(git('rev-parse', 'v3^')).toBe(git('rev-parse', 'v3.10.0'));
    // The token of a job may not push a change of workflows.
    expect(git('diff', '--name-only', 'v3.10.0', 'v3', '--', '.github/workflows')).toBe('');
  });

  test('holds the package, the action and the hook', () => {
    const files = git('ls-tree', '--name-only', 'v3').split('\n');
    expect(files).toEqual([
      '.github',
      '.pre-commit-hooks.yaml',
      'CHANGELOG.md',
      'LICENSE',
      'NOTICE',
      'README.md',
      'action.yml',
      'dist',
      'package.json',
      'schemas',
    ]);
  });

  test('is not moved back by a late fix of an older minor', () => {
    const before = git('rev-parse', 'v3');
    moveTag('v3.9.9');
    expect(git('rev-parse', 'v3')).toBe(before);
  });

  test('is an action that builds nothing', () => {
    const action = path.join(folder, 'action');
    must(['git', 'clone', '--quiet', '--branch=v3', `file://${origin}`, action], folder, env);
    const workspace = path.join(folder, 'workspace');
    mkdirSync(workspace);
    writeFileSync(path.join(workspace, 'service.yaml'), SHOP['k8s/service.yaml']);
    const { code, log, outputs } = runAction({ action, workspace, temp: folder, env });
    expect(code, log).toBe(0);
    expect(outputs['errors']).toBe('0');
    expect(existsSync(path.join(action, 'node_modules'))).toBe(false);
  });

  test.each(['npm10', 'npm11'])('is installed by %s as a hook, and nothing with it', version => {
    const npm = [process.execPath, path.join(toolPackage(version), 'bin/npm-cli.js')];
    const prefix = path.join(folder, version);
    // An empty cache that nothing may fill: nothing is fetched.
    const offline = { ...env, npm_config_prefix: prefix, npm_config_cache: path.join(folder, `cache-${version}`), npm_config_offline: 'true' };
    const { text, code } = say([...npm, 'install', '--global', '--install-links', `git+file://${origin}#v3`], folder, offline);
    expect(code, text).toBe(0);
    expect(text).not.toMatch(/script/);
    expect(must([path.join(prefix, 'bin/svclint'), '--version'], folder, env)).toMatch(/^svclint \d/);
  });
});

test('a job of the release may do what it does and no more', () => {
  expect(workflow.permissions).toEqual({});
  const permissions = Object.fromEntries(Object.entries(workflow.jobs).map(([name, { permissions: own }]) => [name, own]));
  expect(permissions).toEqual({ build: { contents: 'read' }, publish: { 'id-token': 'write' }, tag: { contents: 'write' } });
});
