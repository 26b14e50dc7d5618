import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import type { Severity } from '../../src/core/rule/finding.ts';
import { OPTIONS, placeOf, reportOf } from './report-of.ts';

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
`;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: { matchLabels: { app: wbe } }
  template:
    metadata:
      labels:
        app: wbe
    spec:
      containers: [{ name: web, image: web }]
`;

const LABEL = ['spec', 'template', 'metadata', 'labels', 'app'];
const SELECTOR = ['spec', 'selector', 'app'];

const bothEnds = (files: Readonly<Record<string, string>>): Report =>
  reportOf(files, cluster => [
    {
      message: 'Service "web" selects app "web", its pods carry "wbe", so it gets no endpoints',
      at: placeOf(cluster, 'Service', SELECTOR),
      help: 'Change the selector to app: wbe',
      related: [{ at: placeOf(cluster, 'Deployment', LABEL), note: 'the pods of Deployment "web" carry app "wbe"' }],
    },
  ]);

/** A report that says one thing of the selector in one file. */
const onePlace = (text: string, path: readonly (string | number)[] = SELECTOR, severity: Severity = 'error'): Report =>
  reportOf({ 'a.yaml': text }, cluster => [{ message: 'Message', at: placeOf(cluster, 'Service', path), severity }]);

const stylish = (report: Report, options: Partial<ReportOptions> = {}): Promise<string> => renderReport('stylish', report, { ...OPTIONS, ...options });

/** The picture alone, without the last lines. */
const picture = async (report: Report, options: Partial<ReportOptions> = {}): Promise<string> => (await stylish(report, options)).split('\n\n')[0] ?? '';

describe('the frame', () => {
  test('shows both ends in two files', async () => {
    expect(await stylish(bothEnds({ 'k8s/service.yaml': service, 'k8s/deploy.yaml': deployment }))).toBe(`\
error: Service "web" selects app "web", its pods carry "wbe", so it gets no endpoints
    ┌─ k8s/service.yaml:7:5 · test-speaks
  6 │   selector:
  7 │     app: web
    │     ^^^^^^^^
    ├─ k8s/deploy.yaml:10:9
  9 │       labels:
 10 │         app: wbe
    │         -------- the pods of Deployment "web" carry app "wbe"
    └─ help: Change the selector to app: wbe

✗ 1 error · 2 files, 2 objects · Kubernetes 1.34-1.37
`);
  });

  test('shows both ends in one file, without what lies between them', async () => {
    expect(await picture(bothEnds({ 'all.yaml': `${service}---\n${deployment}` }))).toBe(`\
error: Service "web" selects app "web", its pods carry "wbe", so it gets no endpoints
    ┌─ all.yaml:7:5 · test-speaks
  6 │   selector:
  7 │     app: web
    │     ^^^^^^^^
  … │
 19 │       labels:
 20 │         app: wbe
    │         -------- the pods of Deployment "web" carry app "wbe"
    └─ help: Change the selector to app: wbe`);
  });

  test('keeps a single line between two shown ones, and marks only the first line of a block', async () => {
    const report = reportOf({ 'a.yaml': service }, cluster => [
      { message: 'Message', at: placeOf(cluster, 'Service', ['spec']), related: [{ at: placeOf(cluster, 'Service', ['spec', 'ports']), note: 'ports' }] },
    ]);
    expect(await picture(report)).toBe(`\
error: Message
   ┌─ a.yaml:5:1 · test-speaks
 4 │   name: web
 5 │ spec:
   │ ^^^^^
 6 │   selector:
 7 │     app: web
 8 │   ports:
   │   ------ ports`);
  });

  test('puts a note on the primary place beside its mark', async () => {
    const report = reportOf({ 'a.yaml': service }, cluster => {
      const at = placeOf(cluster, 'Service', SELECTOR);
      return [{ message: 'Message', at, related: [{ at, note: 'here' }] }];
    });
    expect(await picture(report)).toContain('  │     ^^^^^^^^ here');
  });

  test('counts columns as a terminal does', async () => {
    const report = onePlace('apiVersion: v1\nkind: Service\nspec: {x: "日本👍é", selector: {app: web}}\n');
    expect(await picture(report)).toBe(`\
error: Message
   ┌─ a.yaml:3:31 · test-speaks
 2 │ kind: Service
 3 │ spec: {x: "日本👍é", selector: {app: web}}
   │                                 ^^^^^^^^`);
  });

  test('shows tabs and line ends of Windows', async () => {
    const report = onePlace('apiVersion: v1\r\nkind: Service\r\nspec:\r\n  selector:\r\n    app:\tweb\r\n');
    expect(await picture(report)).toBe(`\
error: Message
   ┌─ a.yaml:5:5 · test-speaks
 4 │   selector:
 5 │     app:→   web
   │     ^^^^^^^^^^^`);
  });

  test('leaves out places beyond the fifth and says so', async () => {
    const ports = Array.from({ length: 9 }, (_, index) => `    - port: ${String(index)}\n`).join('');
    const text = `apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  ports:\n${ports}`;
    const report = reportOf({ 'a.yaml': text }, cluster => [
      {
        message: 'Message',
        at: placeOf(cluster, 'Service', ['spec', 'ports', 0]),
        related: Array.from({ length: 8 }, (_, index) => ({
          at: placeOf(cluster, 'Service', ['spec', 'ports', index + 1]),
          note: `port ${String(index + 1)}`,
        })),
        help: 'Remove them',
      },
    ]);
    const drawn = await picture(report);
    expect(drawn).toContain('port 5\n  … │ and 3 more places\n    └─ help: Remove them');
    expect(await picture(report, { verbose: true })).toContain('port 8\n    └─ help: Remove them');
  });
});

