import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
  - port: 80
---
apiVersion: v1
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

describe('words that are not known', () => {
  test.each([
    [['--formt', 'json'], 'svclint: flag "--formt" is unknown\n  Did you mean "--format"?\n'],
    [['--format', 'jsn', '.'], 'svclint: format "jsn" is unknown\n  Did you mean "json"?\n'],
    [['--output', 'json', '.'], 'svclint: value "json" of --output is not FORMAT=FILE\n  Write for example --output sarif=svclint.sarif\n'],
    [['--fail-on', 'eror', '.'], 'svclint: value "eror" of --fail-on is unknown\n  Did you mean "error"?\n'],
    [['--platform', 'minicube', '.'], 'svclint: value "minicube" of --platform is unknown\n  Did you mean "minikube"?\n'],
    [['--preset', 'strikt', '.'], 'svclint: value "strikt" of --preset is unknown\n  Did you mean "strict"?\n'],
    [['--rule', 'node-port-take=off', '.'], 'svclint: rule "node-port-take" is unknown\n  Did you mean "node-port-taken"?\n'],
    [
      ['--rule', 'node-port-taken', '.'],
      'svclint: value "node-port-taken" of --rule is not ID=LEVEL\n  Write --rule node-port-taken=off, info, warning or error\n',
    ],
    [['--kubernetes-version', '2.1', '.'], 'svclint: value "2.1" of --kubernetes-version is not a minor or range such as 1.33-1.36\n'],
    [['--node-port-range', '9-1', '.'], 'svclint: value "9-1" of --node-port-range is not a range such as 30000-32767\n'],
    [['--config'], 'svclint: flag "--config" needs a value: --config FILE\n'],
    [['--quiet=yes', '.'], 'svclint: flag "--quiet" takes no value\n'],
    [['rules', '--fail-on', 'error'], 'svclint: flag "--fail-on" belongs to lint and not to rules\n'],
    [['explain'], 'svclint: `svclint explain` takes the name of one rule\n  `svclint rules` lists them\n'],
    [['explain', 'node-port-take'], 'svclint: rule "node-port-take" is unknown\n  Did you mean "node-port-taken"?\n'],
    [['describe', 'pod', 'web'], 'svclint: "pod" is nothing that svclint describes\n  Write svclint describe service NAME [paths…]\n'],
    [['describe', 'service', 'wbe', 'web.yaml'], 'svclint: Service "wbe" is not in these files\n  Did you mean "web"?\n'],
    [['endpoints', '--nodes', 'two', 'web.yaml'], 'svclint: value "two" of --nodes is not a number of nodes\n'],
  ])('%j', (args, stderr) => {
    expect(run({ 'web.yaml': service }, args)).toMatchObject({ code: 2, stdout: '', stderr });
  });

  test('a word that is near a command', () => {
    expect(run({}, ['exlain', 'node-port-taken']).stderr).toContain('Did you mean the command "explain"?');
  });
});

describe('help', () => {
  test.each([[['--help']], [['help']], [['-h', 'k8s']]])('%j is that of lint', args => {
    const { code, stdout } = run({}, args);
    expect(code).toBe(0);
    expect(stdout).toContain('  svclint [paths…] [flags]\n');
    expect(stdout).toContain('  -o, --output FORMAT=FILE         Also write the report to a file (repeatable)\n');
  });

  test('a command has its own flags only', () => {
    const { stdout } = run({}, ['rules', '--help']);
    expect(stdout).toContain('--category NAME');
    expect(stdout).not.toContain('--fail-on');
  });

  test('the version is that of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };
    expect(run({}, ['--version']).stdout).toBe(`svclint ${version}\n`);
  });
});

describe('rules', () => {
  test('are filtered by category, preset and severity', () => {
    const { stdout } = run({}, ['rules', '--category', 'style', '--severity', 'error', '--format', 'json']);
    const { rules } = JSON.parse(stdout) as { rules: { id: string }[] };
    expect(rules.map(rule => rule.id)).toEqual(['configuration-invalid']);
    expect(run({}, ['rules', '--preset', 'mesh', '--category', 'style']).stdout).toContain('0 rules');
  });

  test('as a table', () => {
    expect(run({}, ['rules', '--category', 'style']).stdout).toMatch(/^style\n {2}configuration-invalid +error +The configuration names/);
  });
});

test('explain shows the page without its tests', () => {
  const { code, stdout } = run({}, ['explain', 'node-port-taken']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^node-port-taken {2}error · wiring · preset recommended · unsafe fix · since/);
  expect(stdout).toContain('\nWhy it matters\n  Node ports belong to the whole cluster.');
  expect(stdout).toContain('  svclint says:\n');
  expect(stdout).toContain('\nWhen it stays silent\n  - ');
  expect(stdout).not.toContain('| id |');
});

describe('init', () => {
  test('writes a configuration that svclint reads, with what it saw', () => {
    const cluster = 'kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\n';
    const { root, code, stdout } = run({ 'k8s/web.yaml': service, 'kind.yaml': cluster }, ['init']);
    const text = readFileSync(path.join(root, '.svclint.yaml'), 'utf8');
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Wrote .svclint.yaml, for 2 objects\n' });
    expect(text).toContain('# kind.yaml describes it.\nplatform: kind\n');
    expect(run({ '.svclint.yaml': text, 'k8s/web.yaml': service }, ['k8s']).code).toBe(0);
    const uncommented = text.replaceAll(/^# ([a-z][A-Za-z]*: )/gm, '$1');
    expect(uncommented).toContain('\noverrides: ');
    expect(run({ '.svclint.yaml': uncommented, 'k8s/web.yaml': service }, ['-f', 'compact', 'k8s'])).toMatchObject({ code: 0, stdout: '' });
  });

  test('overwrites nothing', () => {
    const { root, code, stderr } = run({ '.svclint.yml': 'failOn: never\n' }, ['init']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'svclint: .svclint.yml exists and is not overwritten\n' });
    expect(readFileSync(path.join(root, '.svclint.yml'), 'utf8')).toBe('failOn: never\n');
  });
});

describe('endpoints and describe', () => {
  test('read the configuration as lint does', () => {
    const { code, stderr } = run({ 'web.yaml': service, '.svclint.yaml': 'platfrom: kind\n' }, ['endpoints', '.']);
    expect(stderr).toBe('.svclint.yaml:1:1: error: Key "platfrom" of the configuration is unknown, so nothing is linted [configuration-invalid]\n');
    expect(code).toBe(2);
  });

  test('print what they predict', () => {
    const { code, stdout } = run({ 'web.yaml': service }, ['endpoints', '--format', 'json', '.']);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, services: [{ name: 'web' }] });
    expect(code).toBe(0);
    expect(run({ 'web.yaml': service }, ['describe', 'service', 'web', '.']).stdout).toContain('web');
  });
});
