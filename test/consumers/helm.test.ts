import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Cursor } from '../../src/core/yaml/cursor.ts';
import type { RenderedCharts } from '../../src/node/helm/render-charts.ts';
import { chartFile, configMap, lineOf, makeScene, renderIn, textsOf } from './chart-scene.ts';
import { tarOf } from './tar-of.ts';
import { kubernetesTools } from './tools.ts';

const DEPLOYMENT = `{{- if .Values.enabled }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  labels: {{- include "web.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas }}
  template:
    spec:
      containers:
        - name: web
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
          {{- with .Values.ports }}
          ports:
            {{- toYaml . | nindent 12 }}
          {{- end }}
{{- end }}
`;

const WEB = {
  'web/Chart.yaml': chartFile('web'),
  'web/values.yaml': 'enabled: true\nreplicas: 1\nimage:\n  repository: nginx\n  tag: "1.27"\nports:\n  - containerPort: 80\n    name: http\n',
  'web/values-prod.yaml': 'replicas: 3\n',
  'web/templates/_helpers.tpl': '{{- define "web.labels" -}}\napp: web\nrelease: {{ .Release.Name }}\n{{- end }}\n',
  'web/templates/deployment.yaml': DEPLOYMENT,
};

function at({ charts }: RenderedCharts, variant: number, ...keys: readonly (string | number)[]): Cursor {
  const [document] = charts[variant]?.documents ?? [];
  let cursor: Cursor | undefined = document && Cursor.root(document);
  for (const key of keys) cursor = typeof key === 'number' ? cursor?.items()[key] : cursor?.get(key);
  if (!cursor) throw new Error(`nothing at ${keys.join('.')}`);
  return cursor;
}

/** The place of a field, with that of each change: `path:line text < path:line`. */
function sourceOf(rendered: RenderedCharts, variant: number, ...keys: readonly (string | number)[]): string {
  const { origin, file, valueSpan } = at(rendered, variant, ...keys).at;
  const changes = origin?.changes.map(change => ` < ${lineOf(change.at)}`) ?? [];
  return `${lineOf({ file, valueSpan })} ${file.text.slice(valueSpan.start, valueSpan.end)}${changes.join('')}`;
}

const CONTAINER = ['spec', 'template', 'spec', 'containers', 0] as const;

