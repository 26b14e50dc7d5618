import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { initGitRepository } from '../harness/git-repository.ts';
import { useCli, type CliOptions } from '../harness/run-cli.ts';
import { deployment, service } from '../harness/web-manifests.ts';

const run = useCli();

const BASE = { 'k8s/web.yaml': service('web'), 'k8s/web-pods.yaml': deployment('web') };

describe('a run that cannot start says why', () => {
  const told = (args: readonly string[], options: CliOptions = {}): readonly [string, number | null] => {
    const { stderr, code } = run(BASE, args, options);
    return [stderr, code];
  };

  test.each([
    [['--staged', '-'], "svclint: --staged lints git's index and takes nothing from stdin\n  Leave out - or name paths of the repository\n"],
    [
      ['--staged', '--fix'],
      "svclint: --fix changes files on disk, and --staged lints git's index\n  Use --fix-dry-run with --staged, or run svclint --fix without it, then git add\n",
    ],
    [['--since', 'x', '-'], 'svclint: --since compares files and takes nothing from stdin\n  Leave out - or name paths of the repository\n'],
    [['--staged', '--since', 'x'], 'svclint: --staged and --since exclude each other\n  Name one of them\n'],
  ])('%s', (args, problem) => {
    expect(told(args)).toEqual([problem, 2]);
  });

  test('outside of repositories, in a bare one, and in .git', () => {
    expect(told(['--staged'])).toEqual([expect.stringMatching(/^svclint: --staged reads git, and \S+ is in no git repository\n$/), 2]);
    const bare = (root: string): void => void initGitRepository(path.join(root, 'bare'), '--bare');
    expect(told(['--since', 'HEAD'], { arrange: bare, cwd: 'bare' })).toEqual([expect.stringContaining('is a bare git repository or the inside of .git'), 2]);
    const plain = (root: string): void => void initGitRepository(root);
    expect(told(['--staged'], { arrange: plain, cwd: '.git' })).toEqual([expect.stringContaining('is a bare git repository or the inside of .git'), 2]);
  });

  test('without git, and with none but that of the repository', () => {
    const arrange = (root: string): void => initGitRepository(root).write({ 'bin/git': '#!/bin/sh\ntouch started\n' });
    const { root, stderr, code } = run(BASE, ['--staged'], { arrange, env: { PATH: '/nowhere' } });
    expect([stderr, code]).toEqual(['svclint: --staged reads git, and git is not on the PATH\n  A git that lies in what is linted is never started\n', 2]);
    const own = run(BASE, ['--staged'], {
      arrange,
      cwd: 'k8s',
      shell: 'chmod +x ../bin/git; PATH="$(cd ../bin && pwd):bin:." "$@"; code=$?; [ -e started ] && echo started; exit $code',
    });
    expect([root === '', own.stdout, own.code]).toEqual([false, '', 2]);
  });

  test('for a name that git does not know', () => {
    const arrange = (root: string): void => initGitRepository(root).commit();
    for (const name of ['nope', '^main', '-main', 'main:k8s']) {
      expect(told(['--since', name], { arrange })).toEqual([
        `svclint: --since: git knows no commit "${name}"\n  Fetch it first, or name a commit, branch or tag that git rev-parse finds\n`,
        2,
      ]);
    }
  });

  test('for histories that share nothing, with the way out in a shallow clone', () => {
    const apart = (root: string): void => {
      const { git, commit } = initGitRepository(root);
      commit();
      git('checkout', '-q', '--orphan', 'other');
      commit({ 'a.yaml': '' });
    };
    expect(told(['--since', 'main'], { arrange: apart })).toEqual(['svclint: --since: "main" and "HEAD" have no commit in common\n', 2]);
    const shallow = (root: string): void => {
      const { git, commit } = initGitRepository(path.join(root, 'origin'));
      commit(BASE);
      git('checkout', '-qb', 'topic');
      commit({ 'a.yaml': '' });
      git('checkout', '-q', 'main');
      commit({ 'b.yaml': '' });
      git('clone', '-q', '--depth', '1', '--no-single-branch', '--branch', 'topic', `file://${root}/origin`, '../clone');
    };
    expect(told(['--since', 'origin/main'], { arrange: shallow, cwd: 'clone' })).toEqual([
      'svclint: --since: "origin/main" and "HEAD" have no commit in common in this shallow clone\n  Fetch the whole history: git fetch --unshallow, or fetch-depth: 0 for actions/checkout\n',
      2,
    ]);
  });
});
