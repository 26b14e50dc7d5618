import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli, type CliOptions, type CliRun } from '../harness/run-cli.ts';

const run = useCli();

/** Stands beside the bad one, and its finding shows that it was linted. */
const good = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  ports:
  - port: 80
    nodePort: 3000
`;
const found = 'k8s/web.yaml:9:5: error: nodePort 3000 of Service "web" is outside 30000-32767, so the API server refuses it [node-port-out-of-range]\n';
const deep = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: deep }\ndata:';

function lint(bad: Readonly<Record<string, string | Uint8Array>>, options: CliOptions = {}, args: readonly string[] = ['k8s']): CliRun {
  return run({ 'k8s/web.yaml': good, ...bad }, ['-f', 'compact', ...args], options);
}

/** `svclint: …` on stderr says why the run was not complete; the neighbour is linted. */
function unread(text: string): object {
  return { code: 3, stdout: found, stderr: `svclint: ${text}\n` };
}

const linksTo =
  (target: string, name: string) =>
  (root: string): void => {
    symlinkSync(target, path.join(root, name));
  };

describe('a file that cannot be read', () => {
  test('for lack of permission', () => {
    const arrange = (root: string): void => chmodSync(path.join(root, 'k8s/closed.yaml'), 0);
    expect(lint({ 'k8s/closed.yaml': good }, { arrange, unprivileged: true })).toMatchObject(
      unread('k8s/closed.yaml was not linted: it may not be read: permission denied'),
    );
  });

  test.each([
    ['a binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]), 'it is a binary file'],
    ['invalid UTF-8', Buffer.from('a: b\nname: gr\xfcn\n', 'latin1'), 'it holds byte 0xFC at line 2, column 9, which is not UTF-8'],
    ['UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), 'it is UTF-16 text: save it as UTF-8'],
  ])('%s', (_, content, reason) => {
    expect(lint({ 'k8s/bad.yaml': content })).toMatchObject(unread(`k8s/bad.yaml was not linted: ${reason}`));
  });

  test('the other formats for programs say it too', () => {
    const said = 'svclint: k8s/bad.yaml was not linted: it is a binary file\n';
    for (const format of ['json', 'sarif']) expect(lint({ 'k8s/bad.yaml': '\0' }, {}, ['-f', format, 'k8s'])).toMatchObject({ code: 3, stderr: said });
    expect(lint({ 'k8s/bad.yaml': '\0' }, {}, ['-f', 'stylish', 'k8s'])).toMatchObject({ code: 3, stderr: '' });
    expect(run({ 'k8s/bad.yaml': '\0' }, ['endpoints', 'k8s'])).toMatchObject({ code: 3, stderr: said });
  });
});

describe('links', () => {
  test.each([
    ['to itself', 'loop.yaml', 'k8s/loop.yaml', 'k8s/loop.yaml was not linted: it is a symbolic link that leads to itself'],
    ['to nothing', 'gone.yaml', 'k8s/link.yaml', 'k8s/link.yaml was not linted: it is a symbolic link that leads nowhere'],
  ])('%s, in a directory and named', (_, target, name, said) => {
    expect(lint({}, { arrange: linksTo(target, name) })).toMatchObject(unread(said));
    expect(lint({}, { arrange: linksTo(target, name) }, [name, 'k8s/web.yaml'])).toMatchObject(unread(said));
  });

  test('of directories to each other end', () => {
    const arrange = (root: string): void => {
      mkdirSync(path.join(root, 'k8s/a'));
      symlinkSync('..', path.join(root, 'k8s/a/up'));
    };
    expect(lint({}, { arrange })).toMatchObject({ code: 1, stdout: found, stderr: '' });
  });

  test('out of the input are not followed, which is said', () => {
    const { stdout } = run({ 'k8s/web.yaml': good, 'other/b.yaml': good }, ['k8s'], { arrange: linksTo('../other', 'k8s/other') });
    expect(stdout).toContain('note: the link k8s/other leads out of k8s and is not followed: name it to read it\n');
    expect(stdout).toContain(' 1 error · 1 file, ');
  });
});

describe.skipIf(process.platform === 'win32')('pipes and devices (skipped on Windows: there are none in its file system)', () => {
  const arrange = (root: string): void => {
    execFileSync('mkfifo', [path.join(root, 'k8s/pipe.yaml')]);
  };
  const said = 'k8s/pipe.yaml was not linted: it is a pipe: pass - to read what comes through a pipe';

  test('a pipe in a directory, and named', () => {
    expect(lint({}, { arrange })).toMatchObject(unread(said));
    expect(lint({}, { arrange }, ['k8s/pipe.yaml', 'k8s/web.yaml'])).toMatchObject(unread(said));
  });

  test('a device', () => {
    const { code, stdout, stderr } = lint({}, {}, ['/dev/zero', 'k8s/web.yaml']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: found });
    expect(stderr).toMatch(/^svclint: [./]*dev\/zero was not linted: it is not a regular file\n$/);
  });

  test('a pipe as the configuration', () => {
    const pipe = (root: string): void => {
      execFileSync('mkfifo', [path.join(root, '.svclint.yaml')]);
    };
    expect(lint({}, { arrange: pipe }).stderr).toBe(
      'svclint: the configuration .svclint.yaml was not read: it is a pipe: pass - to read what comes through a pipe\n',
    );
  });
});

describe('paths', () => {
  test.each([
    [['k8s/wbe.yaml'], 'svclint: no such file or directory: k8s/wbe.yaml (did you mean k8s/web.yaml?)\n'],
    [['k8s/wb.yaml'], 'svclint: no such file or directory: k8s/wb.yaml (did you mean k8s/web.yaml?)\n'],
    [['k9s/web.yaml'], 'svclint: no such file or directory: k9s/web.yaml (did you mean k8s?)\n'],
    [['k8s/web.yaml/x'], 'svclint: no such file or directory: k8s/web.yaml/x\n'],
    [['gone', 'k8s', 'lost'], 'svclint: no such file or directory: gone\nsvclint: no such file or directory: lost\n'],
    [['', 'k8s'], 'svclint: a path on the command line is empty\n'],
    [['--', '-x.yaml'], 'svclint: no such file or directory: -x.yaml\n'],
    [['-x.yaml'], 'svclint: flag "-x" is unknown\n  svclint --help lists the flags\n'],
    [['a\u001B[31m\n::error::b\u202E'], 'svclint: no such file or directory: a\\x1b[31m\\n::error::b\\u202e\n'],
    [['empty'], 'svclint: no manifests found under empty: no .yaml, .yml or .json file in 1 directory\n'],
  ])('%j', (args, stderr) => {
    const arrange = (root: string): void => {
      mkdirSync(path.join(root, 'empty'));
    };
    expect(run({ 'k8s/n.yaml': '', 'k8s/web.yaml': good }, args, { arrange })).toMatchObject({ code: 2, stdout: '', stderr });
  });

  test('in a working directory that was removed', () => {
    const shell = 'mkdir gone && cd gone && rmdir ../gone && "$@"';
    expect(run({}, ['.'], { shell })).toMatchObject({ code: 2, stdout: '', stderr: 'svclint: the working directory was removed\n' });
  });

  test('one that is too long', () => {
    const name = 'x'.repeat(5000);
    expect(lint({}, {}, [name, 'k8s/web.yaml'])).toMatchObject(unread(`${name} was not linted: it could not be read (ENAMETOOLONG)`));
  });

  test('one that starts with a dash, after --', () => {
    const { code, stdout } = run({ '-x.yaml': good }, ['-f', 'compact', '--', '-x.yaml']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: found.replace('k8s/web.yaml', '-x.yaml') });
  });

  test('two thousand', () => {
    const files = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`k8s/${String(index)}.yaml`, good.replace('web', `web-${String(index)}`)]));
    const { code, stdout } = run(files, ['-f', 'compact', ...Object.keys(files)]);
    expect(code).toBe(1);
    expect(stdout.match(/is outside 30000-32767/g)).toHaveLength(2000);
  });
});

describe('stdin', () => {
  const nothing = { code: 2, stdout: '', stderr: 'svclint: nothing came through stdin\n' };

  test('that is empty or closed', () => {
    expect(run({}, ['-'])).toMatchObject(nothing);
    expect(run({}, ['-'], { shell: '"$@" <&-' })).toMatchObject(nothing);
    expect(run({ 'k8s/web.yaml': good }, ['-', 'k8s']).stdout).toContain('note: nothing came through stdin\n');
  });

  test('named twice is read once', () => {
    expect(run({}, ['-', '-'], { stdin: good }).stdout).toContain('✗ 1 error · 1 file, 1 object ·');
  });

  test('that is a directory, or not text', () => {
    const reading = 'svclint: <stdin> was not linted: ';
    expect(lint({}, { shell: '"$@" < k8s' }, ['-', 'k8s'])).toMatchObject({ code: 3, stdout: found, stderr: `${reading}it is a directory\n` });
    expect(lint({}, { stdin: Buffer.from([0, 1, 2]) }, ['-', 'k8s'])).toMatchObject({ code: 3, stdout: found, stderr: `${reading}it is a binary file\n` });
  });
});

describe('size and depth', () => {
  test('an empty file', () => {
    expect(lint({ 'k8s/empty.yaml': '' })).toMatchObject({ code: 1, stdout: found, stderr: '' });
    expect(run({ 'empty.yaml': '' }, ['empty.yaml']).stdout).toMatch(/^✓ No findings · 1 file, 0 objects/);
  });

  test('fifty megabytes', () => {
    const data = Array.from({ length: 50_000 }, (_, index) => `  key-${String(index)}: ${'x'.repeat(1000)}\n`).join('');
    const large = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: large\ndata:\n${data}---\n${good.replace('web', 'late').replace('3000', '3001')}`;
    const { code, stdout, stderr } = lint({ 'k8s/large.yaml': large });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const tooLong = 'k8s/large.yaml:1:1: error: ConfigMap "large" is larger than the API server takes, so it is refused [object-refused]\n';
    expect(stdout).toBe(tooLong + found.replace('web.yaml:9', 'large.yaml:50015').replace('3000', '3001').replace('"web"', '"late"') + found);
  });

  test.each([
    ['flow', ` ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
    ['flow that is not closed', ` ${'{a: '.repeat(10_000)}\n`],
    ['block', `\n${Array.from({ length: 10_000 }, (_, index) => `${' '.repeat(index + 1)}a:\n`).join('')}`],
    ['block sequence', `\n  ${'- '.repeat(10_000)}x\n`],
  ])('nested ten thousand levels deep: %s', (_, value) => {
    const { code, stdout, stderr } = lint({ 'k8s/deep.yaml': `${deep}${value}` });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^k8s\/deep\.yaml:\d+:\d+: error: [^\n]* nested deeper than \d+ levels[^\n]* \[yaml-syntax-error\]\n[^\n]*$/m);
    expect(stdout).toContain(found);
  });

  const levels = Array.from(
    'bcdefghi',
    (name, index) =>
      `  ${name}: &${name} [${Array(9)
        .fill(`*${'abcdefgh'.charAt(index)}`)
        .join(', ')}]\n`,
  ).join('');
  const bomb = `  a: &a [x, x, x, x, x, x, x, x, x]\n${levels}`;

  test('aliases that multiply', () => {
    const { stdout, code } = lint({ 'k8s/bomb.yaml': `${deep}\n${bomb}` });
    expect({ code, last: stdout.split('\n').at(-2) }).toEqual({ code: 1, last: found.trimEnd() });
  });

  test('aliases that multiply in the configuration', () => {
    const { stdout, code } = lint({ '.svclint.yaml': `rules:\n${bomb}` });
    expect(stdout).toContain('.svclint.yaml:2:3: error: Rule "a" is unknown, so nothing is linted [configuration-invalid]\n');
    expect(stdout).not.toContain('k8s/web.yaml');
    expect(code).toBe(2);
  });
});
