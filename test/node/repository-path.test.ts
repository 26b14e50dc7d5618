import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathsInRepository } from '../../src/node/repository-path.ts';
import { makeTree } from '../harness/temp-tree.ts';

const FILES = {
  'shop/.git/HEAD': '',
  'shop/k8s/web.yaml': '',
  'shop/k8s/deep/a b%.yaml': '',
  'shop/vendor/.git': 'gitdir: ../.git/modules/vendor\n',
  'shop/vendor/lib.yaml': '',
  'other/.git/HEAD': '',
  'other/api.yaml': '',
  'plain/x.yaml': '',
};

/** The path of a file from wherever a run stands and whatever it was asked for; the report calls the file by its relative path. */
function from(cwd: string, inputs: readonly string[], file: string): string {
  const root = makeTree(FILES);
  const own = path.join(root, cwd);
  const absolute = (written: string): string => (written.startsWith('^') ? path.join(root, written.slice(1)) : written);
  return pathsInRepository(inputs.map(absolute), own, path)(path.relative(own, path.join(root, file)));
}

describe('the path of a file in its repository', () => {
  test.each([
    ['at the top', 'shop', ['.'], 'shop/k8s/web.yaml', 'k8s/web.yaml'],
    ['in a sub-folder', 'shop/k8s/deep', [], 'shop/k8s/deep/a b%.yaml', 'k8s/deep/a b%.yaml'],
    ['in a sub-folder, with a path that climbs', 'shop/k8s/deep', ['..'], 'shop/k8s/web.yaml', 'k8s/web.yaml'],
    ['outside, with an absolute path', 'plain', ['^shop/k8s'], 'shop/k8s/web.yaml', 'k8s/web.yaml'],
    ['above, with a relative path', '.', ['shop'], 'shop/k8s/web.yaml', 'k8s/web.yaml'],
    ['above, with a file', '.', ['shop/k8s/web.yaml'], 'shop/k8s/web.yaml', 'k8s/web.yaml'],
    ['above, with a pattern', '.', ['shop/**/*.yaml'], 'shop/k8s/web.yaml', 'k8s/web.yaml'],
    ['in another repository', 'other', ['../shop/k8s'], 'shop/k8s/web.yaml', 'k8s/web.yaml'],
    ['in the repository that has a submodule', 'shop', ['.'], 'shop/vendor/lib.yaml', 'vendor/lib.yaml'],
    ['in the submodule', 'shop/vendor', ['.'], 'shop/vendor/lib.yaml', 'lib.yaml'],
    ['in a repository, of a file outside of it', 'shop/k8s', ['.', '../../plain'], 'plain/x.yaml', '../plain/x.yaml'],
    ['above two repositories', '.', ['shop', 'other'], 'other/api.yaml', 'other/api.yaml'],
    ['where there is none', 'plain', ['.'], 'plain/x.yaml', 'x.yaml'],
    ['of stdin', 'shop/k8s', ['-'], 'shop/k8s/web.yaml', 'k8s/web.yaml'],
  ])('%s', (_, cwd, inputs, file, expected) => {
    expect(from(cwd, inputs, file)).toBe(expected);
  });

  test('in a worktree, whose .git is a file', () => {
    const root = makeTree({ 'main/k8s/web.yaml': 'a: b\n' });
    const git = (cwd: string, ...args: string[]): void => void execFileSync('git', args, { cwd: path.join(root, cwd), stdio: 'ignore' });
    git('main', 'init');
    git('main', 'add', '.');
    git('main', '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-m', 'a');
    git('main', 'worktree', 'add', '../tree');
    const cwd = path.join(root, 'tree/k8s');
    expect(pathsInRepository([], cwd, path)('web.yaml')).toBe('k8s/web.yaml');
  });

  test('of a link is that of the file that it leads to, unless it leaves the repository', () => {
    const root = makeTree(FILES);
    mkdirSync(path.join(root, 'shop/links'));
    writeFileSync(path.join(root, 'plain/secret.yaml'), '');
    symlinkSync('../k8s/web.yaml', path.join(root, 'shop/links/in.yaml'));
    symlinkSync('../../plain/secret.yaml', path.join(root, 'shop/links/out.yaml'));
    symlinkSync('gone.yaml', path.join(root, 'shop/links/gone-too.yaml'));
    symlinkSync('shop', path.join(root, 'alias'));
    const inRepository = pathsInRepository([], path.join(root, 'shop/links'), path);
    expect(['in.yaml', 'out.yaml', 'gone-too.yaml', 'never-there.yaml'].map(inRepository)).toEqual([
      'k8s/web.yaml',
      'links/out.yaml',
      'links/gone-too.yaml',
      'links/never-there.yaml',
    ]);
    expect(pathsInRepository([], path.join(root, 'alias'), path)('k8s/web.yaml')).toBe('k8s/web.yaml');
  });

  test('on Windows has slashes, and its drive where it is on another one', () => {
    const inRepository = pathsInRepository([], 'C:\\repository\\k8s', path.win32);
    expect(inRepository('..\\api\\web.yaml')).toBe('../api/web.yaml');
    expect(inRepository('D:\\web.yaml')).toBe('D:/web.yaml');
  });
});
