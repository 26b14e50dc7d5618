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
