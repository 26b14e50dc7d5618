import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { withFindings } from '../../src/core/engine/count-findings.ts';
import type { Report } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import { setScalar } from '../../src/core/rule/edits.ts';
import { textOf } from './page-text.ts';
import { OPTIONS, placeOf, reportOf } from './report-of.ts';

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web # the pods
  ports:
    - port: 80
`;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata:
      labels:
        app: wbe
`;

const SELECTOR = ['spec', 'selector', 'app'];
const LABEL = ['spec', 'template', 'metadata', 'labels', 'app'];

const html = (report: Report, options: Partial<ReportOptions> = {}): Promise<string> => renderReport('html', report, { ...OPTIONS, ...options });

const twoEnds = (): Report =>
  reportOf({ 'k8s/deploy.yaml': deployment, 'k8s/service.yaml': service }, cluster => {
    const at = placeOf(cluster, 'Service', SELECTOR);
    return [
      {
        message: 'Service "web" selects nothing',
        at,
        help: 'Change the selector to app: wbe',
        answer: 'spec.selector: Invalid value',
        related: [{ at: placeOf(cluster, 'Deployment', LABEL), note: 'the pods carry "wbe"' }],
        fixes: [{ title: 'Use "wbe"', safety: 'unsafe', edits: [setScalar(at, 'wbe')] }],
      },
    ];
  });

describe('a finding', () => {
  test('shows both ends with the lines around them, their marks and the note', async () => {
    const page = await html(twoEnds());
    expect(page).toContain(
      '<span class="l" data-n="7">  <b>selector</b>:</span><span class="l m" data-n="8">    <mark><b>app</b>: web</mark><i> # the pods</i></span>',
    );
    expect(page).toContain('<span class="l m" data-n="8">        <mark class="r"><b>app</b>: wbe</mark></span><span class="n r"><span>        </span>');
    expect(page).toContain('the pods carry <q>&quot;wbe&quot;</q>');
    expect(page.match(/data-n="\d+"/g)?.slice(0, 5)).toEqual([6, 7, 8, 9, 10].map(line => `data-n="${String(line)}"`));
    expect(page).toContain('<code class="at"><span>k8s/</span>service.yaml:8</code>');
    expect(page).toContain('<code class="at"><span>k8s/</span>deploy.yaml:8</code>');
  });

  test('has its rule, object, help, the answer of the server and a fix as a diff', async () => {
    const page = await html(twoEnds());
    expect(page).toContain('href="https://github.com/svclint/svclint/blob/main/rules/test-speaks/docs.md"');
    expect(page).toContain('<span class="object">Service shop/web</span>');
    expect(page).toMatch(/<article\s+id="f-[\da-f]{32}"\s+tabindex="-1"\s+data-severity="error"\s+data-rule="test-speaks"\s+data-namespace="shop"\s*>/);
    const text = textOf(page);
    expect(text).toContain('HelpChange the selector to app: wbe');
    expect(text).toContain('Serverspec.selector: Invalid value');
    expect(text).toContain('Use "wbe" unsafe: a guess to confirm');
    expect(page).toContain('<span class="l" data-n="7">  selector:</span><del data-n="8">    app: web # the pods</del><ins>    app: wbe # the pods</ins>');
  });

  test('that is hidden says by what, and why', async () => {
    const report = twoEnds();
    const hide = (by: 'comment' | 'baseline', reason: string | null): Report =>
      withFindings(
        report,
        report.findings.map(finding => ({ ...finding, suppressed: { by, reason, location: by === 'comment' ? finding.location : null } })),
      );
    const page = await html(hide('comment', 'known & fine'));
    expect(page).toContain('data-hidden="comment"');
    expect(textOf(page)).toContain('Suppressed by a comment at k8s/service.yaml:8 (known & fine)');
    expect(textOf(page)).toContain('No findings');
    expect(textOf(await html(hide('baseline', null)))).toContain('Known: the baseline lists it');
  });

  test('context ends with its document', async () => {
    const report = reportOf({ 'a.yaml': `${deployment}---\n${service}` }, cluster => [
      { message: 'Message', at: placeOf(cluster, 'Service', ['apiVersion']) },
      { message: 'Message', at: placeOf(cluster, 'Deployment', LABEL) },
    ]);
    const lines = [...(await html(report)).matchAll(/data-n="(\d+)"/g)].map(match => Number(match[1]));
    expect(lines).toEqual([6, 7, 8, 10, 11, 12]);
  });

  test('adds lines in place, and edits in two files are told apart', async () => {
    const report = reportOf({ 'a.yaml': service, 'b.yaml': deployment }, cluster => {
      const at = placeOf(cluster, 'Service', SELECTOR);
      const other = placeOf(cluster, 'Deployment', LABEL);
      return [{ message: 'Message', at, fixes: [{ title: 'Both', safety: 'safe', edits: [setScalar(at, 'x'), setScalar(other, 'x')] }] }];
    });
    const page = await html(report);
    expect(page).toContain('<code class="at">b.yaml:8</code></figcaption>\n<pre><span class="l" data-n="7">      labels:</span><del data-n="8">');
    expect(page).toContain('<span class="tag good">safe</span>');
  });
});

