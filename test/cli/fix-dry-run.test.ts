import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

/** A Service whose node port is out of range (an unsafe fix) and whose policy has no effect (a safe one). */
const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  externalTrafficPolicy: Local # for the source address
  selector:
    app: web
  ports:
  - port: 80
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
const whole = `${service}---\n${pod}`;
const fixed = whole.replace('  externalTrafficPolicy: Local # for the source address', '  # for the source address');
const unsafe = whole.replace('externalTrafficPolicy: Local # for the source address', 'type: NodePort').replace('port: 80\n', 'port: 80\n    nodePort: 3000\n');
const read = (root: string, name: string): string => readFileSync(path.join(root, name), 'utf8');

/** Applies a diff with the real git and gives the text of a file. */
function applyDiff(files: Readonly<Record<string, string>>, name: string, args: readonly string[] = []): { readonly text: string; readonly stderr: string } {
  const { root, stdout, stderr } = run(files, ['--fix-dry-run', ...args, '.']);
  for (const [file, text] of Object.entries(files)) expect(read(root, file)).toBe(text);
  execFileSync('git', ['init', '-q'], { cwd: root });
  writeFileSync(path.join(root, 'fix.diff'), stdout);
  execFileSync('git', ['apply', '--whitespace=nowarn', 'fix.diff'], { cwd: root, stdio: 'pipe' });
  return { text: read(root, name), stderr };
}

describe('--fix-dry-run', () => {
  test('prints a diff, writes nothing, and exits as the plain run', () => {
    const { root, stdout, stderr, code } = run({ 'k8s/web.yaml': whole }, ['--fix-dry-run', '--fail-on', 'warning', 'k8s']);
    expect(read(root, 'k8s/web.yaml')).toBe(whole);
    expect(stdout).toBe(`diff --git a/k8s/web.yaml b/k8s/web.yaml
--- a/k8s/web.yaml
+++ b/k8s/web.yaml
@@ -3,7 +3,7 @@
 metadata:
   name: web
 spec:
-  externalTrafficPolicy: Local # for the source address
+  # for the source address
   selector:
     app: web
   ports:
`);
    expect(stderr).toBe('svclint: would fix 1 finding in 1 file\n');
    expect(code).toBe(run({ 'k8s/web.yaml': whole }, ['--fail-on', 'warning', 'k8s']).code);
  });

  test.each([
    ['a plain name', 'web.yaml', whole, fixed],
    ['a name with blanks', 'my web.yaml', whole, fixed],
    ['a name with quotes and a tab', 'a"b\tc.yaml', whole, fixed],
    ['a name beyond ASCII', 'größe.yaml', whole, fixed],
    ['CRLF', 'web.yaml', whole.replaceAll('\n', '\r\n'), fixed.replaceAll('\n', '\r\n')],
    ['no line end at the end', 'web.yaml', whole.trimEnd(), fixed.trimEnd()],
    [
      'a change of the last line',
      'web.yaml',
      `${pod}---\n${service.replace(/ {2}externalTrafficPolicy.*\n/, '')}  externalTrafficPolicy: Local`,
      `${pod}---\n${service.replace(/ {2}externalTrafficPolicy.*\n/, '').trimEnd()}`,
    ],
  ])('git apply takes it: %s', (_, name, before, after) => {
    expect(applyDiff({ [name]: before }, name).text).toBe(after);
  });

  test('is relative to the top of the repository', () => {
    const { stdout } = run({ 'team/k8s/web.yaml': whole, '.git/HEAD': 'ref: refs/heads/main\n' }, ['--fix-dry-run', 'k8s'], { cwd: 'team' });
    expect(stdout).toContain('--- a/team/k8s/web.yaml\n');
  });

  test('takes stdin', () => {
    const { stdout } = run({}, ['--fix-dry-run', '--stdin-filename', 'web.yaml', '-'], { stdin: whole });
    expect(stdout).toContain('+++ b/web.yaml\n');
  });

  test('with --fix-unsafe shows the guesses, too', () => {
    expect(run({ 'web.yaml': unsafe }, ['--fix-dry-run', '.']).stdout).toBe('');
    expect(run({ 'web.yaml': unsafe }, ['--fix-dry-run', '--fix-unsafe', '.']).stdout).toContain('-    nodePort: 3000\n');
  });

  test('hides the values of Secrets and says what that means', () => {
    const secret = 'kind: Secret\nstringData: {password: hunter2hunter2}\napiVersion: v1\nmetadata: {name: web}\n';
    const last = service
      .replace(/ {2}externalTrafficPolicy.*\n/, '')
      .replace('  ports:', '  externalTrafficPolicy: Local\n  ports:')
      .replace(/ {2}ports:[^]*/, '');
    const { stdout, stderr } = run({ 'web.yaml': `${last}---\n${secret}` }, ['--fix-dry-run', '.']);
    expect(stdout).not.toContain('hunter2');
    expect(stdout).toContain('{password: ••••}');
    expect(stderr).toContain('svclint: values of Secrets are hidden in this diff, so git apply does not take it; --fix writes them as they are\n');
  });

  test('prints no other format and writes reports to files', () => {
    expect(run({ 'web.yaml': whole }, ['--fix-dry-run', '-f', 'json', '.'])).toMatchObject({ code: 2, stdout: '' });
    const { root } = run({ 'web.yaml': whole }, ['--fix-dry-run', '--output', 'json=report.json', 'web.yaml']);
    expect(JSON.parse(read(root, 'report.json'))).toMatchObject({ fixed: null, findings: [{ rule: 'external-traffic-policy-on-cluster-ip' }] });
  });

  test('has colours where they are wanted', () => {
    const { stdout } = run({ 'web.yaml': whole }, ['--fix-dry-run', '--color', '.']);
    expect(stdout).toContain('\u001B[31m-  externalTrafficPolicy');
    expect(stdout).toContain('\u001B[32m+  # for the source address\u001B[0m');
  });
});

describe('the plain run', () => {
  test('says what could be fixed', () => {
    expect(run({ 'web.yaml': whole, 'more.yaml': unsafe.replaceAll('web', 'more') }, ['.']).stdout).toContain(
      '1 finding can be fixed with --fix, 1 more with --fix-unsafe\n',
    );
    expect(run({ 'web.yaml': unsafe }, ['.']).stdout).toContain('1 finding can be fixed with --fix-unsafe\n');
    expect(run({ 'web.yaml': fixed }, ['.']).stdout).not.toContain('can be fixed');
  });
});
