import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const service = (name: string): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  type: NodePort
  ports:
  - port: 80
    nodePort: 3000
`;

describe('names of properties that every object has', () => {
  test('in manifests are names like others', () => {
    const selector = '  selector: { __proto__: a, constructor: b, toString: c }\n';
    const labels = '  labels: { __proto__: a, constructor: b, toString: c, hasOwnProperty: d }\n';
    const pod = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: constructor\n${labels}spec:\n  containers:\n  - { name: __proto__, image: a }\n`;
    const odd = 'apiVersion: __proto__\nkind: constructor\nmetadata: { name: __proto__ }\n---\napiVersion: v1\nkind: toString\nmetadata: { name: valueOf }\n';
    const { code, stdout, stderr } = run({ 'web.yaml': `${service('__proto__')}${selector}__proto__: { polluted: 1 }\n---\n${pod}---\n${odd}` }, [
      '-f',
      'compact',
      '.',
    ]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      'web.yaml:4:3: error: Service "__proto__" has a name that is no DNS label, so the API server refuses it [service-name-invalid]',
      'web.yaml:9:5: error: nodePort 3000 of Service "__proto__" is outside 30000-32767, so the API server refuses it [node-port-out-of-range]',
      'web.yaml:10:15: error: Label key "__proto__" in a selector of Service "__proto__" has the wrong form, so it is refused [label-invalid]',
      'web.yaml:11:1: error: Service "__proto__" has no field "__proto__" in the object itself, so the API server refuses it [unknown-field]',
      'web.yaml:17:13: error: Label key "__proto__" of Pod "constructor" has the wrong form, so it is refused [label-invalid]',
      'web.yaml:20:7: error: Container "__proto__" has name "__proto__", which the API server refuses [object-refused]',
      'web.yaml:27:1: error: toString "valueOf" has a kind that v1 lacks, so the API server refuses it [kind-unknown]',
      '',
    ]);
  });

  test.each([
    ['__proto__: { failOn: never }\n', 'Key "__proto__" of the configuration is unknown'],
    ['{ "constructor": 1 }\n', 'Key "constructor" of the configuration is unknown'],
    ['rules: { __proto__: off }\n', 'Rule "__proto__" is unknown'],
    ['rules: { toString: off }\n', 'Rule "toString" is unknown'],
    ['presets: [constructor]\n', 'Value "constructor" of "presets" is unknown'],
  ])('in a configuration are unknown: %j', (configuration, said) => {
    const { code, stdout } = run({ '.svclint.yaml': configuration, 'web.yaml': service('web') }, ['-f', 'compact', '.']);
    expect(stdout).toContain(`error: ${said}, so nothing is linted [configuration-invalid]\n`);
    expect(stdout).not.toContain('web.yaml');
    expect(code).toBe(2);
  });

  test.each([
    [['--format', 'toString'], 'svclint: format "toString" is unknown\n'],
    [['--__proto__'], 'svclint: flag "--__proto__" is unknown\n'],
    [['--platform', 'constructor'], 'svclint: value "constructor" of --platform is unknown\n'],
    [['explain', '__proto__'], 'svclint: rule "__proto__" is unknown\n'],
  ])('on the command line are unknown: %j', (args, said) => {
    const { code, stderr } = run({ 'web.yaml': service('web') }, args);
    expect(stderr.startsWith(said)).toBe(true);
    expect(code).toBe(2);
  });
});

describe('what a terminal or a CI log would act on', () => {
  const hostile = service(String.raw`"a\e[31m\e]0;x\a\n::error::b\u202E\u2066c"`);
  const file = 'k8s/\u001B[31m\n::error::\u202Eweb.yaml';
  const acting = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069]|^::error::/mu;

  test.each(['stylish', 'compact', 'github', 'json', 'sarif'])('is escaped in names and paths: %s', format => {
    const { code, stdout } = run({ [file]: hostile }, ['-f', format, 'k8s']);
    expect(code).toBe(1);
    expect(stdout).toContain('a\\');
    expect(stdout).not.toMatch(acting);
  });

  test('is escaped in what endpoints and describe print', () => {
    for (const args of [
      ['endpoints', 'k8s'],
      ['endpoints', '-f', 'json', 'k8s'],
      ['describe', 'service', '\u001B[31mx', 'k8s'],
    ]) {
      const { stdout, stderr } = run({ [file]: hostile, 'k8s/\u001B[32m.yaml': '\0' }, args);
      expect(stdout + stderr).toContain('\\');
      expect(stdout + stderr).not.toMatch(acting);
    }
  });

  test('json and sarif keep the name as it is', () => {
    const { stdout } = run({ 'web.yaml': hostile }, ['-f', 'json', '.']);
    const report = JSON.parse(stdout) as { findings: { resource: { name: string } }[] };
    expect(report.findings[0]?.resource.name).toBe('a\u001B[31m\u001B]0;x\u0007\n::error::b\u202E\u2066c');
  });
});