describe('the terminal', () => {
  const width = (columns: number): Partial<ReportOptions> => ({ look: { color: false, width: columns, unicode: true } });

  test('texts wrap, and a note without room goes below its mark', async () => {
    expect(await picture(bothEnds({ 'service.yaml': service, 'deploy.yaml': deployment }), width(44))).toBe(`\
error: Service "web" selects app "web", its
       pods carry "wbe", so it gets no
       endpoints
    ┌─ service.yaml:7:5 · test-speaks
  6 │   selector:
  7 │     app: web
    │     ^^^^^^^^
    ├─ deploy.yaml:10:9
  9 │       labels:
 10 │         app: wbe
    │         --------
    │         the pods of Deployment "web"
    │         carry app "wbe"
    └─ help: Change the selector to app: wbe`);
  });

  test('no row is wider than the terminal, and the mark stays under its text', async () => {
    const report = onePlace(`apiVersion: v1\nkind: Service\nspec: {x: "${'long '.repeat(30)}", selector: {app: web}, y: "${'after '.repeat(30)}"}\n`);
    for (const columns of [30, 50, 80]) {
      const rows = (await picture(report, width(columns))).split('\n').slice(2);
      expect(rows.filter(row => row.length > columns)).toEqual([]);
      const [, code = '', mark = ''] = rows;
      expect(code.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('app: web');
    }
  });

  test('a line of megabytes is cut off a terminal too', async () => {
    const report = onePlace(`{"apiVersion":"v1","kind":"Service","a":"${'x'.repeat(1e6)}","spec":{"selector":{"app":"web"}},"b":"${'x'.repeat(1e6)}"}`);
    const rows = (await picture(report)).split('\n').slice(2);
    expect(rows.filter(row => row.length > 210)).toEqual([]);
    expect(rows[0]?.slice(rows[1]?.indexOf('^'), (rows[1]?.lastIndexOf('^') ?? 0) + 1)).toBe('"app":"web"');
  });

  test('colours are those of the severity, and can be taken out again', async () => {
    const report = bothEnds({ 'service.yaml': service, 'deploy.yaml': deployment });
    const colored = await stylish(report, { look: { color: true, width: Infinity, unicode: true } });
    expect(colored).toContain('\u001b[1;31merror:\u001b[0m');
    expect(colored).toContain('\u001b[1;31m^^^^^^^^\u001b[0m');
    expect(colored).toContain('\u001b[36m--------\u001b[0m');
    expect(colored.replaceAll(/\u001b\[[\d;]*m/g, '')).toBe(await stylish(report));
    expect(await stylish(onePlace(service, SELECTOR, 'warning'), { look: { color: true, width: 80, unicode: true } })).toContain('\u001b[1;33m^^^^');
  });

  test('ASCII is enough', async () => {
    const drawn = await stylish(bothEnds({ 'all.yaml': `${service}---\n${deployment}` }), { look: { color: false, width: 80, unicode: false } });
    expect(drawn).toMatch(/^[\n\x20-\x7e]*$/);
    expect(drawn).toContain('   -> all.yaml:7:5 | test-speaks\n');
    expect(drawn).toContain('    = help: Change the selector');
  });

  test('names cannot act on it', async () => {
    const hostile = 'a\u001b]0;x\u0007\u202e.yaml';
    const report = reportOf({ [hostile]: service.replace('app: web', 'app: "we\\eb" # \u001b[2J\u202e') }, cluster => [
      { message: 'Says \u001b[31m"x"\n::error::y', at: placeOf(cluster, 'Service', SELECTOR), help: 'Help\u009b' },
    ]);
    const drawn = await stylish(report);
    expect(drawn.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(drawn).toContain('error: Says \\x1b[31m"x"\\n::error::y');
    expect(drawn).toContain('a\\x1b]0;x\\x07\\u202e.yaml:7:5');
    expect(await renderReport('compact', report, OPTIONS)).toBe('a\\x1b]0;x\\x07\\u202e.yaml:7:5: error: Says \\x1b[31m"x"\\n::error::y [test-speaks]\n');
  });
});

describe('the last lines', () => {
  const lastLine = async (report: Report, options: Partial<ReportOptions> = {}): Promise<string> =>
    (await stylish(report, options)).trimEnd().split('\n').at(-1) ?? '';
  const quiet = reportOf({ 'a.yaml': service }, () => []);

  test.each<[string, Partial<Report['summary']>, string]>([
    ['nothing', {}, '✓ No findings · 1 file, 1 object · Kubernetes 1.34-1.37'],
    ['no files', { files: 0, resources: 0, scopes: 0 }, '✓ No findings · 0 files, 0 objects · Kubernetes 1.34-1.37'],
    [
      'many',
      { files: 2, resources: 3, scopes: 2, error: 2, warning: 1, info: 2, suppressed: 1, others: 1 },
      '✗ 2 errors, 1 warning and 2 infos · 2 files, 3 objects, 2 scopes · 1 suppressed · 1 other document left alone · Kubernetes 1.34-1.37',
    ],
    ['warnings', { warning: 2, others: 2 }, '2 warnings · 1 file, 1 object · 2 other documents left alone · Kubernetes 1.34-1.37'],
    ['info', { info: 1 }, '1 info · 1 file, 1 object · Kubernetes 1.34-1.37'],
  ])('%s', async (_, change, line) => {
    expect(await lastLine({ ...quiet, summary: { ...quiet.summary, ...change } })).toBe(line);
  });

  const questions = (count: number): Report =>
    reportOf(
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`${String(index)}.yaml`, service.replace('web', `web${String(index)}`)])),
      cluster => Array.from({ length: count }, (_, index) => ({ undecided: 'open', at: placeOf(cluster, 'Service', SELECTOR, index) })),
    );

  test.each([
    [1, '1 Service is open (0.yaml:7): --complete if it is closed'],
    [2, '2 Services are open (0.yaml:7, 1.yaml:7): --complete if it is closed'],
    [4, '4 Services are open (0.yaml:7, 1.yaml:7, 2.yaml:7, 3.yaml:7): --complete if it is closed'],
    [6, '6 Services are open (0.yaml:7, 1.yaml:7, 2.yaml:7 and 3 more): --complete if it is closed'],
  ])('%i open questions of a kind are one line', async (count, line) => {
    expect((await stylish(questions(count))).split('\n')[0]).toBe(`undecided: ${line}`);
  });

  test('--verbose names every place', async () => {
    expect(await stylish(questions(6), { verbose: true })).toContain('3.yaml:7, 4.yaml:7, 5.yaml:7)');
  });

  test('what was not read, and what is worth knowing, is said', async () => {
    const report = {
      ...quiet,
      incomplete: [{ path: 'b\u001b.yaml', reason: 'permission denied' }],
      notices: [{ path: 'chart', text: 'the chart in chart is not rendered' }],
    };
    expect(await stylish(report)).toBe(`\
note: the chart in chart is not rendered
incomplete: b\\x1b.yaml was not linted: permission denied
✗ No findings in what was read · 1 file, 1 object · Kubernetes 1.34-1.37
`);
    expect(await stylish(report, { quiet: true })).toBe('incomplete: b\\x1b.yaml was not linted: permission denied\n');
  });

  test('--quiet shows errors only', async () => {
    expect(await stylish(onePlace(service, SELECTOR, 'warning'), { quiet: true })).toBe('');
    expect(await stylish(onePlace(service), { quiet: true })).toMatch(/^error: Message[^✗]*$/);
    expect(await renderReport('compact', onePlace(service, SELECTOR, 'warning'), { ...OPTIONS, quiet: true })).toBe('');
  });

  test('suppressed findings are counted and not shown', async () => {
    const report = onePlace(service);
    const hidden = report.findings.map(finding => ({ ...finding, suppressed: { by: 'comment', reason: null, location: null } as const }));
    expect(await stylish({ ...report, findings: hidden, summary: { ...report.summary, error: 0, suppressed: 1 } })).toBe(
      '✓ No findings · 1 file, 1 object · 1 suppressed · Kubernetes 1.34-1.37\n',
    );
  });
});

describe('scopes', () => {
  const base = { 'base/kustomization.yaml': 'resources: [web.yaml]\n', 'base/web.yaml': service };
  const overlay = (name: string): Record<string, string> => ({ [`${name}/kustomization.yaml`]: 'resources: [../base]\n' });
  const speak = (files: Readonly<Record<string, string>>): Report =>
    reportOf(files, cluster => (cluster.services.length > 0 ? [{ message: 'Message', at: placeOf(cluster, 'Service', SELECTOR) }] : []));

  test('a finding of several scopes is one, with their number', async () => {
    expect(await stylish(speak({ ...base, ...overlay('prod'), ...overlay('test') }))).toContain('base/web.yaml:7:5 · test-speaks · in 2 scopes\n');
  });

  test('a scope that the path does not name is named', async () => {
    const drawn = await stylish(speak({ ...base, ...overlay('prod'), 'other/web.yaml': service, 'third/web.yaml': service }));
    expect(drawn).toContain('base/web.yaml:7:5 · test-speaks · in scope prod\n');
    expect(drawn).toContain('other/web.yaml:7:5 · test-speaks\n');
  });
});
