import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Cursor } from '../../src/core/yaml/cursor.ts';
import { chartFile, configMap, lineOf, makeScene, renderIn, textsOf } from './chart-scene.ts';
import { kubernetesTools } from './tools.ts';

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
