import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findConfigurations, seenFrom } from '../../src/node/find-configuration.ts';
import { makeTree } from '../harness/temp-tree.ts';

const text = 'failOn: never\n';

describe('a configuration', () => {
  test('of each input is the nearest one above it, each once', () => {
    const root = makeTree({ '.git/HEAD': '', '.svclint.yaml': text, 'a/b/x.yaml': '', 'team/.svclint.yaml': text, 'team/k8s/y.yaml': '' });
    const { inputs, faults } = findConfigurations(['a', 'a/b/x.yaml', 'team/k8s', 'team/k8s/*.yaml', '-'], undefined, root);
    expect(inputs.map(input => input.path)).toEqual(['.svclint.yaml', 'team/.svclint.yaml']);
    expect(faults).toEqual([]);
  });

  test('is named .svclint.yaml, else .svclint.yml, else it is a key of package.json', () => {
    const manifest = '{ "svclint": {} }';
    const found = (files: Record<string, string>): string[] =>
      findConfigurations(['.'], undefined, makeTree(files)).inputs.map(input => `${input.path} ${input.form}`);
    expect(found({ '.svclint.yaml': text, '.svclint.yml': text, 'package.json': manifest })).toEqual(['.svclint.yaml file']);
    expect(found({ '.svclint.yml': text, 'package.json': manifest })).toEqual(['.svclint.yml file']);
    expect(found({ 'package.json': manifest })).toEqual(['package.json package']);
    expect(found({ 'package.json': '{ "scripts": { "svclint": "x" } }' })).toEqual([]);
    expect(found({ 'package.json': '{ "svclint": ' })).toEqual([]);
  });

  test('larger than 1 MB is refused', () => {
    const root = makeTree({ '.svclint.yaml': '#'.repeat(1024 * 1024 + 1) });
    expect(findConfigurations(['.'], undefined, root).faults).toEqual(['the configuration .svclint.yaml is larger than 1 MB']);
  });
});

describe('a path is seen from the directory of the configuration', () => {
  test.each([
    ['/repo', '/repo/deploy', 'web.yaml', 'deploy/web.yaml'],
    ['/repo/team', '/repo', 'team/web.yaml', 'web.yaml'],
    ['/repo/team', '/repo', 'other/web.yaml', '../other/web.yaml'],
  ])('%s', (directory, cwd, reported, expected) => {
    expect(seenFrom(directory, { cwd, path: path.posix })(reported)).toBe(expected);
  });

  test.each([
    ['C:\\repo', 'C:\\repo\\deploy', 'k8s/web.yaml', 'deploy/k8s/web.yaml'],
    ['c:\\Repo\\team', 'C:\\repo', 'team/web.yaml', 'web.yaml'],
    ['C:\\repo', 'C:\\repo', 'D:/x/web.yaml', 'D:/x/web.yaml'],
  ])('on Windows, %s', (directory, cwd, reported, expected) => {
    expect(seenFrom(directory, { cwd, path: path.win32 })(reported)).toBe(expected);
  });
});
