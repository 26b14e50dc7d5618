import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';
import { chartFile } from './chart-scene.ts';
import { kubernetesTools } from './tools.ts';

const run = useCli();

const pathWith = (folder: string): { readonly PATH: string } => ({ PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` });

/** A number where text is wanted, which is fixed safely in a manifest. */
const SETTINGS = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  level: 1\n';

const WEB = { 'web/Chart.yaml': chartFile('web'), 'web/values.yaml': '', 'web/templates/settings.yaml': SETTINGS };

interface Told {
  readonly findings: readonly { readonly rule: string; readonly fixes: readonly unknown[]; readonly location: { readonly path: string } }[];
  readonly notices: readonly { readonly path: string | null; readonly text: string }[];
  readonly incomplete: readonly unknown[];
  readonly summary: { readonly resources: number };
}

const told = ({ stdout }: { readonly stdout: string }): Told => JSON.parse(stdout) as Told;

describe.each(['1.31', '1.35'] as const)('with the helm of %s', release => {
  const helm = kubernetesTools(release);
  const env = pathWith(helm);

  test('a packaged chart is linted as its directory is, and its fixes are not offered', () => {
    const pack = (root: string): void => void execFileSync(path.join(helm, 'helm'), ['package', 'web'], { cwd: root, stdio: 'ignore' });
    const files = { ...WEB, 'web/charts/db/Chart.yaml': chartFile('db'), 'web/charts/db/templates/settings.yaml': SETTINGS.replace('settings', 'db') };
    const found = told(run(files, ['--format', 'json', 'web-0.1.0.tgz'], { env, arrange: pack }));
    expect(found.findings.map(({ rule, location, fixes }) => [rule, location.path, fixes])).toEqual([
      ['string-not-quoted', 'web-0.1.0.tgz/charts/db/templates/settings.yaml', []],
      ['string-not-quoted', 'web-0.1.0.tgz/templates/settings.yaml', []],
    ]);
    expect(found.notices).toEqual([]);
    let before = Buffer.of();
    const arrange = (root: string): void => {
      pack(root);
      before = readFileSync(path.join(root, 'web-0.1.0.tgz'));
    };
    const { stdout, code, root } = run(files, ['--fix', 'web-0.1.0.tgz'], { env, arrange });
    expect(stdout).toContain('string-not-quoted');
    expect(stdout).not.toContain('can be fixed');
    expect(code).toBe(1);
    expect(readFileSync(path.join(root, 'web-0.1.0.tgz')).equals(before)).toBe(true);
  });

  test('templates are not fixed: what comes of them only helm says', () => {
    const { root, stdout } = run(WEB, ['--fix', 'web'], { env });
    expect(stdout).toContain('string-not-quoted');
    expect(stdout).not.toContain('can be fixed');
    expect(readFileSync(path.join(root, 'web/templates/settings.yaml'), 'utf8')).toBe(SETTINGS);
  });

  test('a namespace that nobody chose may be any, two that are written differ', () => {
    const account = (namespace: string): string => `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: ${namespace}}\n---\n`;
    const pod = (namespace: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: ${namespace}}\nspec: {serviceAccountName: web, containers: [{name: web, image: web:1}]}\n`;
    const rulesOf = (text: string): string[] =>
      told(run({ ...WEB, 'web/templates/settings.yaml': text }, ['--format', 'json', 'web'], { env })).findings.map(({ rule }) => rule);
    expect(rulesOf(account('system') + pod('{{ .Release.Namespace }}'))).not.toContain('service-account-missing');
    expect(rulesOf(account('{{ .Release.Namespace }}') + pod('system'))).not.toContain('service-account-missing');
    expect(rulesOf(account('system') + pod('shop'))).toContain('service-account-missing');
  });
});

test('what is not rendered is told in one line each', () => {
  const files = {
    'dep/Chart.yaml': chartFile('dep', 'dependencies:\n  - {name: far, version: 1.x.x, repository: "https://example.com"}\n'),
    'dep/templates/a.yaml': SETTINGS.replace('level: 1', 'level: {{ include "far.x" . }}'),
    'end/Chart.yaml': chartFile('end'),
    'end/templates/a.yaml': SETTINGS.replace('level: 1', 'level: {{ range until 2000000000 }}{{ end }}'),
    'lib/Chart.yaml': chartFile('lib', 'type: library\n'),
    'ask/Chart.yaml': chartFile('ask'),
    'ask/templates/NOTES.txt': 'See {{ .Values.host.name }}\n',
    'ask/templates/a.yaml': SETTINGS.replace('level: 1', 'level: "x"'),
  };
  const { notices, findings } = told(run(files, ['--format', 'json', '.'], { env: pathWith(kubernetesTools('1.35')) }));
  expect(findings).toEqual([]);
  expect(notices.map(({ path: at, text }) => `${text} (${String(at)})`).sort()).toEqual([
    'the chart ask demands host.name, which no values file gives: it is taken as unknown (ask)',
    'the chart dep is not rendered: error calling include: template: no template "far.x" associated with template "gotpl" (dep/templates/a.yaml:6:3)',
    'the chart dep is rendered without far, which the repository does not hold (dep)',
    'the chart end is not rendered: helm was stopped when it took more than 1024 MB of memory (end/Chart.yaml:2:1)',
    'the chart lib is a library: it is linted as part of the charts that use it (lib)',
  ]);
});

test('--no-helm and the key helm leave helm alone', () => {
  const fake = '#!/bin/sh\necho started >> "$(dirname "$0")/log"\n';
  const given = { ...WEB, 'off.yaml': 'helm: false\n' };
  for (const [args, started] of [
    [[], true],
    [['--no-helm'], false],
    [['--config', 'off.yaml'], false],
  ] as const) {
    let tools = '';
    const arrange = (root: string): void => {
      tools = `${root}-tools`;
      execFileSync('mkdir', [tools]);
      writeFileSync(path.join(tools, 'helm'), fake);
      chmodSync(path.join(tools, 'helm'), 0o755);
    };
    const { notices } = told(run(given, ['--format', 'json', ...args, 'web'], { arrange, shell: 'PATH="$PWD-tools:$PATH" "$@"' }));
    expect([existsSync(path.join(tools, 'log')), notices.map(notice => notice.path)]).toEqual([started, ['web']]);
    if (!started) expect(notices[0]?.text).toBe('charts are not rendered, so their templates are not linted');
    execFileSync('rm', ['-r', tools]);
  }
});

test('without helm each chart is named once', () => {
  const files = { ...WEB, 'db/Chart.yaml': chartFile('db'), 'db/templates/settings.yaml': SETTINGS };
  const { stdout, code } = run(files, ['web', 'db'], { env: { PATH: '/nowhere' } });
  expect(stdout.split('\n')[0]).toBe('note: charts are not linted: Helm 3.16 or newer is not on the PATH (db, web)');
  expect(stdout.split('\n').filter(line => line.startsWith('note:'))).toHaveLength(1);
  expect(code).toBe(0);
});

test('an archive that is no chart is told', () => {
  const { stdout, code } = run({ 'x.tgz': 'text' }, ['x.tgz']);
  expect(stdout.split('\n')[0]).toBe('incomplete: x.tgz was not linted: it is no gzip archive');
  expect(code).toBe(3);
});
