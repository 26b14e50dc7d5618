import { describe, expect, test } from 'vitest';
import { initGitRepository, type GitRepository } from '../harness/git-repository.ts';
import { readOutcome, type Outcome } from '../harness/outcome.ts';
import { useCli, type CliOptions } from '../harness/run-cli.ts';
import { deployment, service } from '../harness/web-manifests.ts';

const run = useCli();

/** "old" has been broken for long: nobody who changes something else hears of it. */
const BASE = {
  'k8s/web.yaml': service('web'),
  'k8s/web-pods.yaml': deployment('web'),
  'k8s/old.yaml': service('old', 'web', 9090),
};

/** Commits files, lets the test stage something, and runs `svclint --staged`. */
function staged(
  files: Readonly<Record<string, string>>,
  change: (repository: GitRepository) => void,
  args: readonly string[] = [],
  options: CliOptions = {},
): Outcome {
  const arrange = (root: string): void => {
    const repository = initGitRepository(root);
    repository.commit();
    change(repository);
  };
  return readOutcome(run(files, ['--staged', '--format', 'json', ...args], { ...options, arrange }));
}

const OLDER = '1 finding elsewhere is older than this change';

describe('what a staged change is told', () => {
  test('a Service that it breaks, with the Deployment that it does not touch', () => {
    const { found, told, stdout, code } = staged(BASE, ({ write, git }) => {
      write({ 'k8s/web.yaml': service('web', 'wbe') });
      git('add', '.');
    });
    expect([found, told, code]).toEqual([['service-selects-no-pods web'], [OLDER], 1]);
    expect(stdout).toContain('k8s/web-pods.yaml');
  });

  test('a Service that a change of labels elsewhere breaks', () => {
    const { found, code } = staged(BASE, ({ write, git }) => {
      write({ 'k8s/web-pods.yaml': deployment('web', 'wob') });
      git('add', '.');
    });
    expect([found, code]).toEqual([['service-selects-no-pods old', 'service-selects-no-pods web'], 1]);
  });

  test('a Service whose Deployment it deletes', () => {
    const files = { ...BASE, 'k8s/api.yaml': service('api'), 'k8s/api-pods.yaml': deployment('api') };
    const { found, told, code } = staged(files, ({ git }) => git('rm', 'k8s/api-pods.yaml'));
    expect([found, told, code]).toEqual([['service-selects-no-pods api'], [OLDER, 'the change removes Deployment "api" (k8s/api-pods.yaml)'], 1]);
  });

  test('a question alone about a Service whose Deployment gives way to what may make its pods', () => {
    const release =
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: api}\nspec: {interval: 1m, chartRef: {kind: OCIRepository, name: api}}\n';
    const files = { ...BASE, 'k8s/api.yaml': service('api'), 'k8s/api-pods.yaml': deployment('api') };
    const { found, stdout, code } = staged(files, ({ git, write }) => {
      git('rm', 'k8s/api-pods.yaml');
      write({ 'k8s/api-release.yaml': release });
      git('add', '.');
    });
    expect([found, code]).toEqual([[], 0]);
    expect(JSON.parse(stdout)).toMatchObject({ undecided: [{ question: 'no-pods', count: 1 }] });
  });

  test('a question about a Service that had no pods before either is not raised', () => {
    const { found, code } = staged({ 'k8s/api.yaml': service('api'), 'k8s/web.yaml': deployment('web') }, ({ git }) => git('rm', 'k8s/web.yaml'));
    expect([found, code]).toEqual([[], 0]);
  });

  test('nothing of what a rename moves, nor of what was there before', () => {
    const { found, told, code } = staged(BASE, ({ git }) => {
      git('mv', 'k8s/web-pods.yaml', 'k8s/pods.yaml');
      git('mv', 'k8s/old.yaml', 'k8s/older.yaml');
    });
    expect([found, told, code]).toEqual([[], [OLDER], 0]);
  });

  test('nothing of documents that move between files', () => {
    const { found, told } = staged(BASE, ({ git, write }) => {
      write({ 'k8s/all.yaml': `${service('old', 'web', 9090)}---\n${service('web')}` });
      git('rm', 'k8s/web.yaml', 'k8s/old.yaml');
      git('add', '.');
    });
    expect([found, told]).toEqual([[], [OLDER]]);
  });

  test('nothing of manifests where only a page is edited', () => {
    const { found, told, code } = staged({ ...BASE, 'README.md': 'a' }, ({ git, write }) => {
      write({ 'README.md': 'b' });
      git('add', '.');
    });
    expect([found, told, code]).toEqual([[], [OLDER], 0]);
  });

  test('an old finding of an object that it edits', () => {
    const { found } = staged(BASE, ({ git, write }) => {
      write({ 'k8s/old.yaml': service('old', 'web', 9090).replace('name: old', 'name: old\n  labels: {a: b}') });
      git('add', '.');
    });
    expect(found).toEqual(['target-port-undeclared old']);
  });

  test('what a suppression hid that it removes', () => {
    const hidden = `# svclint-disable-file\n${service('a', 'none')}---\n${service('old', 'web', 9090)}`;
    const { found } = staged({ 'k8s/web-pods.yaml': deployment('web'), 'k8s/a.yaml': hidden }, ({ git, write }) => {
      write({ 'k8s/a.yaml': hidden.slice(hidden.indexOf('\n') + 1) });
      git('add', '.');
    });
    expect(found).toContain('target-port-undeclared old');
  });

  test('the file that was not added, which a kustomization names', () => {
    const { found } = staged({ 'k8s/kustomization.yaml': 'resources:\n  - web.yaml\n', 'k8s/web.yaml': service('web') }, ({ git, write }) => {
      write({ 'k8s/kustomization.yaml': 'resources:\n  - web.yaml\n  - pods.yaml\n', 'k8s/pods.yaml': deployment('web') });
      git('add', 'k8s/kustomization.yaml');
    });
    expect(found.some(each => each.startsWith('kustomization-'))).toBe(true);
  });
});

