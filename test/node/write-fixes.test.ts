import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FixedFiles } from '../../src/node/write-fixes.ts';
import { makeTree } from '../harness/temp-tree.ts';

const change = (name: string, before = 'a: 1\n', after = 'a: 2\n') => ({ path: name, before, after });
const read = (root: string, name: string): string => readFileSync(path.join(root, name), 'utf8');

describe('writing', () => {
  test('a file that has changed since it was read is left alone', () => {
    const root = makeTree({ 'a.yaml': 'a: 3\n', 'b.yaml': 'a: 1\n' });
    const unwritten = new FixedFiles(['.'], root).write([change('a.yaml'), change('b.yaml')]);
    expect(unwritten).toEqual([{ path: 'a.yaml', reason: 'it has changed since it was read', undone: 'fixed' }]);
    expect([read(root, 'a.yaml'), read(root, 'b.yaml')]).toEqual(['a: 3\n', 'a: 2\n']);
  });

  test('a file that is gone is not made again', () => {
    const root = makeTree({ 'a.yaml': 'a: 1\n' });
    const files = new FixedFiles(['.'], root);
    unlinkSync(path.join(root, 'a.yaml'));
    expect(files.write([change('a.yaml')])).toEqual([{ path: 'a.yaml', reason: 'it is gone', undone: 'fixed' }]);
    expect(readdirSync(root)).toEqual([]);
  });

  test('two names of one file are written once, and not at all where they differ', () => {
    const root = makeTree({ 'k8s/a.yaml': 'a: 1\n' });
    symlinkSync('a.yaml', path.join(root, 'k8s/b.yaml'));
    const files = new FixedFiles(['k8s'], root);
    expect(files.write([change('k8s/a.yaml'), change('k8s/b.yaml', 'a: 1\n', 'a: 3\n')]).map(({ path: name }) => name)).toEqual(['k8s/a.yaml', 'k8s/b.yaml']);
    expect(read(root, 'k8s/a.yaml')).toBe('a: 1\n');
    expect(files.write([change('k8s/b.yaml'), change('k8s/a.yaml')])).toEqual([]);
    expect(read(root, 'k8s/a.yaml')).toBe('a: 2\n');
    expect(lstatSync(path.join(root, 'k8s/b.yaml')).isSymbolicLink()).toBe(true);
    expect(files.withoutTwins([change('k8s/b.yaml'), change('k8s/a.yaml')]).map(({ path: name }) => name)).toEqual(['k8s/a.yaml']);
  });

  test('bytes beyond ASCII, a byte order mark and the mode are kept', () => {
    const root = makeTree({ 'a.yaml': '\uFEFFa: größe\r\n' });
    chmodSync(path.join(root, 'a.yaml'), 0o751);
    expect(new FixedFiles(['a.yaml'], root).write([change('a.yaml', '\uFEFFa: größe\r\n', '\uFEFFa: 🙂\r\n')])).toEqual([]);
    expect(read(root, 'a.yaml')).toBe('\uFEFFa: 🙂\r\n');
    expect(statSync(path.join(root, 'a.yaml')).mode & 0o777).toBe(0o751);
  });
});

describe('what may be written', () => {
  const closed = (inputs: readonly string[], name: string): string | undefined => {
    const root = makeTree({ 'k8s/a.yaml': '', 'k8s/deep/b.yaml': '', 'other/c.yaml': '' });
    symlinkSync('../other/c.yaml', path.join(root, 'k8s/out.yaml'));
    symlinkSync('../other', path.join(root, 'k8s/folder'));
    symlinkSync('deep/b.yaml', path.join(root, 'k8s/in.yaml'));
    return new FixedFiles(inputs, root).explainClosed(name);
  };
  const OUT = 'it is a link that leads out of the input';

  test.each([
    [['k8s'], 'k8s/a.yaml', undefined],
    [['k8s'], 'k8s/in.yaml', undefined],
    [['k8s'], 'k8s/out.yaml', OUT],
    [['k8s'], 'k8s/folder/c.yaml', OUT],
    [['k8s', 'other'], 'k8s/out.yaml', undefined],
    [['k8s/out.yaml'], 'k8s/out.yaml', OUT],
    [['k8s/out.yaml', 'other/c.yaml'], 'k8s/out.yaml', undefined],
    [['k8s/a.yaml'], 'k8s/a.yaml', undefined],
    [['k8s/a.yaml'], 'k8s/deep/b.yaml', OUT],
    [['k8s/**/*.yaml'], 'k8s/deep/b.yaml', undefined],
    [['k8s/**/*.yaml'], 'k8s/out.yaml', OUT],
    [['*/c.yaml'], 'other/c.yaml', undefined],
    [['-'], '<stdin>', 'it is gone'],
  ])('%j: %s', (inputs, name, reason) => {
    expect(closed(inputs, name)).toBe(reason);
  });

  test('not what is read-only', () => {
    const root = makeTree({ 'a.yaml': '' });
    chmodSync(path.join(root, 'a.yaml'), 0o444);
    expect(new FixedFiles(['.'], root).explainClosed('a.yaml')).toBe('it is read-only');
  });
});
