import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import type { Severity } from '../../src/core/rule/finding.ts';
import { DEFAULT_SETTINGS } from '../../src/core/engine/settings.ts';
import { lintWith } from '../../src/dev/lint-case.ts';
import { ruleFolders } from '../harness/rules.ts';
import { OPTIONS, placeOf, reportOf } from './report-of.ts';

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
`;

const SELECTOR = ['spec', 'selector', 'app'];

const onePlace = (severity: Severity = 'error'): Report =>
  reportOf({ 'a.yaml': service }, cluster => [{ message: 'Message', at: placeOf(cluster, 'Service', SELECTOR), severity }]);

const stylish = (report: Report, options: Partial<ReportOptions> = {}): Promise<string> => renderReport('stylish', report, { ...OPTIONS, ...options });

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
      cluster =>
        // Asked in another order than that of the paths, and the first place twice.
        [0, ...Array.from({ length: count }, (_, index) => count - 1 - index)].map(index => ({
          undecided: 'open',
          at: placeOf(cluster, 'Service', SELECTOR, index),
        })),
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
      notices: [
        { path: 'a', text: 'charts are not rendered' },
        { path: null, text: 'left out' },
        { path: 'b\u001b', text: 'charts are not rendered' },
        { path: 'link', text: 'link is not followed' },
      ],
    };
    expect(await stylish(report)).toBe(`\
note: charts are not rendered (a, b\\x1b)
note: left out
note: link is not followed
incomplete: b\\x1b.yaml was not linted: permission denied
✗ No findings in what was read · 1 file, 1 object · Kubernetes 1.34-1.37
`);
    expect(await stylish(report, { quiet: true })).toBe('incomplete: b\\x1b.yaml was not linted: permission denied\n');
  });

  test('they wrap at the width of the terminal', async () => {
    const lines = (await stylish(questions(2), { look: { color: false, width: 50, unicode: true } })).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'undecided: 2 Services are open (0.yaml:7,',
      '           1.yaml:7): --complete if it is closed',
      expect.stringMatching(/^✓/) as string,
    ]);
  });

  test('--quiet shows errors only', async () => {
    expect(await stylish(onePlace('warning'), { quiet: true })).toBe('');
    expect(await stylish(onePlace(), { quiet: true })).toMatch(/^error: Message[^✗]*$/);
    expect(await renderReport('compact', onePlace('warning'), { ...OPTIONS, quiet: true })).toBe('');
  });

  test('suppressed findings are counted and not shown', async () => {
    const report = onePlace();
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

  test('a finding of several scopes is one, with their names', async () => {
    expect(await stylish(speak({ ...base, ...overlay('prod'), ...overlay('test') }))).toContain('base/web.yaml:7:5 · test-speaks · in prod and test\n');
  });

  test('what is judged by document is of the scopes that hold it', () => {
    const twice = service.replace('  name: web\n', '  name: web\n  name: web\n');
    const rule = ruleFolders.find(folder => folder.id === 'yaml-key-duplicated')?.rule;
    const files = { 'a/web.yaml': service, 'b/web.yaml': twice, 'c/web.yaml': service };
    const input = Object.entries(files).map(([path, text]) => ({ path, text }));
    const [finding] = lintWith(rule ? [rule] : [], input, DEFAULT_SETTINGS).findings;
    expect(finding?.scopes).toEqual(['b']);
    expect(finding?.resource).toEqual({ apiVersion: 'v1', kind: 'Service', namespace: null, name: 'web' });
  });

  test('a scope that the path does not name is named', async () => {
    const drawn = await stylish(speak({ ...base, ...overlay('prod'), 'other/web.yaml': service, 'third/web.yaml': service }));
    expect(drawn).toContain('base/web.yaml:7:5 · test-speaks · in scope prod\n');
    expect(drawn).toContain('other/web.yaml:7:5 · test-speaks\n');
  });
});