describe('the working tree', () => {
  test('does not break what is staged', () => {
    const { found, code } = staged(BASE, ({ git, write }) => {
      write({ 'k8s/web-pods.yaml': `${deployment('web')}# a comment\n` });
      git('add', '.');
      write({ 'k8s/web-pods.yaml': deployment('web', 'unstaged'), 'k8s/new.yaml': service('new', 'nothing'), 'k8s/broken.yaml': 'a: [' });
    });
    expect([found, code]).toEqual([['target-port-undeclared old'], 0]);
  });

  test('does not mend what is staged', () => {
    const { found, code } = staged(BASE, ({ git, write }) => {
      write({ 'k8s/web.yaml': service('web', 'wbe') });
      git('add', '.');
      write({ 'k8s/web.yaml': service('web') });
    });
    expect([found, code]).toEqual([['service-selects-no-pods web'], 1]);
  });

  test('is not written, and neither is the folder of git', () => {
    const { stdout } = staged(
      BASE,
      ({ git, write }) => {
        write({ 'k8s/web.yaml': service('web', 'wbe') });
        git('add', '.');
        git('pack-refs', '--all');
        // Makes the index older than the files, so that a refresh would write it.
        write({ 'k8s/web.yaml': service('web', 'wbe') });
      },
      [],
      { shell: 'sums() { find . -type f -exec ls -li --full-time {} + | sort; }; before=$(sums); "$@" > /dev/null; [ "$before" = "$(sums)" ] && echo same' },
    );
    expect(stdout).toBe('same\n');
  });
});

describe('everything is reported', () => {
  test('where nothing is staged, as for pre-commit run --all-files', () => {
    const { found, told } = staged(BASE, () => undefined);
    expect([found, told]).toEqual([['target-port-undeclared old'], ['nothing is staged, so everything is reported']]);
  });

  test('where the configuration is staged: the staged one holds, not that of the disk', () => {
    const { found, told, code } = staged(BASE, ({ git, write }) => {
      write({ '.svclint.yaml': 'rules:\n  target-port-undeclared: error\n' });
      git('add', '.');
      write({ '.svclint.yaml': 'rules:\n  target-port-undeclared: off\n' });
    });
    expect([found, told, code]).toEqual([['target-port-undeclared old'], ['the configuration is part of the change, so everything is reported'], 1]);
  });

  test('where the schemas of the configuration are staged', () => {
    const { told } = staged({ ...BASE, '.svclint.yaml': 'schemas: [crds]\n', 'crds/a.yaml': '' }, ({ git, write }) => {
      write({ 'crds/a.yaml': '# b\n' });
      git('add', '.');
    });
    expect(told).toContain('the schemas of the configuration are part of the change, so everything is reported');
  });

  test('on the first commit', () => {
    const arrange = (root: string): void => void initGitRepository(root).git('add', '.');
    const { found, told } = readOutcome(run(BASE, ['--staged', '--format', 'json'], { arrange }));
    expect([found, told]).toEqual([['target-port-undeclared old'], []]);
  });
});
