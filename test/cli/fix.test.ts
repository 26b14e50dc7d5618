import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
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

describe('--fix', () => {
  test('writes the safe fixes and reports what is left', () => {
    const { root, stdout, code } = run({ 'k8s/web.yaml': whole, 'k8s/other.yaml': unsafe.replaceAll('web', 'other') }, ['--fix', 'k8s']);
    expect(read(root, 'k8s/web.yaml')).toBe(fixed);
    expect(read(root, 'k8s/other.yaml')).toContain('nodePort: 3000');
    expect(stdout).toContain('Fixed 1 finding in 1 file\n');
    expect(stdout).toContain('1 finding can be fixed with --fix-unsafe\n');
    expect(stdout).not.toContain('externalTrafficPolicy');
    expect(code).toBe(1);
    expect(readdirSync(path.join(root, 'k8s')).sort()).toEqual(['other.yaml', 'web.yaml']);
  });

  test('with --fix-unsafe makes the guesses too', () => {
    const { root, code } = run({ 'web.yaml': unsafe }, ['--fix-unsafe', 'web.yaml']);
    expect(read(root, 'web.yaml')).not.toContain('nodePort');
    expect(code).toBe(0);
  });

  test('leaves what nothing is to be said of as it is', () => {
    const { root, stdout } = run({ 'web.yaml': fixed }, ['--fix', '.'], { arrange: at => chmodSync(path.join(at, 'web.yaml'), 0o444) });
    expect(stdout).toContain('Fixed nothing\n');
    expect(read(root, 'web.yaml')).toBe(fixed);
  });

  test('says in JSON what it did', () => {
    const { stdout } = run({ 'web.yaml': whole }, ['--fix', '-f', 'json', 'web.yaml']);
    expect(JSON.parse(stdout)).toMatchObject({ fixed: { findings: 1, files: ['web.yaml'] }, findings: [] });
    const plain = run({ 'web.yaml': whole }, ['-f', 'json', 'web.yaml']);
    expect(JSON.parse(plain.stdout)).toMatchObject({ fixed: null });
  });

  test('does not touch what a comment suppresses', () => {
    const hidden = whole.replace('# for the source address', '# svclint-disable-line external-traffic-policy-on-cluster-ip');
    const { root } = run({ 'web.yaml': hidden }, ['--fix-unsafe', '.']);
    expect(read(root, 'web.yaml')).toBe(hidden);
  });

  test.each([
    ['CRLF', whole.replaceAll('\n', '\r\n'), fixed.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${whole}`, `\uFEFF${fixed}`],
    ['no line end at the end', whole.trimEnd(), fixed.trimEnd()],
  ])('keeps %s', (_, before, after) => {
    const { root } = run({ 'web.yaml': before }, ['--fix', '.']);
    expect(read(root, 'web.yaml')).toBe(after);
  });

  test('keeps the mode of a file', () => {
    const { root } = run({ 'web.yaml': whole }, ['--fix', '.'], { arrange: at => chmodSync(path.join(at, 'web.yaml'), 0o640) });
    expect(statSync(path.join(root, 'web.yaml')).mode & 0o777).toBe(0o640);
    expect(read(root, 'web.yaml')).toBe(fixed);
  });

  test('cannot write UTF-16 and says so', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole, 'utf16le')]);
    const { root, stdout, code } = run({ 'web.yaml': bytes, 'b.yaml': whole.replaceAll('web', 'b') }, ['--fix', '.']);
    expect(stdout).toContain('web.yaml was not linted: it is UTF-16 text: save it as UTF-8');
    expect(readFileSync(path.join(root, 'web.yaml')).equals(bytes)).toBe(true);
    expect(read(root, 'b.yaml')).toBe(fixed.replaceAll('web', 'b'));
    expect(code).toBe(3);
  });
});

describe('where --fix writes', () => {
  test('a read-only file is told, and the others are written', () => {
    const files = { 'a.yaml': whole, 'b.yaml': whole.replaceAll('web', 'b') };
    const { root, stdout, code } = run(files, ['--fix', '.'], { arrange: at => chmodSync(path.join(at, 'a.yaml'), 0o444) });
    expect(stdout).toContain('incomplete: a.yaml was not fixed: it is read-only');
    expect(stdout).toContain('Fixed 1 finding in 1 file');
    expect(read(root, 'a.yaml')).toBe(whole);
    expect(read(root, 'b.yaml')).toBe(fixed.replaceAll('web', 'b'));
    expect(code).toBe(3);
  });

  test('a folder that is closed is told', () => {
    const { root, stdout, code } = run({ 'k8s/a.yaml': whole }, ['--fix', 'k8s'], {
      unprivileged: true,
      arrange: at => chmodSync(path.join(at, 'k8s'), 0o555),
    });
    expect(stdout).toContain('k8s/a.yaml was not fixed: it may not be written: permission denied');
    expect(read(root, 'k8s/a.yaml')).toBe(whole);
    expect(code).toBe(3);
  });

  test('not through a named link that leaves the input', () => {
    const { root, stdout, code } = run({ 'outside/web.yaml': whole, 'k8s/other.yaml': pod }, ['--fix', 'k8s', 'k8s/web.yaml'], {
      arrange: at => symlinkSync('../outside/web.yaml', path.join(at, 'k8s/web.yaml')),
    });
    expect(stdout).toContain('k8s/web.yaml was not fixed: it is a link that leads out of the input');
    expect(read(root, 'outside/web.yaml')).toBe(whole);
    expect(code).toBe(3);
  });

  test('once, where links of the input lead to one file, which stay links', () => {
    const { root, stdout } = run({ 'k8s/web.yaml': whole }, ['--fix', 'k8s'], {
      arrange: at => {
        mkdirSync(path.join(at, 'k8s/more'));
        symlinkSync('../web.yaml', path.join(at, 'k8s/more/web.yaml'));
      },
    });
    expect(stdout).toContain('Fixed');
    expect(lstatSync(path.join(root, 'k8s/more/web.yaml')).isSymbolicLink()).toBe(true);
    expect(read(root, 'k8s/web.yaml')).toBe(fixed);
  });

  test('not through a link that stands where the new file is to be made', () => {
    const { root } = run({ 'k8s/web.yaml': whole, victim: 'mine' }, ['--fix', 'k8s'], {
      shell: 'ln -s ../victim "k8s/.web.yaml.$$.tmp"; exec "$@"',
    });
    expect(read(root, 'victim')).toBe('mine');
    expect(read(root, 'k8s/web.yaml')).toBe(fixed);
  });

  test('named files and patterns are input too', () => {
    const files = { 'a/web.yaml': whole, 'b/web.yaml': whole.replaceAll('web', 'b') };
    const { root, code } = run(files, ['--fix', 'a/web.yaml', 'b/*.yaml']);
    expect(code).toBe(0);
    expect(read(root, 'a/web.yaml')).toBe(fixed);
    expect(read(root, 'b/web.yaml')).toBe(fixed.replaceAll('web', 'b'));
  });

  test('stdin and the index are no files to write', () => {
    const stdin = run({}, ['--fix', '-'], { stdin: whole });
    expect(stdin).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'svclint: --fix cannot write what comes through stdin\n  Use --fix-dry-run: it prints what would change\n',
    });
    expect(run({ 'web.yaml': whole }, ['--fix-unsafe', '--staged'])).toMatchObject({ code: 2, stdout: '' });
  });
});
