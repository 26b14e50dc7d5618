import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';
import { found, hasRun, pod, team, traced } from '../harness/team-plugin.ts';
import { makeTree } from '../harness/temp-tree.ts';

const run = useCli();
const compact = ['-f', 'compact'];

describe('trust: code runs because of words on the command line', () => {
  const manifest = { 'web.yaml': pod };

  test.each([
    ['.svclint.yaml', 'plugins: [./team.mjs]'],
    ['.svclint.yaml', 'plugins: ./team.mjs\nrules: {team/no-latest: error}'],
    ['.svclint.yaml', 'plugins: [./absent.mjs, no-such-package]'],
    ['package.json', '{"svclint": {"plugins": ["./team.mjs"]}}'],
  ])('a discovered %s that says %s is refused and nothing of it is touched', (name, config) => {
    const { root, code, stdout } = run({ ...manifest, 'team.mjs': traced, [name]: config }, [...compact, '.']);
    expect(stdout).toContain(`Plugins of "${name}" run only with --allow-plugins, so nothing is linted [configuration-invalid]`);
    expect(stdout).not.toContain('no-latest');
    expect({ code, ran: hasRun(root) }).toEqual({ code: 2, ran: false });
  });

  test('--config alone, --plugin of another file and variables of the environment are no permission', () => {
    const files = { ...manifest, 'team.mjs': traced, 'other.mjs': team().replace("'team'", "'other'"), 'ci.yaml': 'plugins: [./team.mjs]' };
    const env = { SVCLINT_ALLOW_PLUGINS: '1', ALLOW_PLUGINS: 'true', npm_config_allow_plugins: 'true' };
    for (const more of [[], ['--plugin', 'other.mjs']]) {
      const { root, code } = run(files, ['--config', 'ci.yaml', ...more, '.'], { env });
      expect({ code, ran: hasRun(root) }).toEqual({ code: 2, ran: false });
    }
  });

  test('--allow-plugins lets the configuration name them', () => {
    const files = { ...manifest, 'team.mjs': traced, '.svclint.yaml': 'plugins: [./team.mjs]' };
    const { root, stdout } = run(files, [...compact, '--allow-plugins', '.']);
    expect({ stdout, ran: hasRun(root) }).toEqual({ stdout: found, ran: true });
  });

  test('no configuration is code', () => {
    const names = ['.svclint.js', '.svclint.mjs', '.svclint.cjs', 'svclint.config.js', 'svclint.config.mjs', '.svclint.yaml.js'];
    const files = Object.fromEntries(names.map(name => [name, name.endsWith('.cjs') ? "require('node:fs').writeFileSync('ran', '')" : traced]));
    const { root, code } = run({ ...manifest, ...files }, ['--allow-plugins', '.']);
    expect({ code, ran: hasRun(root) }).toEqual({ code: 0, ran: false });
    const named = run({ ...manifest, 'evil.mjs': traced }, ['--allow-plugins', '--config', 'evil.mjs', '.']);
    expect({ code: named.code, ran: hasRun(named.root) }).toEqual({ code: 2, ran: false });
  });

  test('schemas are data', () => {
    const { root } = run({ ...manifest, 'crd.mjs': traced, '.svclint.yaml': 'schemas: [./crd.mjs]' }, ['--allow-plugins', '.']);
    expect(hasRun(root)).toBe(false);
  });

  test.each([
    'lint/team.mjs',
    '/etc/team.mjs',
    'file:///team.mjs',
    'data:text/javascript,1',
    'https://example.com/a.mjs',
    'C:\\team.mjs',
    'node:fs',
    '..',
    './a\\b.mjs',
  ])('plugins: [%s] names nothing that is looked for', name => {
    const { code, stdout } = run({ ...manifest, '.svclint.yaml': `plugins: ['${name}']` }, [...compact, '--allow-plugins', '.']);
    expect(stdout).toContain(`Value "${name}" of "plugins" is not a path such as`);
    expect(code).toBe(2);
  });

  test('predictions run no rules: they neither refuse nor run plugins', () => {
    const files = { ...manifest, 'team.mjs': traced, '.svclint.yaml': 'plugins: [./team.mjs]\nrules: {team/no-latest: error}' };
    for (const command of ['endpoints', 'admit']) {
      const { root, stderr } = run(files, [command, '.']);
      expect({ stderr, ran: hasRun(root) }).toEqual({ stderr: '', ran: false });
    }
  });
});

