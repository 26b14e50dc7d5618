import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const bad = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: web
  ports:
  - port: 80
    nodePort: 3000
`;
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
  - name: web
    image: web:1
    ports:
    - containerPort: 80
`;
const good = `${bad.replace('3000', '30080')}---\n${pod}`;
const faulty = 'k8s/web.yaml:11:5: error: nodePort 3000 of Service "web" is outside 30000-32767, so the API server refuses it [node-port-out-of-range]\n';

describe('exit codes', () => {
  test('0 without findings', () => {
    const { code, stdout } = run({ 'k8s/web.yaml': good }, ['k8s']);
    expect(stdout).toContain('No findings');
    expect(code).toBe(0);
  });

  test('1 with an error, 0 where only more would fail', () => {
    const files = { 'k8s/web.yaml': `${bad}---\n${pod}` };
    expect(run(files, ['-f', 'compact', 'k8s'])).toMatchObject({ code: 1, stdout: faulty });
    expect(run(files, ['-f', 'compact', '--rule', 'node-port-out-of-range=warning', 'k8s']).code).toBe(0);
    expect(run(files, ['-f', 'compact', '--rule', 'node-port-out-of-range=warning', '--fail-on', 'warning', 'k8s']).code).toBe(1);
    expect(run(files, ['--fail-on', 'never', 'k8s']).code).toBe(0);
  });

  test('2 when there is nothing to read', () => {
    const { code, stderr, stdout } = run({ 'k8s/notes.txt': '' }, ['k8s']);
    expect(stderr).toMatch(/^svclint: no manifests found under k8s/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('3 when not all was read, also with findings', () => {
    const { code } = run({ 'k8s/web.yaml': bad, 'k8s/binary.yaml': 'a: \u0000\u0001\u0002' }, ['k8s']);
    expect(code).toBe(3);
  });
});

describe('configuration', () => {
  test('is found upward from the input, up to the top of the repository', () => {
    const files = { '.svclint.yaml': 'rules: { node-port-out-of-range: off }\n', 'deploy/k8s/web.yaml': bad };
    expect(run({ ...files, '.git/HEAD': '' }, ['-f', 'compact', 'k8s'], { cwd: 'deploy' })).toMatchObject({ code: 0, stdout: '' });
    expect(run({ ...files, 'deploy/.git/HEAD': '' }, ['-f', 'compact', 'k8s'], { cwd: 'deploy' })).toMatchObject({ code: 1, stdout: faulty });
  });

  test('without a repository is not read from above the working directory', () => {
    const files = { '.svclint.yaml': 'rules: { node-port-out-of-range: off }\n', 'deploy/k8s/web.yaml': bad };
    expect(run(files, ['-f', 'compact', 'k8s'], { cwd: 'deploy' }).code).toBe(1);
    expect(run(files, ['-f', 'compact', 'deploy']).code).toBe(0);
  });

  test('stands in package.json as well', () => {
    const manifest = JSON.stringify({ name: 'shop', svclint: { rules: { 'node-port-out-of-range': 'off' } } });
    expect(run({ 'package.json': manifest, 'k8s/web.yaml': bad }, ['-f', 'compact', 'k8s']).code).toBe(0);
    expect(run({ 'package.json': '{ "devDependencies": { "svclint": "1" } }', 'k8s/web.yaml': bad }, ['k8s']).code).toBe(1);
  });

  test('with a slip lints nothing and says where', () => {
    const { code, stdout } = run({ '.svclint.yaml': 'rules:\n  node-port-out-of-rang: off\n', 'k8s/web.yaml': bad }, ['-f', 'compact', 'k8s']);
    expect(stdout).toBe('.svclint.yaml:2:3: error: Rule "node-port-out-of-rang" is unknown, so nothing is linted [configuration-invalid]\n');
    expect(code).toBe(2);
  });

  test('that does not parse says why', () => {
    const { code, stdout } = run({ '.svclint.yaml': 'rules:\n\toff: 1\n', 'web.yaml': bad }, ['-f', 'compact', '.']);
    expect(stdout).toMatch(/^\.svclint\.yaml:2:1: error: Configuration "\.svclint\.yaml" does not parse: a tab/);
    expect(code).toBe(2);
  });

  test('--config reads that one only; a directory or nothing is told', () => {
    const files = { '.svclint.yaml': 'rulez: {}\n', 'other.yaml': 'rules: { node-port-out-of-range: off }\n', 'k8s/web.yaml': bad, 'dir/a': '' };
    expect(run(files, ['--config', 'other.yaml', 'k8s']).code).toBe(0);
    expect(run(files, ['--config', 'none.yaml', 'k8s'])).toMatchObject({ code: 2, stderr: 'svclint: no such configuration: none.yaml\n' });
    expect(run(files, ['--config', 'dir', 'k8s'])).toMatchObject({ code: 2, stderr: 'svclint: the configuration dir was not read: it is a directory\n' });
  });

  test('ignores files, also named ones, unless --no-ignore', () => {
    const files = { '.svclint.yaml': 'ignore: [old/]\n', 'k8s/web.yaml': good, 'old/web.yaml': bad };
    expect(run(files, ['-f', 'compact', '.'])).toMatchObject({ code: 0, stdout: '' });
    expect(run(files, ['old/web.yaml'])).toMatchObject({ code: 0 });
    expect(run(files, ['old/web.yaml']).stdout).toContain('1 named file is ignored by the configuration, --no-ignore reads it\n');
    expect(run(files, ['--no-ignore', '.']).code).toBe(1);
  });
});

describe('suppressions', () => {
  const suppressed = bad.replace('nodePort: 3000', 'nodePort: 3000 # svclint-disable-line node-port-out-of-range -- old cluster');

  test('hide a finding, which stays in the report', () => {
    const { code, stdout } = run({ 'web.yaml': suppressed }, ['-f', 'json', '.']);
    const report = JSON.parse(stdout) as { findings: { rule: string; suppressed: unknown }[]; summary: { error: number; suppressed: number } };
    expect(report.findings).toMatchObject([{ rule: 'node-port-out-of-range', suppressed: { by: 'comment', reason: 'old cluster' } }]);
    expect(report.summary).toMatchObject({ error: 0, suppressed: 1 });
    expect(code).toBe(0);
  });

  test('--no-suppressions shows it', () => {
    expect(run({ 'web.yaml': suppressed }, ['--no-suppressions', '.']).code).toBe(1);
  });

  test('cannot hide a locked rule', () => {
    const { code, stdout } = run({ '.svclint.yaml': 'locks: [node-port-out-of-range]\n', 'web.yaml': suppressed }, ['-f', 'compact', '.']);
    expect(stdout).toContain('Rule "node-port-out-of-range" is locked by the configuration, so this comment does not hide it');
    expect(code).toBe(1);
  });
});

describe('outputs', () => {
  test('name the scopes that take in a kustomization with a fault', () => {
    const files = {
      'a/web.yaml': good,
      'base/kustomization.yaml': 'resources: [web.yaml, gone.yaml]\n',
      'base/web.yaml': good,
      'dev/kustomization.yaml': 'resources: [../base]\n',
      'prod/kustomization.yaml': 'resources: [../base]\n',
      'lone/kustomization.yaml': 'resources: [gone.yaml]\n',
    };
    const { stdout } = run(files, ['-f', 'json', '.']);
    const rule = 'kustomization-resource-missing';
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [
        { rule, location: { path: 'base/kustomization.yaml' }, scope: 'dev', scopes: ['dev', 'prod'] },
        { rule, location: { path: 'lone/kustomization.yaml' }, scope: '', scopes: [] },
      ],
    });
  });

  test('several formats from one run', () => {
    const { root, stdout } = run({ 'k8s/web.yaml': bad }, ['-f', 'compact', '-o', 'json=report.json', '--output', 'compact=log.txt', 'k8s']);
    expect(stdout).toBe(faulty);
    expect(readFileSync(path.join(root, 'log.txt'), 'utf8')).toBe(faulty);
    expect(JSON.parse(readFileSync(path.join(root, 'report.json'), 'utf8'))).toMatchObject({ version: 1, summary: { error: 1 } });
  });

  test('a file that cannot be written is told', () => {
    const { code, stderr } = run({ 'k8s/web.yaml': good }, ['-o', 'json=none/report.json', 'k8s']);
    expect(stderr).toBe('svclint: none/report.json could not be written (ENOENT)\n');
    expect(code).toBe(3);
  });

  test('inside GitHub Actions annotations are added, unless not wanted', () => {
    const files = { 'k8s/web.yaml': bad };
    const env = { GITHUB_ACTIONS: 'true' };
    expect(run(files, ['k8s'], { env }).stdout).toContain('::error file=k8s/web.yaml,line=11');
    expect(run(files, ['--no-annotations', 'k8s'], { env }).stdout).not.toContain('::error');
    expect(run(files, ['-f', 'compact', 'k8s'], { env }).stdout).toBe(faulty);
  });

  test('colour follows flags and environment', () => {
    const files = { 'k8s/web.yaml': bad };
    const isColored = (args: readonly string[], env: Record<string, string> = {}): boolean => run(files, [...args, 'k8s'], { env }).stdout.includes('\u001B[');
    expect([isColored([]), isColored(['--color']), isColored([], { FORCE_COLOR: '1' }), isColored([], { FORCE_COLOR: '1', NO_COLOR: '1' })]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('stdin has a name', () => {
    expect(run({}, ['-f', 'compact', '--stdin-filename', 'k8s/web.yaml', '-'], { stdin: bad }).stdout).toBe(faulty);
  });
});

test('a configuration that is a directory is told', () => {
  expect(run({ 'web.yaml': good, '.svclint.yaml/a.txt': '' }, ['.'])).toMatchObject({
    code: 2,
    stderr: 'svclint: the configuration .svclint.yaml was not read: it is a directory\n',
  });
});
