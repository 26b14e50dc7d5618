import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const SETTINGS = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: b }\n';
const OUT = `${'../'.repeat(20)}etc`;

interface Told {
  readonly code: number | null;
  readonly findings: readonly string[];
}

/** What `svclint .` says of a kustomization, one line a finding; nothing of other files is in it. */
function tell(files: Readonly<Record<string, string>>, arrange: (root: string) => void = () => undefined): Told {
  const prepare = (root: string): void => {
    mkdirSync(path.join(root, '.git'), { recursive: true });
    execFileSync('git', ['init', '--quiet', root]);
    arrange(root);
  };
  const { code, stdout, stderr } = run(files, ['--format', 'compact', '.'], { arrange: prepare });
  expect(stdout + stderr).not.toMatch(/root:|nobody/);
  return { code, findings: stdout.split('\n').filter(line => /^\S+:\d+:\d+: /.test(line)) };
}

const kustomization = (resources: string): Record<string, string> => ({ 'kustomization.yaml': `resources:\n${resources}` });

describe('svclint . tells at the entry', () => {
  test('what lies outside of the repository', () => {
    expect(tell(kustomization(`- ${OUT}/passwd\n`))).toEqual({
      code: 0,
      findings: [
        `kustomization.yaml:2:3: warning: "${OUT}/passwd" lies outside of the repository, so a clone of it does not build [kustomization-build-fails]`,
      ],
    });
    const { findings } = tell({
      'kustomization.yaml': `patches: [path: ${OUT}/passwd]\nconfigMapGenerator: [{name: a, files: [${OUT}/passwd]}]\ncomponents: [${OUT}]\n`,
    });
    expect(findings.map(line => /^(\S+): warning: ".*" (.*),/.exec(line)?.slice(1).join(' '))).toEqual([
      'kustomization.yaml:1:11 lies outside of the kustomization',
      'kustomization.yaml:2:40 lies outside of the kustomization',
      'kustomization.yaml:3:14 lies outside of the repository',
    ]);
  });

  test('links out of the repository', () => {
    const { findings } = tell(kustomization('- a.yaml\n- zero.yaml\n- etc\n'), root => {
      symlinkSync('/etc/passwd', path.join(root, 'a.yaml'));
      symlinkSync('/dev/zero', path.join(root, 'zero.yaml'));
      symlinkSync('/etc', path.join(root, 'etc'));
    });
    const link = 'is a link that leads out of the kustomization, so kubectl and Argo CD refuse to build it [kustomization-build-fails]';
    expect(findings).toEqual([
      `kustomization.yaml:2:3: warning: "a.yaml" ${link}`,
      `kustomization.yaml:3:3: warning: "zero.yaml" ${link}`,
      'kustomization.yaml:4:3: warning: "etc" leads through a link out of the repository, so a clone of it does not build [kustomization-build-fails]',
    ]);
  });

  test('pipes, as files and as kustomizations', () => {
    const { code, findings } = tell(kustomization('- pipe.yaml\n- base\n'), root => {
      mkdirSync(path.join(root, 'base'));
      for (const name of ['pipe.yaml', 'base/kustomization.yaml']) execFileSync('mkfifo', [path.join(root, name)]);
    });
    expect(code).toBe(3);
    expect(findings).toEqual([
      'kustomization.yaml:2:3: error: "pipe.yaml" cannot be read, so the kustomization does not build [kustomization-build-fails]',
      'kustomization.yaml:3:3: error: "base/kustomization.yaml" cannot be read, so the kustomization does not build [kustomization-build-fails]',
    ]);
  });

  test('a base whose kustomization is a directory', () => {
    expect(tell({ ...kustomization('- base\n'), 'base/kustomization.yaml/a.yaml': SETTINGS })).toEqual({
      code: 1,
      findings: [
        'kustomization.yaml:2:3: error: Directory "base" holds no kustomization file, so the kustomization does not build [kustomization-resource-missing]',
      ],
    });
  });

  test('kustomizations that stand too deep in each other', () => {
    const bases = Array.from({ length: 600 }, (_, i): [string, string] => [`d${String(i)}/kustomization.yaml`, `resources: [../d${String(i + 1)}]\n`]);
    const last = { 'd600/kustomization.yaml': 'resources: [a.yaml]\n', 'd600/a.yaml': SETTINGS };
    expect(tell({ ...Object.fromEntries(bases), ...last })).toEqual({
      code: 0,
      findings: [
        'd100/kustomization.yaml:1:13: info: "../d101" is not linted: kustomizations stand more than 100 deep in each other [kustomization-resource-unread]',
      ],
    });
  });

  test('what is fetched, and what is ignored', () => {
    const ignored = { '.gitignore': 'made.yaml\nmade\n', 'a.yaml': SETTINGS };
    const unread = 'so it is not linted [kustomization-resource-unread]';
    expect(tell({ ...kustomization('- https://example.com/base.git\n- made.yaml\n- made\n- a.yaml\n'), ...ignored }).findings).toEqual([
      `kustomization.yaml:2:3: info: "https://example.com/base.git" is not fetched, ${unread}`,
      `kustomization.yaml:3:3: info: "made.yaml" is ignored by git or a submodule, ${unread}`,
      `kustomization.yaml:4:3: info: "made" is ignored by git or a submodule, ${unread}`,
    ]);
  });
});

test('without a repository, the working directory is what is read', () => {
  const { code, stdout } = run(
    { 'over/kustomization.yaml': 'resources: [../base]\n', 'base/kustomization.yaml': 'resources: []\n' },
    ['--format', 'compact', '.'],
    {
      cwd: 'over',
    },
  );
  expect(code).toBe(0);
  expect(stdout).toContain(
    'kustomization.yaml:1:13: info: "../base" lies outside of the working directory, so it is not linted [kustomization-resource-unread]',
  );
});

test('a directory with the name of a kustomization is told', () => {
  const { code, stdout, stderr } = run({ 'kustomization.yaml/a.yaml': SETTINGS }, ['.']);
  expect(code).toBe(0);
  expect(stdout + stderr).toContain('note: kustomize reads no kustomization here: it is a directory (kustomization.yaml)');
});
