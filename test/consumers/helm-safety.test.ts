import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { Cursor } from '../../src/core/yaml/cursor.ts';
import { chartFile, configMap, lineOf, makeScene, renderIn, textsOf } from './chart-scene.ts';
import { kubernetesTools } from './tools.ts';

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

/** A program called helm that answers as one and writes down how it was started. */
function writeFakeHelm(folder: string, log: string): void {
  const script = `#!/bin/sh
if [ "$1" = version ]; then echo v4.0.0; exit 0; fi
/usr/bin/env > '${log}'
for each in "$@"; do printf '%s\\n' "$each" >> '${log}.args'; done
`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'helm'), script);
  chmodSync(path.join(folder, 'helm'), 0o755);
}

describe.each(['1.31', '1.35'] as const)('with the helm of %s', release => {
  const helm = kubernetesTools(release);

  test('a link that leaves the repository is left out, and so is one into .git; one within it is followed', async () => {
    const outside = makeScene({ secret: 'leaked' });
    const root = makeScene({
      '.git/config': 'leaked',
      'shared/note': 'kept',
      'web/Chart.yaml': chartFile('web'),
      'web/templates/a.yaml': configMap('"{{ .Files.Get "a" }}{{ .Files.Get "b" }}{{ .Files.Get "c/secret" }}{{ .Files.Get "d" }}"'),
    });
    symlinkSync(path.join(outside, 'secret'), path.join(root, 'web/a'));
    symlinkSync('../.git/config', path.join(root, 'web/b'));
    symlinkSync(outside, path.join(root, 'web/c'));
    symlinkSync('../shared/note', path.join(root, 'web/d'));
    symlinkSync(path.join(outside, 'secret'), path.join(root, 'web/templates/secret.yaml'));
    const rendered = await renderIn(root, helm);
    expect(textsOf(rendered)).toContain('value: "kept"');
    expect(textsOf(rendered)).not.toContain('leaked');
    expect(rendered.notices.map(({ path: at }) => at)).toEqual(['web/templates/secret.yaml', 'web/a', 'web/b', 'web/c']);
    expect(rendered.charts[0]?.missing).toContain('web/a is left out of the chart: it is a symbolic link that leads out of the repository');
  });

  test('links in circles end', async () => {
    const root = makeScene({ 'web/Chart.yaml': chartFile('web'), 'web/templates/a.yaml': configMap('x') });
    symlinkSync('..', path.join(root, 'web/templates/up'));
    symlinkSync('itself', path.join(root, 'web/itself'));
    const rendered = await renderIn(root, helm);
    expect(rendered.charts[0]?.documents).toHaveLength(1);
  });

  test('what a schema refers to is not fetched', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests++;
      response.end('{}');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const root = makeScene({
      'web/Chart.yaml': chartFile('web', `dependencies:\n  - name: far\n    version: 1.0.0\n    repository: http://127.0.0.1:${String(port)}\n`),
      'web/values.yaml': 'a: 1\n',
      'web/values.schema.json': JSON.stringify({ $ref: `http://127.0.0.1:${String(port)}/schema.json` }),
      'web/templates/a.yaml': configMap('x'),
    });
    const rendered = await renderIn(root, helm);
    expect(rendered.charts[0]?.documents).toHaveLength(1);
    expect(requests).toBe(0);
  });

  test.each<['memory' | 'time' | 'output', string]>([
    ['memory', '{{ range until 2000000000 }}{{ end }}'],
    ['time', `{{ range $a := until 100000 }}{{ range $b := until 100000 }}{{ end }}{{ end }}`],
    ['output', `x"\n{{ range until 40 }}# {{ repeat 1000000 "x" }}\n{{ end }}#`],
  ])('a chart without end is stopped for its %s', async (excess, action) => {
    const root = makeScene({ 'web/Chart.yaml': chartFile('web'), 'web/templates/a.yaml': configMap(`"${action}"`) });
    const { charts } = await renderIn(root, helm);
    expect(charts[0]?.faults).toHaveLength(1);
    expect(charts[0]?.faults[0]?.kind).toBe('limit');
    const words = { memory: /memory/, time: /in time|memory/, output: /printed/ }[excess];
    expect(charts[0]?.faults[0]?.answer).toMatch(words);
  });

  test('a template that includes itself is a fault', async () => {
    const root = makeScene({
      'web/Chart.yaml': chartFile('web'),
      'web/templates/_h.tpl': '{{ define "loop" }}{{ include "loop" . }}{{ end }}',
      'web/templates/a.yaml': configMap('{{ include "loop" . }}'),
    });
    const { charts } = await renderIn(root, helm);
    expect(charts[0]?.faults).toHaveLength(1);
  });

  test('a values file that is a pipe blocks nothing', async () => {
    const root = makeScene({ 'web/Chart.yaml': chartFile('web'), 'web/templates/a.yaml': configMap('x'), 'web/ci/ok-values.yaml': 'a: 1\n' });
    for (const name of ['values.yaml', 'ci/pipe-values.yaml', 'templates/pipe.yaml']) execFileSync('mkfifo', [path.join(root, 'web', name)]);
    const rendered = await renderIn(root, helm);
    expect(rendered.charts.map(({ values }) => values)).toEqual([[], ['web/ci/ok-values.yaml']]);
    expect(rendered.notices.map(({ text }) => text)).toContain('web/values.yaml is left out of the chart web: it is not a regular file');
  });

  test('neither a chart nor a values file can pass for an option', async () => {
    const root = makeScene({
      '-x/Chart.yaml': chartFile('"--debug"'),
      '-x/templates/a.yaml': configMap('{{ .Values.a }}'),
      '-x/ci/--post-renderer=a,b-values.yaml': 'a: from the file\n',
    });
    const { charts } = await renderIn(root, helm);
    expect(charts.map(({ release }) => release.name)).toEqual(['release', 'release']);
    expect(charts.flatMap(({ faults }) => faults)).toEqual([]);
    expect(textsOf({ charts, notices: [] })).toContain('value: from the file');
  });
});

