import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cloneProject, makeEnvironment, makeFolder, must } from './git-scene.ts';
import { toolPackage } from './tools.ts';

type Environment = Readonly<Record<string, string>>;

export const npm = (version: string, ...words: readonly string[]): string[] => [process.execPath, path.join(toolPackage(version), 'bin/npm-cli.js'), ...words];

/** Makes an empty npm project in a folder. */
export function makeProject(folder: string): string {
  const root = mkdtempSync(path.join(folder, 'project-'));
  writeFileSync(path.join(root, 'package.json'), '{"name":"shop","version":"1.0.0","private":true}\n');
  return root;
}

const contentOf = (installed: string): string[] => readdirSync(installed).sort();

/** Tests that a version of npm installs svclint from its git repository, which it builds first: a minute each, so each version has a file. */
export function installsFromGit(version: string): void {
  const folder = makeFolder(`install-${version}`);
  let env: Environment = {};
  let clone = '';

  beforeAll(() => {
    const home = path.join(folder, 'home');
    mkdirSync(home);
    env = makeEnvironment(home);
    clone = cloneProject(folder, env);
  });

  describe(`${version}, from the git repository,`, () => {
    const address = (): string => `git+file://${clone}`;

    test('installs globally, where it tells its own build to install elsewhere', () => {
      const prefix = path.join(folder, `global-${version}`);
      must(npm(version, 'install', '--global', '--install-links', address()), folder, { ...env, npm_config_prefix: prefix, NODE_ENV: 'production' });
      expect(must([path.join(prefix, 'bin/svclint'), '--version'], folder, env)).toMatch(/^svclint \d/);
      expect(contentOf(path.join(prefix, 'lib/node_modules/svclint'))).toEqual([
        'CHANGELOG.md',
        'LICENSE',
        'NOTICE',
        'README.md',
        'dist',
        'package.json',
        'schemas',
      ]);
    });

    test('installs into a project, without what builds it', () => {
      const root = makeProject(folder);
      must(npm(version, 'install', '--omit=dev', address()), root, env);
      expect(must([path.join(root, 'node_modules/.bin/svclint'), '--version'], root, env)).toMatch(/^svclint \d/);
      expect(contentOf(path.join(root, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['svclint']);
      expect(existsSync(path.join(root, 'node_modules/svclint/dist/index.d.cts'))).toBe(true);
    });

    test('runs at once', () => {
      const cache = path.join(folder, `npx-${version}`);
      // What npx installs it keeps in the cache: one of its own, that this run is the first.
      const words = npm(version, 'exec', '--yes', `--package=${address()}`, '--', 'svclint', '--version');
      expect(must(words, makeProject(folder), { ...env, npm_config_cache: cache })).toMatch(/^svclint \d/m);
    });
  });
}