test('lines between two edits are shown once, and far ones are left out', async () => {
  const report = reportOf({ 'a.yaml': service }, cluster => {
    const [kind, name, port] = [['kind'], ['metadata', 'name'], ['spec', 'ports', 0, 'port']].map(path => placeOf(cluster, 'Service', path));
    if (!kind || !name || !port) throw new Error('no place');
    return [
      { message: 'Message', at: name, fixes: [{ title: 'All', safety: 'safe', edits: [setScalar(kind, 'X'), setScalar(name, 'x'), setScalar(port, 1)] }] },
    ];
  });
  const diff = /<figure class="diff">.*?<\/figure/s.exec(await html(report))?.[0] ?? '';
  expect([...diff.matchAll(/data-n="(.*?)"/g)].map(([, number]) => number)).toEqual(['1', '2', '3', '4', '5', '⋯', '9', '10']);
});

describe('the page', () => {
  test('begins with the verdict, and what was read', async () => {
    const text = textOf(await html(twoEnds()));
    expect(text).toContain('svclint: 1 error');
    expect(text).toMatch(/1 error\s*Read2 files, 2 objectsKubernetes1\.34–1\.37/);
  });

  test('of a clean run says so, and has no filters', async () => {
    const page = await html(reportOf({ 'a.yaml': service }, () => []));
    expect(textOf(page)).toContain('No findings');
    expect(page).not.toContain('id="findings"');
    expect(page).not.toContain('Rules found');
  });

  test('says what was not read, what is open and what is worth knowing', async () => {
    const report = reportOf({ 'a.yaml': service }, cluster => [{ undecided: 'open', at: placeOf(cluster, 'Service', SELECTOR) }]);
    const text = textOf(
      await html({
        ...report,
        incomplete: [{ path: 'b\u001b.yaml', reason: 'permission <denied>' }],
        notices: [{ path: 'charts/a', text: 'charts are not rendered' }],
      }),
    );
    expect(text).toContain('No findings in what was read');
    expect(text).toContain('b\\x1b.yaml was not linted: permission <denied>');
    expect(text).toMatch(/1 Service is open\s*test-speaks Decide it: --complete if it is closed\s*a\.yaml:8/);
    expect(text).toContain('charts are not rendered (charts/a)');
  });

  test('has no error only where --quiet is asked for', async () => {
    const report = reportOf({ 'a.yaml': service }, cluster => [
      { message: 'Grave', at: placeOf(cluster, 'Service', SELECTOR) },
      { message: 'Mild', at: placeOf(cluster, 'Service', ['spec', 'ports']), severity: 'warning' },
    ]);
    expect(await html(report)).toContain('Mild');
    const quiet = await html(report, { quiet: true });
    expect(quiet).toContain('Grave');
    expect(quiet).not.toContain('Mild');
    expect(textOf(quiet)).not.toContain('1 warning');
  });

  test('is the same for the same report', async () => {
    expect(await html(twoEnds())).toBe(await html(twoEnds()));
  });

  test('allows its own style and script and nothing else', async () => {
    const page = await html(twoEnds());
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const hashes = [...page.matchAll(/<(?:style|script)>(.*?)<\/(?:style|script)>/gs)].map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
    expect(hashes).toHaveLength(2);
    expect(policy).toBe(
      `default-src 'none'; script-src ${hashes[1] ?? ''}; style-src ${hashes[0] ?? ''}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`,
    );
  });
});
