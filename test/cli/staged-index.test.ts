import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { initGitRepository, type GitRepository } from '../harness/git-repository.ts';
import { useCli, type CliOptions, type CliRun } from '../harness/run-cli.ts';
import { deployment, service } from '../harness/web-manifests.ts';

const run = useCli();

const BASE = { 'k8s/web.yaml': service('web'), 'k8s/web-pods.yaml': deployment('web') };

/** Runs `svclint --staged` in compact form on what a test has made of a repository with the files. */
function staged(
  files: Readonly<Record<string, string>>,
  change: (repository: GitRepository) => void,
  args: readonly string[] = [],
  options: CliOptions = {},
): CliRun {
  const arrange = (root: string): void => {
    const repository = initGitRepository(root);
    repository.commit();
    change(repository);
  };
  return run(files, ['--staged', '--format', 'stylish', ...args], { ...options, arrange });
}

const BROKEN = 'Service "web" selects app "wbe"';

describe('in the index', () => {
  test('a file with a merge conflict is named and not read, and nothing is said to be absent', () => {
    const { stdout, code } = staged(
      BASE,
      ({ git, commit, write }) => {
        git('checkout', '-qb', 'other');
        commit({ 'k8s/web-pods.yaml': deployment('web', 'a') });
        git('checkout', '-q', 'main');
        commit({ 'k8s/web-pods.yaml': deployment('web', 'b') });
        expect(() => git('merge', 'other')).toThrow();
        write({ 'k8s/web.yaml': service('web', 'wbe') });
        git('add', 'k8s/web.yaml');
      },
      ['--complete'],
    );
    expect(stdout).toContain('k8s/web-pods.yaml was not linted: it has a merge conflict that is not resolved');
    expect(stdout).not.toContain('service-selects-no-pods');
    expect(code).toBe(3);
  });

  test('what is only announced with --intent-to-add is not there', () => {
    const { stdout, code } = staged({ ...BASE, 'k8s/kustomization.yaml': 'resources: [web.yaml, web-pods.yaml]\n' }, ({ git, write }) => {
      write({ 'k8s/kustomization.yaml': 'resources: [web.yaml, web-pods.yaml, new.yaml, empty.yaml]\n', 'k8s/new.yaml': service('new'), 'k8s/empty.yaml': '' });
      git('add', '--intent-to-add', 'k8s/new.yaml');
      git('add', 'k8s/kustomization.yaml', 'k8s/empty.yaml');
    });
    expect(stdout).toContain('"new.yaml"');
    expect(stdout).not.toContain('"empty.yaml"');
    expect(code).toBe(1);
  });

  test('announced files alone are no change', () => {
    const { stdout } = staged(BASE, ({ git, write }) => {
      write({ 'k8s/new.yaml': service('new', 'wbe') });
      git('add', '--intent-to-add', 'k8s/new.yaml');
    });
    expect(stdout).toContain('nothing is staged, so everything is reported');
    expect(stdout).not.toContain('"new"');
  });

  test('a submodule is told, and what it may hold is not absent', () => {
    const { stdout, code } = staged(
      { 'k8s/web.yaml': service('web') },
      ({ root, git }) => {
        const other = initGitRepository(path.join(root, '..', `${path.basename(root)}-other`));
        other.commit({ 'pods.yaml': deployment('web') });
        git('-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', other.root, 'k8s/pods');
      },
      ['--complete'],
    );
    expect(stdout).toContain("the submodule k8s/pods is not linted: git's index holds none of its files");
    expect(stdout).not.toContain('service-selects-no-pods');
    expect(code).toBe(0);
  });

  test('a link inside is followed as it is staged, one that leaves the repository is told', () => {
    const { stdout } = staged(
      { 'base/web.yaml': service('web', 'wbe'), 'base/other.yaml': '', 'k8s/pods.yaml': deployment('web') },
      ({ root, git }) => {
        symlinkSync('../base/web.yaml', path.join(root, 'k8s/web.yaml'));
        symlinkSync('/etc/hosts.yaml', path.join(root, 'k8s/hosts.yaml'));
        symlinkSync('../../elsewhere.yaml', path.join(root, 'k8s/elsewhere.yaml'));
        git('add', '.');
        git('rm', '-q', '--cached', 'base/other.yaml');
      },
      ['.'],
    );
    expect(stdout).toContain(BROKEN);
    expect(stdout).toContain('the link k8s/hosts.yaml leads out of . and is not followed');
    expect(stdout).toContain('the link k8s/elsewhere.yaml leads out of . and is not followed');
  });

  test('a file that Git LFS keeps is read from its store; without it the run is incomplete', () => {
    const text = service('web', 'wbe');
    const oid = createHash('sha256').update(text).digest('hex');
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${String(text.length)}\n`;
    const stage =
      (content: string) =>
      ({ git, write }: GitRepository): void => {
        write({ 'k8s/web.yaml': pointer, ...(content === '' ? {} : { [`.git/lfs/objects/${oid.slice(0, 2)}/${oid.slice(2, 4)}/${oid}`]: content }) });
        git('add', '.');
      };
    expect(staged(BASE, stage(text)).stdout).toContain(BROKEN);
    const absent = staged(BASE, stage(''));
    expect(absent.stdout).toContain('k8s/web.yaml was not linted: Git LFS holds its content, which is not here: run git lfs fetch');
    expect(absent.code).toBe(3);
    expect(staged(BASE, stage('something else')).stdout).toContain('k8s/web.yaml was not linted: its content in the store of Git LFS is damaged');
  });

  test('names hold blanks, quotes, line breaks and letters of all kinds', () => {
    const names = ['k8s/a b.yaml', `k8s/"q' \\.yaml`, 'k8s/line\nbreak.yaml', 'k8s/größe 漢字.yaml', 'k8s/-x.yaml'];
    const files = Object.fromEntries(names.map((name, index) => [name, service(`web-${String(index)}`, 'wbe')]));
    const { stdout } = staged(
      { 'k8s/pods.yaml': deployment('web') },
      ({ git, write }) => {
        write(files);
        git('add', '.');
      },
      ['--format', 'json', '--complete'],
    );
    const { findings } = JSON.parse(stdout) as { findings: readonly { readonly location: { readonly path: string } }[] };
    expect(findings.map(({ location }) => location.path).sort()).toEqual(names.sort());
  });

  test('line ends that git writes for Windows are no change', () => {
    const { stdout } = run(BASE, ['--since', 'HEAD'], {
      arrange: root => {
        const { commit, write } = initGitRepository(root);
        commit({ 'k8s/web.yaml': service('web', 'wbe') });
        write({ 'k8s/web.yaml': service('web', 'wbe').replaceAll('\n', '\r\n') });
      },
    });
    expect(stdout).toContain('1 finding elsewhere is older than this change');
  });

  test('contents that a partial clone lacks are not fetched', () => {
    const arrange = (root: string): void => {
      const { commit, git } = initGitRepository(path.join(root, 'origin'));
      git('config', 'uploadpack.allowFilter', 'true');
      commit({ ...BASE, 'k8s/api.yaml': service('api') });
      commit({ 'k8s/web.yaml': service('web', 'wbe'), 'k8s/api.yaml': service('api', 'aip') });
      git('clone', '-q', '--filter=blob:none', `file://${root}/origin`, '../clone');
    };
    const { stdout, code } = run({}, ['--since', 'HEAD~1', '--verbose'], { arrange, cwd: 'clone' });
    expect(stdout).toContain('what was in k8s/web.yaml before the change is not known, so all of it is reported: git does not have its content here');
    expect(stdout).toContain('what was in k8s/api.yaml before the change is not known');
    expect([stdout.includes(BROKEN), code]).toEqual([true, 1]);
  });

  test('contents are found in a repository with SHA-256', () => {
    const arrange = (root: string): void => {
      const { commit, git, write } = initGitRepository(root, '--object-format=sha256');
      commit();
      write({ 'k8s/web.yaml': service('web', 'wbe'), 'k8s/new.yaml': service('new', 'wbe') });
      git('add', 'k8s/web.yaml');
      git('add', '-N', 'k8s/new.yaml');
    };
    const { stdout } = run(BASE, ['--staged'], { arrange });
    expect(stdout).toContain(BROKEN);
    expect(stdout).not.toContain('Service "new"');
  });
});

