import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInput, type InputOptions, type ReadInput } from '../../src/node/read-input.ts';
import { makeTree } from '../harness/temp-tree.ts';

const OBJECT = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';

function namesOf(input: ReadInput): string[] {
  return input.files.map(file => file.path);
}

async function namesIn(root: string, paths: readonly string[] = ['.'], options: InputOptions = {}): Promise<string[]> {
  return namesOf(await readInput(paths, root, options));
}

function trackAll(root: string, ...files: readonly string[]): void {
  const git = (...args: readonly string[]): unknown => execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' });
  git('init', '-q');
  if (files.length > 0) git('add', '-f', ...files);
}

describe('what is read', () => {
  test('a directory gives its manifests in every letter case, sorted, without .git and node_modules', async () => {
    const root = makeTree({
      'k8s/b.yaml': OBJECT,
      'k8s/a.YML': OBJECT,
      'k8s/x/c.json': '{}',
      'k8s/x/Kustomization': '',
      'k8s/readme.md': '',
      'k8s/.git/d.yaml': OBJECT,
      'k8s/node_modules/e.yaml': OBJECT,
      'k8s/.github/f.yaml': OBJECT,
    });
    expect(await namesIn(root, ['k8s'])).toEqual(['k8s/.github/f.yaml', 'k8s/a.YML', 'k8s/b.yaml', 'k8s/x/Kustomization', 'k8s/x/c.json']);
  });

  test('a file that is named twice or in a named directory is read once', async () => {
    const root = makeTree({ 'k8s/a.yaml': OBJECT });
    expect(await namesIn(root, ['k8s/a.yaml', 'k8s', './k8s/../k8s/a.yaml', path.join(root, 'k8s')])).toEqual(['k8s/a.yaml']);
  });

  test('a named file may have any name, a directory may end in .yaml', async () => {
    const root = makeTree({ 'manifest.txt': OBJECT, 'x.yaml/a.yaml': OBJECT });
    expect(await namesIn(root, ['manifest.txt', 'x.yaml'])).toEqual(['manifest.txt', 'x.yaml/a.yaml']);
  });

  test('paths outside the working directory keep their way there', async () => {
    const root = makeTree({ 'k8s/a.yaml': OBJECT, 'here/.keep': '' });
    expect(await namesIn(path.join(root, 'here'), ['../k8s'])).toEqual(['../k8s/a.yaml']);
  });

  test('a pattern takes the manifests that it matches, and respects ignore files', async () => {
    const root = makeTree({
      'a/x.yaml': OBJECT,
      'b/x.yaml': OBJECT,
      'b/out/x.yaml': OBJECT,
      'b/x.md': '',
      '.gitignore': 'out/\n',
      'a/node_modules/x.yaml': OBJECT,
    });
    expect(await namesIn(root, ['**/x.*'])).toEqual(['a/x.yaml', 'b/x.yaml']);
    expect(await namesIn(root, ['{a,b}/*.yaml'])).toEqual(['a/x.yaml', 'b/x.yaml']);
    expect(await namesIn(root, ['b/**'], { ignore: false })).toEqual(['b/out/x.yaml', 'b/x.yaml']);
  });

  test('a file whose name looks like a pattern is that file', async () => {
    const root = makeTree({ 'a[1].yaml': OBJECT, 'a1.yaml': OBJECT });
    expect(await namesIn(root, ['a[1].yaml'])).toEqual(['a[1].yaml']);
  });

  test('- is the input that is piped in, under the name that it is given', async () => {
    const stdin = (): Buffer => Buffer.from(OBJECT);
    expect((await readInput(['-'], makeTree(), { stdin })).files).toEqual([{ path: '<stdin>', text: OBJECT }]);
    expect(await namesIn(makeTree(), ['-'], { stdin, stdinName: 'k8s/web.yaml' })).toEqual(['k8s/web.yaml']);
  });

  test('the configuration leaves files of directories out, and not those that are named', async () => {
    const root = makeTree({ 'k8s/a.yaml': OBJECT, 'k8s/b.yaml': OBJECT });
    const isLeftOut = (file: string): boolean => file === 'k8s/b.yaml';
    expect(await namesIn(root, ['k8s'], { isLeftOut })).toEqual(['k8s/a.yaml']);
    expect(await namesIn(root, ['k8s/b.yaml'], { isLeftOut })).toEqual(['k8s/b.yaml']);
  });
});