test('helm meets an empty environment, and options of ours alone', async () => {
  const tools = makeScene({});
  const log = path.join(tools, 'log');
  writeFakeHelm(tools, log);
  const plugins = makeScene({});
  process.env['HELM_PLUGINS'] = plugins;
  process.env['HELM_KUBECONTEXT'] = 'production';
  process.env['HTTPS_PROXY'] = 'http://127.0.0.1:9';
  process.env['SECRET_TOKEN'] = 'leaked';
  const root = makeScene({
    'web/Chart.yaml': chartFile('web'),
    'web/templates/a.yaml': configMap('x'),
    'web/ci/--post-renderer=evil-values.yaml': 'a: 1\n',
  });
  await renderIn(root, tools);
  const names = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split('=')[0]);
  expect(names.filter(name => !['PWD', '_', 'SHLVL', 'OLDPWD'].includes(name ?? '')).sort()).toEqual(
    ['GOMEMLIMIT', 'HELM_CACHE_HOME', 'HELM_CONFIG_HOME', 'HELM_DATA_HOME', 'HELM_NO_PLUGINS', 'HELM_PLUGINS', 'HOME', 'KUBECONFIG', 'LC_ALL', 'TMPDIR'].sort(),
  );
  expect(readFileSync(log, 'utf8')).not.toContain(plugins);
  const options = readFileSync(`${log}.args`, 'utf8')
    .split('\n')
    .filter(text => text.startsWith('-'));
  expect([...new Set(options)].sort()).toEqual([
    '--api-versions',
    '--include-crds',
    '--kube-version',
    '--namespace',
    '--skip-schema-validation',
    '--skip-tests',
    '--values',
  ]);
  // The folder of the run is gone.
  const home = /^HOME=(.*)$/m.exec(readFileSync(log, 'utf8'))?.[1] ?? '';
  expect(home).not.toBe('');
  expect(existsSync(home)).toBe(false);
});

test('a helm that lies in what is linted is never started, not behind a link either', async () => {
  const root = makeScene({ '.git/HEAD': '', 'web/Chart.yaml': chartFile('web'), 'web/templates/a.yaml': configMap('x') });
  const log = path.join(root, 'log');
  writeFakeHelm(path.join(root, 'bin'), log);
  const elsewhere = makeScene({});
  symlinkSync(path.join(root, 'bin/helm'), path.join(elsewhere, 'helm'));
  symlinkSync(path.join(root, 'bin'), path.join(elsewhere, 'bin'));
  const searchPath = [path.join(root, 'bin'), elsewhere, path.join(elsewhere, 'bin'), 'bin', ''].join(path.delimiter);
  const { charts, notices } = await renderIn(root, searchPath);
  expect(charts).toEqual([]);
  expect(notices.map(({ text }) => text)).toEqual(['charts are not linted: Helm 3.16 or newer is not on the PATH']);
  expect(existsSync(log)).toBe(false);
  rmSync(log, { force: true });
});

test('an older helm is told, and not used', async () => {
  const tools = makeScene({ helm: '#!/bin/sh\necho v3.15.4\n' });
  chmodSync(path.join(tools, 'helm'), 0o755);
  const root = makeScene({ 'web/Chart.yaml': chartFile('web'), 'web/templates/a.yaml': configMap('x') });
  const { notices } = await renderIn(root, tools);
  expect(notices[0]?.text).toBe(`charts are not linted: ${path.join(tools, 'helm')} is Helm 3.15.4, and 3.16 or newer is needed`);
});

