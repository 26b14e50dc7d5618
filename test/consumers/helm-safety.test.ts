import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { chartFile, configMap, makeScene, renderIn, textsOf } from './chart-scene.ts';
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