describe('ignore files', () => {
  test('hide files and directories; a nested one overrides the one above', async () => {
    const root = makeTree({
      '.gitignore': '*.tmp.yaml\nbuild/\n/top.yaml\n',
      'a.tmp.yaml': OBJECT,
      'top.yaml': OBJECT,
      'build/a.yaml': OBJECT,
      'k8s/.svclintignore': '!keep.tmp.yaml\nold*\n',
      'k8s/keep.tmp.yaml': OBJECT,
      'k8s/lost.tmp.yaml': OBJECT,
      'k8s/old.yaml': OBJECT,
      'k8s/top.yaml': OBJECT,
    });
    expect(await namesIn(root)).toEqual(['k8s/keep.tmp.yaml', 'k8s/top.yaml']);
    expect(await namesIn(root, ['.'], { ignore: false })).toHaveLength(7);
  });

  test('above the input hold up to the top of the repository and not beyond', async () => {
    const root = makeTree({ '.gitignore': '*.yaml\n', 'repo/.gitignore': 'a.yaml\n', 'repo/k8s/a.yaml': OBJECT, 'repo/k8s/b.yaml': OBJECT });
    trackAll(path.join(root, 'repo'));
    expect(await namesIn(root, ['repo/k8s'])).toEqual(['repo/k8s/b.yaml']);
  });

  test('do not hide what is named: a file, or a directory with what is in it', async () => {
    const root = makeTree({ '.gitignore': 'build/\n', 'build/x/a.yaml': OBJECT, '.git/HEAD': '' });
    expect(await namesIn(root, ['build'])).toEqual(['build/x/a.yaml']);
    expect(await namesIn(root, ['build/x'])).toEqual(['build/x/a.yaml']);
    expect(await namesIn(root, ['build/x/a.yaml'])).toEqual(['build/x/a.yaml']);
  });

  test('do not hide what git tracks', async () => {
    const root = makeTree({
      '.gitignore': 'build/\nsecret.yaml\n',
      'build/a.yaml': OBJECT,
      'build/b.yaml': OBJECT,
      'secret.yaml': OBJECT,
      'k8s/secret.yaml': OBJECT,
    });
    trackAll(root, 'build/a.yaml', 'secret.yaml');
    expect(await namesIn(root)).toEqual(['build/a.yaml', 'secret.yaml']);
    expect(await namesIn(root, ['**/*.yaml'])).toEqual(['build/a.yaml', 'secret.yaml']);
  });

  test('a git that lies in the input is never started', async () => {
    const root = makeTree({ '.gitignore': 'a.yaml\n', 'a.yaml': OBJECT, 'b.yaml': OBJECT, '.git/HEAD': '' });
    writeFileSync(path.join(root, 'git'), `#!/bin/sh\ntouch ${root}/started.yaml\n`, { mode: 0o755 });
    const before = process.env['PATH'];
    process.env['PATH'] = `${root}${path.delimiter}.`;
    const input = await readInput(['.'], root).finally(() => (process.env['PATH'] = before));
    expect(namesOf(input)).toEqual(['b.yaml']);
    expect(input.notices.map(notice => notice.text)).toEqual(['git did not say which files it tracks, so ignore files may have hidden some of them']);
    expect(await namesIn(root, ['.'], { ignore: false })).toEqual(['a.yaml', 'b.yaml']);
  });
});