describe('what is named', () => {
  const breakWeb = ({ git, write }: GitRepository): void => {
    write({ 'k8s/web.yaml': service('web', 'wbe') });
    git('add', '.');
  };

  test('is a folder, a file, a pattern, or where the run has started', () => {
    expect(staged(BASE, breakWeb, ['k8s']).stdout).toContain(BROKEN);
    expect(staged(BASE, breakWeb, ['k8s/*.yaml']).stdout).toContain(BROKEN);
    expect(staged(BASE, breakWeb, ['k8s/web.yaml', 'k8s/web-pods.yaml']).stdout).toContain(BROKEN);
    expect(staged(BASE, breakWeb, [], { cwd: 'k8s' }).stdout).toContain('web.yaml:7:5');
    expect(staged({ ...BASE, 'docs/a.yaml': '' }, breakWeb, ['docs']).stdout).toContain('No findings');
  });

  test('is gone with the change, or holds no manifest: nothing is wrong with that', () => {
    const removed = staged({ ...BASE, 'a.yaml': '' }, ({ git }) => git('rm', '-rq', 'k8s'), ['k8s']);
    expect([removed.stdout, removed.code]).toEqual([expect.stringContaining('note: nothing is left of k8s'), 0]);
    const bare = staged({ 'README.md': '' }, ({ git, write }) => {
      write({ 'README.md': 'a' });
      git('add', '.');
    });
    expect([bare.stdout, bare.code]).toEqual([expect.stringContaining('note: no manifests found under .'), 0]);
  });

  test('is not in the index or outside', () => {
    const told = (args: readonly string[]): string => staged(BASE, ({ write }) => write({ 'new.yaml': service('new') }), args).stderr;
    expect(told(['new.yaml'])).toBe("svclint: no such file or directory in git's index: new.yaml\n");
    expect(told(['..'])).toMatch(/^svclint: --staged reads git, and \.\. lies outside of the repository \S+\n$/);
    expect(told(['--config', 'mine.yaml'])).toBe("svclint: no such configuration in git's index: mine.yaml\n");
  });
});
