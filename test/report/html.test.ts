import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { withFindings } from '../../src/core/engine/count-findings.ts';
import type { Report } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import { MASK } from '../../src/core/report/mask.ts';
import { setScalar } from '../../src/core/rule/edits.ts';
import { lintCase } from '../../src/dev/lint-case.ts';
import { casesOf } from '../harness/contract.ts';
import { ruleFolders } from '../harness/rules.ts';
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

/** The text of the page as a person sees it, without tags. */
const textOf = (page: string): string =>
  page
    .replace(/<(style|script)>.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]*>\n?/g, '')
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '');

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

/** What is no markup of ours: handlers, styles in attributes, elements and addresses that load something. */
const FOREIGN = /<[^>]*\s(?:on\w+|style|src)=|<(?:img|iframe|object|embed|base|video|audio)\b|javascript:|@import|url\(/i;

describe('names in manifests', () => {
  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\' &lt; \u202e\u0000\ud800';

  test('are text, wherever they stand', async () => {
    const text = service
      .replace('name: web', `name: '${hostile.replaceAll("'", "''").replaceAll(/[\u0000\ud800]/g, '')}'`)
      .replace('# the pods', `# ${hostile}`);
    const report = reportOf({ [`k8s/${hostile}/a.yaml`]: text }, cluster => {
      const at = placeOf(cluster, 'Service', SELECTOR);
      const fixes = [{ title: hostile, safety: 'safe', edits: [setScalar(at, hostile)] }] as const;
      return [
        { message: `Service "${hostile}"`, at, help: hostile, answer: hostile, related: [{ at, note: hostile }], fixes },
        { undecided: 'open', at },
      ];
    });
    const findings = report.findings.map(finding => ({
      ...finding,
      scopes: [hostile, 'b'],
      suppressed: { by: 'comment', reason: hostile, location: null } as const,
    }));
    const page = await html({
      ...report,
      findings: [...report.findings, ...findings],
      incomplete: [{ path: hostile, reason: hostile }],
      notices: [{ path: hostile, text: hostile }],
      summary: { ...report.summary, scopes: 2 },
    });
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(FOREIGN);
    expect(page).not.toMatch(/[\u0000\u202e\ud800]/u);
    console.log(page.split('&lt;img').length, page.split('<article').length, textOf(page).slice(0, 3000));
    expect(textOf(page).split('<img src=x onerror=alert(1)>').length).toBeGreaterThan(12);
  });

  test.each(ruleFolders.map(folder => [folder.id, folder] as const))('of the cases of %s too', async (_, folder) => {
    const rules = ruleFolders.map(({ rule }) => rule);
    for (const example of casesOf(folder)) {
      const page = await html(lintCase(folder.rule, example, rules));
      expect(page).not.toMatch(FOREIGN);
      for (const name of ['article', 'section', 'span', 'mark', 'b', 'i', 'q', 'pre', 'figure', 'dl', 'dd', 'li']) {
        expect(page.split(new RegExp(`</${name}\\s*>`)).length, name).toBe(page.split(new RegExp(`<${name}[\\s>]`)).length);
      }
    }
  });
});

describe('secrets', () => {
  const secret = `apiVersion: v1
kind: Secret
metadata: { name: db }
type: Opaque
stringData: { password: hunter2hunter2 }
`;

  test('are in no line of code and in no fix', async () => {
    const report = reportOf({ 'a.yaml': secret }, cluster => {
      const at = placeOf(cluster, 'Secret', ['type']);
      const body = placeOf(cluster, 'Secret', ['stringData']);
      const fixes = [
        {
          title: 'Set it',
          safety: 'safe',
          edits: [setScalar(at, 'Other'), { ...setScalar(body, 'x'), span: { start: body.span.start, end: body.span.start }, newText: 'x' }],
        },
      ] as const;
      return [{ message: 'Message', at, fixes }];
    });
    const page = await html(report);
    expect(page).not.toContain('hunter2');
    expect(page).toContain(`password: ${MASK}`);
    expect(page).toContain('<del data-n="4">');
  });
});

describe('thousands of findings', () => {
  const many = (count: number): Report => {
    const report = reportOf({ 'a.yaml': service }, cluster => [{ message: 'Message', at: placeOf(cluster, 'Service', SELECTOR) }]);
    const [finding] = report.findings;
    if (!finding) throw new Error('no finding');
    const severities = ['info', 'error'] as const;
    return withFindings(
      report,
      Array.from({ length: count }, (_, index) => ({
        ...finding,
        severity: severities[index % 2] ?? 'info',
        fingerprint: `${finding.fingerprint}:${String(index)}`,
      })),
    );
  };

  test('show the code of the gravest, and all are listed', async () => {
    const page = await html(many(6000));
    expect(page.match(/<article\s/g)).toHaveLength(6000);
    expect(page.match(/<figure>/g)).toHaveLength(5000);
    expect(page.match(/data-severity="error"[^>]* data-brief/)).toBeNull();
    expect(textOf(page)).toContain('The code of 1000 less severe findings is left out');
  });

  test('take at most 2 KB each', async () => {
    expect((await html(many(5000))).length / 5000).toBeLessThan(2048);
  });

  test('a fix that adds many lines shows the first ones', async () => {
    const report = reportOf({ 'a.yaml': service }, cluster => {
      const at = placeOf(cluster, 'Service', SELECTOR);
      const text = Array.from({ length: 40 }, (_, index) => `    k${String(index)}: v`).join('\n');
      const edit = { ...setScalar(at, 'x'), newText: `web\n${text}` };
      return [{ message: 'Message', at, fixes: [{ title: 'Add', safety: 'safe', edits: [edit] }] }];
    });
    const page = await html(report);
    expect(page.match(/<ins>/g)).toHaveLength(12);
    expect(page).toContain('29 more lines');
  });
});
