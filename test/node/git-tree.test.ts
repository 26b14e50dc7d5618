import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Blobs, nameContent } from '../../src/node/git/blobs.ts';
import { readChanged, readListed, readStaged, undoChanges } from '../../src/node/git/entries.ts';
import { findGit } from '../../src/node/git/find-git.ts';
import { GitTree } from '../../src/node/git/git-tree.ts';
import { environmentOf } from '../../src/node/git/run-git.ts';

const TOP = path.resolve('/repository');

/** A tree of texts: `->` begins a link, `*` a submodule. Nothing is asked of git. */
function treeOf(files: Readonly<Record<string, string>>): GitTree {
  const blobs = new Blobs({ program: '/nowhere', env: {}, directory: TOP }, TOP);
  const entries = Object.entries(files).map(([name, written]) => {
    const text = written.replace(/^->/, '');
    const oid = nameContent(text, 'sha1');
    blobs.add(oid, text);
    return { path: name, mode: written.startsWith('->') ? '120000' : written === '*' ? '160000' : '100644', oid };
  });
  return new GitTree(entries, blobs, { top: TOP, path, name: "git's index" });
}

const at = (name: string): string => path.join(TOP, name);

describe('links of a tree', () => {
  const tree = treeOf({
    'a/x.yaml': 'x',
    'a/up': '->..',
    'b/to-a': '->../a',
    'b/x.yaml': '->to-a/x.yaml',
    'b/dead': '->none',
    'b/self': '->self',
    out: '->../else',
  });

  test('lead on, through directories too', () => {
    expect(tree.real(at('b/x.yaml'))).toBe(at('a/x.yaml'));
    expect(tree.readText(at('b/to-a/up/b/x.yaml'))).toEqual({ text: 'x' });
    expect(tree.list(at('b/to-a')).map(({ name }) => name)).toEqual(['x.yaml', 'up']);
    expect([tree.stat(at('b/to-a')).isDirectory(), tree.lstat(at('b/to-a'))?.isSymbolicLink()]).toEqual([true, true]);
  });

  test('lead nowhere, in circles or out', () => {
    expect(() => tree.stat(at('b/dead'))).toThrow('ENOENT');
    expect(() => tree.stat(at('b/self'))).toThrow('ELOOP');
    expect(tree.real(at('out'))).toBe(path.resolve('/else'));
    expect(tree.readText(at('out'))).toEqual({ reason: 'it is a symbolic link that leads out of the repository' });
  });
});

test('a submodule is neither a file nor a directory, and all in it is unknown', () => {
  const tree = treeOf({ 'lib/chart': '*', 'lib/x.yaml': 'x' });
  const kind = tree.stat(at('lib/chart'));
  expect([kind.isFile(), kind.isDirectory()]).toEqual([false, false]);
  expect(['lib/chart', 'lib/chart/values.yaml', 'lib/x.yaml', 'lib'].map(name => tree.isSubmodule(at(name)))).toEqual([true, true, false, false]);
});

test('contents are named as git names them', () => {
  expect(nameContent('', 'sha1')).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
  expect(nameContent('größe\n', 'sha1')).not.toBe(nameContent('grosse\n', 'sha1'));
});

test('answers of git are read', () => {
  const oid = 'a'.repeat(40);
  expect(readStaged([`100644 ${oid} 0\ta\tb\n.yaml`, `100644 ${oid} 1\tc`, `100644 ${oid} 2\tc`])).toEqual([
    { path: 'a\tb\n.yaml', mode: '100644', oid },
    { path: 'c', mode: '100644', oid, isConflict: true },
  ]);
  expect(readListed([`160000 commit ${oid}\tlib`])).toEqual([{ path: 'lib', mode: '160000', oid }]);
  const changed = readChanged([`:100644 000000 ${oid} ${'0'.repeat(40)} D`, 'gone', `:000000 100644 ${'0'.repeat(40)} ${oid} A`, 'new']);
  expect(changed.map(({ status, before }) => [status, before?.path])).toEqual([
    ['D', 'gone'],
    ['A', undefined],
  ]);
  expect(undoChanges([{ path: 'new', mode: '100644', oid }], changed).map(entry => entry.path)).toEqual(['gone']);
});

test('git hears of the repository of a hook and of nothing else', () => {
  const env = environmentOf(
    { GIT_DIR: '/r/.git', GIT_INDEX_FILE: 'index.lock', GIT_EXTERNAL_DIFF: 'evil', GIT_CONFIG_PARAMETERS: "'core.fsmonitor=evil'", HOME: '/home/a' },
    true,
  );
  expect(Object.keys(env).sort()).toEqual([
    'GIT_ALLOW_PROTOCOL',
    'GIT_DIR',
    'GIT_INDEX_FILE',
    'GIT_NO_LAZY_FETCH',
    'GIT_OPTIONAL_LOCKS',
    'GIT_TERMINAL_PROMPT',
    'HOME',
    'LC_ALL',
  ]);
  expect(environmentOf({ GIT_DIR: '/r/.git' }, false)).not.toHaveProperty('GIT_DIR');
});

test('git is never looked for where the PATH is relative or lies in the input', () => {
  expect(findGit(['.', 'bin', '', '/repository/bin'].join(path.delimiter), ['/repository'], { path })).toBeUndefined();
});
