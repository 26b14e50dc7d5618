import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { initGitRepository, openGitRepository, type GitRepository } from '../harness/git-repository.ts';
import { readOutcome, type Outcome } from '../harness/outcome.ts';
import { useCli } from '../harness/run-cli.ts';
import { deployment, service } from '../harness/web-manifests.ts';

const run = useCli();

/** "old" has been broken for long: nobody who changes something else hears of it. */
const BASE = {
  'k8s/web.yaml': service('web'),
  'k8s/web-pods.yaml': deployment('web'),
  'k8s/old.yaml': service('old', 'web', 9090),
};

const OLDER = '1 finding elsewhere is older than this change';

describe('ranges of commits', () => {
  const range = (env: (repository: GitRepository) => Readonly<Record<string, string>>, args: readonly string[]): Outcome => {
    const given: Record<string, string> = {};
    const arrange = (root: string): void => {
      const repository = initGitRepository(root);
      repository.commit();
      repository.commit({ 'k8s/web.yaml': service('web', 'wbe') });
      repository.write({ 'k8s/web.yaml': service('web') });
      Object.assign(given, env(repository));
    };
    return readOutcome(run(BASE, ['--format', 'json', ...args], { arrange, env: given }));
  };

  test('that pre-commit names are read from their commits', () => {
    const refs = ({ git }: GitRepository): Record<string, string> => ({
      PRE_COMMIT_FROM_REF: git('rev-parse', 'HEAD~1').trim(),
      PRE_COMMIT_TO_REF: git('rev-parse', 'HEAD').trim(),
    });
    expect(range(refs, ['--staged'])).toMatchObject({ found: ['service-selects-no-pods web'], told: [OLDER], code: 1 });
  });

  test('since a commit are read from the working tree', () => {
    expect(range(() => ({}), ['--since', 'HEAD'])).toMatchObject({ found: [], told: [OLDER], code: 0 });
    expect(range(({ write }) => (write({ 'k8s/new.yaml': service('new', 'wbe') }), {}), ['--since', 'HEAD~1'])).toMatchObject({
      found: ['service-selects-no-pods new'],
      told: [OLDER],
    });
  });

  test('since a branch count from where it parted', () => {
    const { found, told } = range(
      ({ git, commit }) => {
        git('checkout', '--quiet', '-b', 'topic', 'HEAD~1', '--force');
        commit({ 'k8s/other.yaml': service('other', 'wab') });
        return {};
      },
      ['--since', 'main'],
    );
    expect([found, told]).toEqual([['service-selects-no-pods other'], [OLDER]]);
  });
});

test('a hook of git runs it, also for commit -a, from a folder below and from a linked working tree', () => {
  const arrange = (root: string): void => {
    const { commit, git } = initGitRepository(path.join(root, 'main'));
    commit(BASE);
    git('worktree', 'add', '--quiet', '../linked');
    for (const name of ['main', 'linked']) openGitRepository(path.join(root, name)).write({ 'k8s/web.yaml': service('web', 'wbe') });
  };
  const hook = `printf '#!/bin/sh\\n%sexec "%s" "%s" --staged --format compact "$@"\\n'`;
  const commit = 'git -C main commit -qam x; echo "code $?"; git -C linked commit -qam x; echo "code $?"';
  const shell = `${hook} '' "$1" "$2" > main/.git/hooks/pre-commit; chmod +x main/.git/hooks/pre-commit; ${commit}; ${hook} 'cd k8s; ' "$1" "$2" > main/.git/hooks/pre-commit; ${commit}`;
  const { stdout, stderr } = run({}, [], { arrange, shell });
  const lines = `${stdout}${stderr}`.split('\n');
  expect(lines.filter(line => line === 'code 1')).toHaveLength(4);
  expect(lines.filter(line => line.startsWith('k8s/web.yaml:') && line.includes('service-selects-no-pods'))).toHaveLength(2);
  expect(lines.filter(line => line.startsWith('web.yaml:') && line.includes('service-selects-no-pods'))).toHaveLength(2);
});