describe('a configuration that cannot be read lints nothing', () => {
  test.each([
    ['a binary file', Buffer.from([0x66, 0, 1, 2]), 'it is a binary file'],
    ['UTF-16', Buffer.from('\uFEFFfailOn: never', 'utf16le'), 'it is UTF-16 text: save it as UTF-8'],
    ['not UTF-8', Buffer.from('failOn: n\xe9ver', 'latin1'), 'it holds byte 0xE9 at line 1, column 10, which is not UTF-8'],
  ])('%s', (_, content, reason) => {
    expect(run({ '.svclint.yaml': content, 'web.yaml': service('web') }, ['.'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `svclint: the configuration .svclint.yaml was not read: ${reason}\n`,
    });
  });

  test.each([
    ['gone.yaml', 'it is a symbolic link that leads nowhere'],
    ['.svclint.yaml', 'it is a symbolic link that leads to itself'],
  ])('a link to %s', (target, reason) => {
    const arrange = (root: string): void => {
      symlinkSync(target, path.join(root, '.svclint.yaml'));
    };
    expect(run({ 'web.yaml': service('web') }, ['.'], { arrange })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `svclint: the configuration .svclint.yaml was not read: ${reason}\n`,
    });
  });

  test('a slip is told with its place and the word that was meant', () => {
    const { code, stdout } = run({ '.svclint.yaml': 'presets: [recomended]\n', 'web.yaml': service('web') }, ['.']);
    expect(stdout).toContain('.svclint.yaml:1:11 · configuration-invalid\n');
    expect(stdout).toContain('help: Did you mean "recommended"?\n');
    expect(stdout).not.toContain('web.yaml');
    expect(code).toBe(2);
  });
});

describe.skipIf(process.platform === 'win32')('outputs that end or fail (skipped on Windows: it has no sh)', () => {
  const many = { 'web.yaml': Array.from({ length: 3000 }, (_, index) => service(`web-${String(index)}`)).join('---\n') };
  const first = 'error: nodePort 3000 of Service "web-0" is outside 30000-32767, so the API server refuses it\n';

  test('a reader that has seen enough', () => {
    const shell = '("$@"; echo "exit $?" >&2) | head -n 1';
    const { root, stdout, stderr } = run(many, ['-o', 'compact=log.txt', '.'], { shell });
    expect({ stdout, stderr }).toEqual({ stdout: first, stderr: 'exit 1\n' });
    expect(readFileSync(path.join(root, 'log.txt'), 'utf8').split('\n').length).toBeGreaterThan(3000);
  });

  test('stdout that is closed', () => {
    expect(run({ 'web.yaml': service('web') }, ['.'], { shell: '"$@" >&-' })).toMatchObject({ code: 1, stdout: '', stderr: '' });
  });

  test('stderr that nobody reads', () => {
    expect(run({}, ['gone'], { shell: '"$@" 2>&-' })).toMatchObject({ code: 2, stdout: '', stderr: '' });
  });

  test.skipIf(process.platform !== 'linux')('a full disk (skipped elsewhere: /dev/full is of Linux)', () => {
    expect(run({ 'web.yaml': service('web') }, ['.'], { shell: '"$@" >/dev/full' })).toMatchObject({
      code: 3,
      stderr: 'svclint: stdout could not be written (ENOSPC)\n',
    });
    expect(run({}, ['gone'], { shell: '"$@" 2>/dev/full' }).code).toBe(2);
  });

  test('a file in a directory that is not there', () => {
    const { code, stderr, stdout } = run({ 'web.yaml': service('web') }, ['-f', 'compact', '-o', 'sarif=no/such/x', '.']);
    expect({ code, stderr }).toEqual({ code: 3, stderr: 'svclint: no/such/x could not be written (ENOENT)\n' });
    expect(stdout).toContain('[node-port-out-of-range]\n');
  });
});

test('a line of a manifest gives no command to Azure Pipelines', () => {
  const text =
    'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: NodePort, ports: [{port: 80, nodePort: 3000}]} # ##vso[task.setvariable variable=x]y\n';
  expect(run({ 'web.yaml': text }, ['.'], { env: { TF_BUILD: 'True' } }).stdout).toContain('# # #vso[task');
  expect(run({ 'web.yaml': text }, ['.']).stdout).toContain('# ##vso[task');
});