describe('where plugins of a configuration may lie', () => {
  const lint = (files: Readonly<Record<string, string>>, arrange?: (root: string) => void): ReturnType<typeof run> =>
    run({ 'repo/web.yaml': pod, 'repo/.git/HEAD': '', ...files }, [...compact, '--allow-plugins', '.'], { cwd: 'repo', ...(arrange ? { arrange } : {}) });
  const packaged = (manifest: object): Record<string, string> => ({
    'repo/node_modules/team-rules/package.json': JSON.stringify({ name: 'team-rules', ...manifest }),
    'repo/node_modules/team-rules/lib/a.mjs': team(),
    'repo/.svclint.yaml': 'plugins: [team-rules]',
  });

  test('in the repository, also above the configuration', () => {
    const files = { 'repo/lint/team.mjs': team(), 'repo/app/.svclint.yaml': 'plugins: [../lint/team.mjs]', 'repo/app/web.yaml': pod };
    const { stdout } = run({ 'repo/.git/HEAD': '', ...files }, [...compact, '--allow-plugins', '.'], { cwd: 'repo/app' });
    expect(stdout).toBe(found);
  });

  test('not outside of it', () => {
    const { code, stderr } = lint({ 'team.mjs': traced, 'repo/.svclint.yaml': 'plugins: [../team.mjs]' });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'svclint: plugin ../team.mjs: it lies outside of repo/, which holds the configuration\n' });
  });

  test('without a repository not above the configuration', () => {
    const files = { 'lint/team.mjs': traced, 'app/.svclint.yaml': 'plugins: [../lint/team.mjs]', 'app/web.yaml': pod };
    expect(run(files, ['--allow-plugins', '.'], { cwd: 'app' })).toMatchObject({ code: 2, stderr: expect.stringContaining('outside of app/') as string });
  });

  test.each([
    ['a file', (root: string): void => symlinkSync('../team.mjs', path.join(root, 'repo/team.mjs')), './team.mjs'],
    ['a folder', (root: string): void => symlinkSync('..', path.join(root, 'repo/up')), './up/team.mjs'],
  ])('not through a link of %s that leads out', (_, arrange, name) => {
    const { code, stderr } = lint({ 'team.mjs': traced, 'repo/.svclint.yaml': `plugins: [${name}]` }, arrange);
    expect(stderr).toContain('a link leads it out of repo/');
    expect(code).toBe(2);
  });

  test('through a link that stays inside', () => {
    const files = { 'repo/lint/team.mjs': team(), 'repo/.svclint.yaml': 'plugins: [./team.mjs]' };
    expect(lint(files, root => symlinkSync('lint/team.mjs', path.join(root, 'repo/team.mjs'))).stdout).toBe(found);
  });

  test.each([
    { exports: './lib/a.mjs' },
    { exports: { '.': { types: './lib/a.d.mts', import: './lib/a.mjs' } } },
    { exports: { '.': [{ browser: './b.mjs' }, './lib/a.mjs'] } },
    { exports: { node: { default: './lib/a.mjs' } } },
    { main: 'lib/a.mjs' },
  ])('a package with %j', manifest => {
    expect(lint(packaged(manifest)).stdout).toBe(found);
  });

  test('a package of a workspace', () => {
    const files = { 'repo/packages/team-rules/package.json': '{"exports": "./a.mjs"}', 'repo/packages/team-rules/a.mjs': team() };
    const { stdout } = lint({ ...files, 'repo/.svclint.yaml': 'plugins: [team-rules]' }, root => {
      mkdirSync(path.join(root, 'repo/node_modules'));
      symlinkSync('../packages/team-rules', path.join(root, 'repo/node_modules/team-rules'));
    });
    expect(stdout).toBe(found);
  });

  test.each([
    [{ exports: '../../../team.mjs' }, 'the package has no module as its entry'],
    [{ exports: {} }, 'the package has no module as its entry'],
    [{ main: '/etc/passwd' }, 'the package has no module as its entry'],
  ])('not a package with %j', (manifest, fault) => {
    expect(lint({ ...packaged(manifest), 'team.mjs': traced }).stderr).toBe(`svclint: plugin team-rules: ${fault}\n`);
  });

  test('not a package above the repository, and not one that is linked from elsewhere', () => {
    const above = { 'node_modules/team-rules/package.json': '{"exports": "./a.mjs"}', 'node_modules/team-rules/a.mjs': traced };
    const config = { 'repo/.svclint.yaml': 'plugins: [team-rules]' };
    expect(lint({ ...above, ...config }).stderr).toContain('no such package in node_modules');
    const linked = lint({ ...above, ...config }, root => symlinkSync('../node_modules', path.join(root, 'repo/node_modules')));
    expect(linked.stderr).toContain('a link leads it out of repo/');
  });
});

test('a plugin may stand anywhere where the command line names it', () => {
  const elsewhere = makeTree();
  writeFileSync(path.join(elsewhere, 'team.mjs'), team());
  expect(run({ 'web.yaml': pod }, [...compact, '--plugin', path.join(elsewhere, 'team.mjs'), '.']).stdout).toBe(found);
});

test('programs are never those of the input, nor of a relative entry of PATH', () => {
  const evil = '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n';
  const files = { 'web.yaml': pod, '.gitignore': 'web.yaml\n', '.git/HEAD': 'ref: refs/heads/main\n', git: evil, 'bin/git': evil };
  const arrange = (root: string): void => {
    for (const name of ['git', 'bin/git']) chmodSync(path.join(root, name), 0o755);
  };
  // An ignore file that hides something makes svclint ask git what is tracked.
  const { root } = run(files, ['.'], { arrange, shell: 'PATH="$PWD:$PWD/bin:.:bin::$PATH" "$@"' });
  expect([hasRun(root), hasRun(path.join(root, 'bin'))]).toEqual([false, false]);
  const outside = makeTree({ git: evil });
  chmodSync(path.join(outside, 'git'), 0o755);
  run(files, ['.'], { shell: `PATH="${outside}:$PATH" "$@"` });
  expect(hasRun(outside)).toBe(true);
});