describe.each(['1.31', '1.35'] as const)('with the helm of %s', release => {
  const helm = kubernetesTools(release);

  test('each field knows its line in the template, and the values that fill it', async () => {
    const rendered = await renderIn(makeScene(WEB), helm);
    expect(sourceOf(rendered, 0, 'kind')).toBe('web/templates/deployment.yaml:3 Deployment');
    expect(sourceOf(rendered, 0, 'spec', 'replicas')).toBe('web/templates/deployment.yaml:8 {{ .Values.replicas }} < web/values.yaml:2');
    expect(sourceOf(rendered, 0, 'metadata', 'labels', 'app')).toBe('web/templates/_helpers.tpl:2 web < web/templates/deployment.yaml:6');
    expect(sourceOf(rendered, 0, 'metadata', 'labels', 'release')).toBe('web/templates/_helpers.tpl:3 {{ .Release.Name }} < web/templates/deployment.yaml:6');
    expect(sourceOf(rendered, 0, ...CONTAINER, 'name')).toBe('web/templates/deployment.yaml:12 web');
    expect(sourceOf(rendered, 0, ...CONTAINER, 'ports', 0, 'name')).toBe('web/templates/deployment.yaml:16 {{- toYaml . | nindent 12 }} < web/values.yaml:8');
    const { keySpan, file } = at(rendered, 0, 'spec', 'replicas').at;
    expect(file.text.slice(keySpan?.start, keySpan?.end)).toBe('replicas');
  });

  test('a values file beside the chart is a variant', async () => {
    const rendered = await renderIn(makeScene(WEB), helm);
    expect(rendered.charts.map(({ values }) => values)).toEqual([[], ['web/values-prod.yaml']]);
    expect(sourceOf(rendered, 1, 'spec', 'replicas')).toBe('web/templates/deployment.yaml:8 {{ .Values.replicas }} < web/values-prod.yaml:1');
    expect(at(rendered, 1, 'spec', 'replicas').source).toBe('3');
  });

  test('hooks are marked, tests are left out, definitions are taken in', async () => {
    const hook = (event: string): string => configMap('x').replace('name: shown', `name: ${event}\n  annotations:\n    helm.sh/hook: ${event}`);
    const rendered = await renderIn(
      makeScene({
        'web/Chart.yaml': chartFile('web'),
        'web/crds/a.yaml': 'kind: CustomResourceDefinition\napiVersion: apiextensions.k8s.io/v1\nmetadata:\n  name: a.b\n',
        'web/templates/a.yaml': `${hook('pre-install,pre-upgrade').replace('name: pre-install,pre-upgrade', 'name: job')}---\n${hook('test')}`,
      }),
      helm,
    );
    const [chart] = rendered.charts;
    expect(chart?.documents).toHaveLength(2);
    expect(chart?.hooks.map(({ events }) => events)).toEqual([['pre-install', 'pre-upgrade']]);
    expect(sourceOf(rendered, 0, 'metadata', 'name')).toBe('web/crds/a.yaml:4 a.b');
  });

  test('a value that the chart demands is unknown where no values file gives it', async () => {
    const files = {
      'web/Chart.yaml': chartFile('web'),
      'web/templates/a.yaml': configMap('{{ required "say which" .Values.which }}-{{ .Values.image.name }}'),
    };
    const bare = await renderIn(makeScene(files), helm);
    expect(bare.charts[0]?.placeholders).toEqual(['which', 'image.name']);
    expect(textsOf(bare)).toContain('value: ${which}-${image.name}');
    expect(bare.notices.map(({ text }) => text)).toEqual(['the chart web demands which and image.name, which no values file gives: they are taken as unknown']);
    const given = await renderIn(makeScene({ ...files, 'web/ci/some-values.yaml': 'which: this\nimage:\n  name: x\n' }), helm);
    expect(given.charts.map(({ values, faults }) => [values, faults])).toEqual([[['web/ci/some-values.yaml'], []]]);
    expect(textsOf(given)).toContain('value: this-x');
  });

  test.each([
    ['{{ fail "no" }}', 'value-required', 'web/templates/a.yaml:6'],
    ['{{ nothing }}', 'template', 'web/templates/a.yaml:6'],
    ['{{ index .Values.list 3 }}', 'template', 'web/templates/a.yaml:6'],
    ['x\n bad: y', 'yaml', 'web/templates/a.yaml:7'],
  ])('%s is a fault at its line', async (value, kind, place) => {
    const { charts } = await renderIn(
      makeScene({
        'web/Chart.yaml': chartFile('web'),
        'web/values.yaml': 'list: [1]\n',
        'web/templates/a.yaml': configMap(value),
        'web/templates/b.yaml': configMap('b'),
      }),
      helm,
    );
    expect(charts[0]?.faults.map(fault => [fault.kind, lineOf(fault.at)])).toEqual([[kind, place]]);
    // What one template breaks leaves the others.
    expect(charts[0]?.documents).toHaveLength(kind === 'yaml' ? 1 : 0);
  });

  test('notes that fail are a fault at their line', async () => {
    const { charts } = await renderIn(
      makeScene({ 'web/Chart.yaml': chartFile('web'), 'web/templates/NOTES.txt': 'one\n{{ fail "no" }}\n', 'web/templates/a.yaml': configMap('x') }),
      helm,
    );
    expect(charts[0]?.faults.map(fault => [fault.kind, lineOf(fault.at)])).toEqual([['value-required', 'web/templates/NOTES.txt:2']]);
  });

  test('what is wrong in Chart.yaml and in values files is a fault there', async () => {
    const { charts } = await renderIn(
      makeScene({
        'a/Chart.yaml': chartFile('a', 'kubeVersion: ">=1.99.0-0"\n'),
        'b/Chart.yaml': chartFile('b'),
        'b/templates/b.yaml': configMap('x'),
        'b/ci/bad-values.yaml': 'a: b\n c: d\n',
        'c/Chart.yaml': 'name: c\n x: y\n',
        'd/Chart.yaml': chartFile('d'),
        'd/values.yaml': 'a: [\n',
      }),
      helm,
    );
    const faults = charts.flatMap(chart => chart.faults.map(fault => [chart.chart, fault.kind, lineOf(fault.at)]));
    expect(faults).toEqual([
      ['a', 'kube-version', 'a/Chart.yaml:4'],
      ['b', 'values', 'b/ci/bad-values.yaml:2'],
      ['c', 'chart', 'c/Chart.yaml:2'],
      ['d', 'values', 'd/values.yaml:1'],
    ]);
    expect(charts.flatMap(chart => chart.faults.map(({ answer }) => answer)).join('\n')).not.toMatch(/\/svclint-helm-/);
  });

  test('dependencies come from the repository, and what it lacks is told', async () => {
    const dependencies = `dependencies:
  - {name: common, version: 1.x.x, repository: "oci://example.com/charts"}
  - {name: db, version: 1.x.x, repository: "file://../db", alias: store}
  - {name: far, version: 1.x.x, repository: "https://example.com/charts"}
`;
    const rendered = await renderIn(
      makeScene({
        'apps/web/Chart.yaml': chartFile('web', dependencies),
        'apps/web/Chart.lock': 'x',
        'apps/web/values.yaml': 'store:\n  size: 5\n',
        'apps/web/templates/a.yaml': configMap('{{ include "common.name" . }}'),
        'apps/db/Chart.yaml': chartFile('db').replace('0.1.0', '1.1.0'),
        'apps/db/values.yaml': 'size: 1\ncolour: red\n',
        'apps/db/templates/b.yaml': configMap('{{ .Values.size }}').replace('shown', '{{ .Values.colour }}'),
        'lib/common/Chart.yaml': chartFile('common', 'type: library\n'),
        'lib/common/templates/_n.tpl': '{{ define "common.name" }}from-common{{ end }}',
      }),
      helm,
    );
    expect(rendered.charts.map(({ chart }) => chart)).toEqual(['apps/web']);
    expect(rendered.charts[0]?.faults).toEqual([]);
    expect(rendered.charts[0]?.missing).toEqual(['the chart far, which apps/web depends on, is not in the repository']);
    expect(textsOf(rendered)).toContain('value: from-common');
    expect(sourceOf(rendered, 0, 'data', 'value')).toBe('apps/db/templates/b.yaml:6 {{ .Values.size }} < apps/web/values.yaml:2');
    expect(sourceOf(rendered, 0, 'metadata', 'name')).toBe('apps/db/templates/b.yaml:4 {{ .Values.colour }} < apps/db/values.yaml:2');
  });

  test('what a chart takes in is rendered alone where nothing of the chart renders', async () => {
    const dependencies = 'dependencies:\n  - {name: db, version: 1.x.x, repository: "file://../db"}\n';
    const rendered = await renderIn(
      makeScene({
        'web/Chart.yaml': chartFile('web', dependencies),
        'web/templates/a.yaml': configMap('{{ nothing }}'),
        'db/Chart.yaml': chartFile('db'),
        'db/templates/b.yaml': configMap('x'),
      }),
      helm,
    );
    expect(rendered.charts.map(({ chart, documents, faults }) => [chart, documents.length, faults.length])).toEqual([
      ['web', 0, 1],
      ['db', 1, 0],
    ]);
  });

  test('a release that a GitOps tool asks for has its name, its namespace and its values', async () => {
    const root = makeScene({
      'web/Chart.yaml': chartFile('web'),
      'web/templates/a.yaml': configMap('{{ .Release.Name }}.{{ .Release.Namespace }}.{{ .Values.a }}'),
    });
    const values = [
      { path: 'a.yaml', text: 'a: 1\n' },
      { path: 'b.yaml', text: 'a: 2\n' },
    ];
    const request = { leavesOwnValues: false, missing: [], isMasked: false };
    const rendered = await renderIn(root, helm, [
      { ...request, chart: 'web', release: { name: 'shop', namespace: 'prod' }, values },
      { ...request, chart: 'web', release: { name: '--debug', namespace: '-x' }, values: [] },
    ]);
    expect(rendered.charts.map(({ release }) => [release.name, release.namespace, release.isMadeUp])).toEqual([
      ['shop', 'prod', false],
      ['release', 'release-namespace', false],
      ['web', 'release-namespace', true],
    ]);
    expect(textsOf(rendered)).toContain('value: shop.prod.2');
    expect(sourceOf(rendered, 0, 'data', 'value')).toContain(' < b.yaml:1');
  });

  test('a packed chart within a chart is unpacked', async () => {
    const root = makeScene({ 'web/Chart.yaml': chartFile('web'), 'web/charts/.gitkeep': '' });
    const packed = tarOf({ 'db/Chart.yaml': chartFile('db'), 'db/templates/b.yaml': configMap('packed') });
    writeFileSync(path.join(root, 'web/charts/db-0.1.0.tgz'), gzipSync(packed));
    writeFileSync(path.join(root, 'web/charts/evil-0.1.0.tgz'), gzipSync(tarOf({ 'evil/Chart.yaml': chartFile('evil'), 'evil/../../x': 'y' })));
    const rendered = await renderIn(root, helm);
    expect(rendered.charts[0]?.faults).toEqual([]);
    expect(sourceOf(rendered, 0, 'data', 'value')).toBe('web/charts/db-0.1.0.tgz/templates/b.yaml:6 packed');
    expect(rendered.notices.map(({ text }) => text)).toEqual([
      'web/charts/evil-0.1.0.tgz is left out of the chart web: it holds "evil/../../x", which leads out of the chart',
    ]);
  });
});