describe.each(['1.31', '1.35'] as const)('charts that nobody honest writes, with the helm of %s', release => {
  const helm = kubernetesTools(release);
  const outside = 'the chart far, which apps/web depends on, is not in the repository';
  const dependingOn = (name: string, repository: string): string =>
    chartFile('web', `dependencies:\n  - {name: ${name}, version: 1.x.x, repository: "${repository}"}\n`);

  test.each(['file://../../..', 'file://../../../etc', 'file:///etc', 'file://../link', 'file://../..'])('a dependency on %s takes in nothing', async where => {
    const root = makeScene({ 'Chart.yaml': chartFile('outer'), 'templates/secret.yaml': configMap('leaked') });
    const inner = {
      'repo/.git/HEAD': '',
      'repo/apps/web/Chart.yaml': dependingOn('far', where),
      'repo/apps/web/templates/a.yaml': configMap('x'),
    };
    for (const [name, text] of Object.entries(inner)) {
      mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    symlinkSync(root, path.join(root, 'repo/apps/link'));
    const rendered = await renderIn(path.join(root, 'repo'), helm);
    expect(textsOf(rendered)).not.toContain('leaked');
    expect(rendered.charts.map(({ missing }) => missing)).toEqual([[outside]]);
  });

  test.each([
    ['web', 'file://.'],
    ['web', 'https://example.com'],
    ['db', 'file://../db'],
  ])('a chart that takes in %s from %s, and so itself, is rendered once', async (name, repository) => {
    const files = { 'web/Chart.yaml': dependingOn(name, repository), 'web/templates/a.yaml': configMap('x') };
    const back = chartFile('db', 'dependencies:\n  - {name: web, version: 1.x.x, repository: "file://../web"}\n');
    const more = name === 'web' ? {} : { 'db/Chart.yaml': back, 'db/templates/b.yaml': configMap('y') };
    const { charts, notices } = await renderIn(makeScene({ ...files, ...more }), helm);
    expect(charts.map(({ documents }) => documents.length)).toEqual([name === 'web' ? 1 : 2]);
    expect(notices.map(({ text }) => text)).toEqual([`the chart ${name} takes in itself: ${name} within it is left out`]);
  });

  test('a chart that does not end is waited for once, and what is not tried is told', async () => {
    const root = makeScene({
      'web/Chart.yaml': chartFile('web'),
      'web/values-a.yaml': '{}',
      'web/values-b.yaml': '{}',
      'web/templates/a.yaml': configMap('{{ range $a := until 100000 }}{{ range $b := until 100000 }}{{ end }}{{ end }}'),
    });
    const { charts, notices } = await renderIn(root, helm);
    expect(charts.map(({ values }) => values)).toEqual([[]]);
    expect(notices.map(({ text }) => text)).toEqual([
      'the chart web is not tried with web/values-a.yaml and web/values-b.yaml, as it went over a limit before',
    ]);
  });

  test('behind many charts that do not end none is waited for', async () => {
    const charts = Array.from({ length: 7 }, (_, number) => ({
      [`c${String(number)}/Chart.yaml`]: chartFile(`c${String(number)}`),
      [`c${String(number)}/templates/a.yaml`]: configMap('{{ range until 2000000000 }}{{ end }}'),
    }));
    const { notices } = await renderIn(makeScene(Object.assign({}, ...charts) as Record<string, string>), helm);
    expect(notices.map(({ text }) => text)).toContain('the chart c6 is not linted: 4 charts before it went over a limit');
  });

  test('a template of 10 MB is left out and told', async () => {
    const root = makeScene({
      'web/Chart.yaml': chartFile('web'),
      'web/templates/a.yaml': configMap('x'),
      'web/templates/large.yaml': `${configMap('y')}# ${'x'.repeat(10 * 1024 * 1024)}\n`,
    });
    const { charts, notices } = await renderIn(root, helm);
    expect(charts[0]?.documents).toHaveLength(1);
    expect(notices.map(({ text }) => text)).toEqual(['web/templates/large.yaml is left out of the chart web: it is larger than 5 MB']);
  });

  test('NUL bytes are a fault of their template', async () => {
    const root = makeScene({ 'web/Chart.yaml': chartFile('web'), 'web/templates/a.yaml': configMap('"a\u0000b"'), 'web/templates/b.yaml': configMap('x') });
    const { charts } = await renderIn(root, helm);
    expect(charts[0]?.faults.map(({ kind, at }) => [kind, at.file.path])).toEqual([['yaml', 'web/templates/a.yaml']]);
  });

  test('lines that end in CRLF keep their numbers', async () => {
    const text = configMap('{{ .Values.a }}').replaceAll('\n', '\r\n');
    const root = makeScene({
      'web/Chart.yaml': chartFile('web').replaceAll('\n', '\r\n'),
      'web/values.yaml': 'b: 1\r\na: x\r\n',
      'web/templates/a.yaml': text,
    });
    const { charts } = await renderIn(root, helm);
    const [document] = charts[0]?.documents ?? [];
    const value = document && Cursor.root(document)?.get('data').get('value');
    expect(value && [value.text, lineOf(value.at), value.at.origin?.changes.map(change => lineOf(change.at))]).toEqual([
      'x',
      'web/templates/a.yaml:6',
      ['web/values.yaml:2'],
    ]);
  });
});