describe('symbolic links', () => {
  test('are followed inside the input; a loop ends', async () => {
    const root = makeTree({ 'k8s/base/a.yaml': OBJECT, 'k8s/prod/b.yaml': OBJECT });
    symlinkSync('../base/a.yaml', path.join(root, 'k8s/prod/a.yaml'));
    symlinkSync('../base', path.join(root, 'k8s/prod/base'));
    symlinkSync('..', path.join(root, 'k8s/base/up'));
    symlinkSync('.', path.join(root, 'k8s/self'));
    const { files, notices, incomplete } = await readInput(['k8s'], root);
    expect(files.map(file => file.path)).toEqual(['k8s/base/a.yaml', 'k8s/prod/a.yaml', 'k8s/prod/b.yaml', 'k8s/prod/base/a.yaml']);
    expect([notices, incomplete]).toEqual([[], []]);
  });

  test('directories that link to each other end', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const root = makeTree(Object.fromEntries(names.map(name => [`${name}/x.yaml`, OBJECT])));
    for (const from of names) for (const to of names) symlinkSync(path.join(root, to), path.join(root, from, `to-${to}`));
    expect((await namesIn(root)).length).toBeLessThan(300);
  });

  test('a link out of the input is said and not followed, unless it is named', async () => {
    const root = makeTree({ 'k8s/a.yaml': OBJECT, 'other/b.yaml': OBJECT });
    symlinkSync('../other', path.join(root, 'k8s/other'));
    symlinkSync('../other/b.yaml', path.join(root, 'k8s/b.yaml'));
    const input = await readInput(['k8s'], root);
    expect(namesOf(input)).toEqual(['k8s/a.yaml']);
    expect(input.notices.map(notice => notice.text)).toEqual([
      'the link k8s/b.yaml leads out of k8s and is not followed: name it to read it',
      'the link k8s/other leads out of k8s and is not followed: name it to read it',
    ]);
    expect(await namesIn(root, ['k8s/b.yaml', 'k8s/other'])).toEqual(['k8s/b.yaml', 'k8s/other/b.yaml']);
  });

  test('a link to nothing is told', async () => {
    const root = makeTree({ 'k8s/a.yaml': OBJECT });
    symlinkSync('nowhere', path.join(root, 'k8s/b.yaml'));
    const told = { path: 'k8s/b.yaml', reason: 'it is a symbolic link that leads nowhere' };
    expect((await readInput(['k8s'], root)).incomplete).toEqual([told]);
    expect((await readInput(['k8s/b.yaml', 'k8s'], root)).incomplete).toContainEqual(told);
  });
});

describe('nothing to lint', () => {
  test('a path that does not exist names what is near', async () => {
    const root = makeTree({ 'k8s/deploy.yaml': OBJECT });
    const faultsOf = async (written: string): Promise<readonly string[]> => (await readInput([written], root)).faults;
    expect(await faultsOf('k8s/depoly.yaml')).toEqual(['no such file or directory: k8s/depoly.yaml (did you mean k8s/deploy.yaml?)']);
    expect(await faultsOf('k8/deploy.yaml')).toEqual(['no such file or directory: k8/deploy.yaml (did you mean k8s?)']);
    expect(await faultsOf('elsewhere')).toEqual(['no such file or directory: elsewhere']);
  });

  test('a directory without manifests says what was looked at', async () => {
    const root = makeTree({ 'docs/a/readme.md': '', 'hidden/a.yaml': OBJECT, 'hidden/.gitignore': '*\n', 'k8s/a.yaml': OBJECT });
    const none = 'no manifests found under docs: no .yaml, .yml or .json file in 2 directories';
    expect((await readInput(['docs'], root)).faults).toEqual([none]);
    expect((await readInput(['hidden'], root)).faults).toEqual([
      'no manifests found under hidden: no .yaml, .yml or .json file in 1 directory; ignore files hid 1 entry, --no-ignore shows them',
    ]);
    const both = await readInput(['docs', 'k8s'], root);
    expect([both.faults, both.notices.map(notice => notice.text)]).toEqual([[], [none]]);
  });

  test('a pattern without matches is told', async () => {
    expect((await readInput(['k8s/*.yaml'], makeTree())).faults).toEqual(['no manifests found: the pattern k8s/*.yaml matches no .yaml, .yml or .json file']);
  });

  test('an empty file is read', async () => {
    expect(await readInput(['a.yaml'], makeTree({ 'a.yaml': '' }))).toMatchObject({
      files: [{ path: 'a.yaml', text: '' }],
      incomplete: [],
      notices: [],
      faults: [],
    });
  });
});

test('what may not be entered is told and hides nothing else', async () => {
  const root = makeTree({ 'a.yaml': OBJECT, 'closed/b.yaml': OBJECT });
  chmodSync(root, 0o755);
  chmodSync(path.join(root, 'closed'), 0);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  const input = await readInput(['.', 'closed/b.yaml'], root).finally(() => {
    if (isRoot) process.seteuid?.(0);
  });
  chmodSync(path.join(root, 'closed'), 0o755);
  expect(namesOf(input)).toEqual(['a.yaml']);
  expect(input.incomplete).toEqual([
    { path: 'closed', reason: 'it may not be read: permission denied' },
    { path: 'closed/b.yaml', reason: 'it may not be read: permission denied' },
  ]);
});
