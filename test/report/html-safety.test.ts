import { describe, expect, test } from 'vitest';
import { withFindings } from '../../src/core/engine/count-findings.ts';
import type { Report } from '../../src/core/engine/report.ts';
import { renderReport } from '../../src/core/report/formats.ts';
import { MASK } from '../../src/core/report/mask.ts';
import { setScalar } from '../../src/core/rule/edits.ts';
import { lintCase } from '../../src/dev/lint-case.ts';
import { casesOf } from '../harness/contract.ts';
import { ruleFolders } from '../harness/rules.ts';
import { textOf } from './page-text.ts';
import { OPTIONS, placeOf, reportOf } from './report-of.ts';

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web # the pods
`;

const SELECTOR = ['spec', 'selector', 'app'];

const html = (report: Report): Promise<string> => renderReport('html', report, OPTIONS);

/** What is no markup of ours: handlers, styles in attributes, elements and addresses that load something. */
const FOREIGN = /<[^>]*\s(?:on\w+|style|src)=|<(?:img|iframe|object|embed|base|video|audio)\b|javascript:|@import|url\(/i;

/** The tags of the page, with nothing in their attributes: no text holds a quote. */
const tagsOf = (page: string): string => page.replace(/<(style|script)>.*?<\/\1>/gs, '<$1></$1>').replaceAll(/"[^"]*"/g, '""');

describe('names in manifests', () => {
  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\' &lt; \u202e\u0000\ud800';

  test('are text, wherever they stand', async () => {
    // Characters that no YAML may hold stand in names of files and in messages only.
    const inYaml = hostile.replaceAll(/[\u0000\ud800]/g, '');
    const text = service.replace('name: web', `name: '${inYaml.replaceAll("'", "''")}'`).replace('# the pods', `# ${inYaml}`);
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
    expect(tagsOf(page)).not.toMatch(FOREIGN);
    expect(page).not.toMatch(/[\u0000\u202e\ud800]/u);
    expect(textOf(page).split('<img src=x onerror=alert(1)>').length).toBeGreaterThan(12);
  });

  test.each(ruleFolders.map(folder => [folder.id, folder] as const))('of the cases of %s too', async (_, folder) => {
    const rules = ruleFolders.map(({ rule }) => rule);
    for (const example of casesOf(folder)) {
      const page = await html(lintCase(folder.rule, example, rules));
      expect(tagsOf(page)).not.toMatch(FOREIGN);
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
          edits: [setScalar(at, 'Other'), { file: body.file, span: { start: body.span.start, end: body.span.start }, newText: 'x' }],
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
    expect(page).not.toMatch(/data-severity="error"[^>]* data-brief/);
    expect(textOf(page)).toContain('The code of 1000 less severe findings is left out');
  });

  test('take at most 2 KB each', async () => {
    expect((await html(many(5000))).length / 5000).toBeLessThan(2048);
  });

  test('a fix that adds many lines shows the first ones', async () => {
    const report = reportOf({ 'a.yaml': service }, cluster => {
      const at = placeOf(cluster, 'Service', SELECTOR);
      const text = Array.from({ length: 40 }, (_, index) => `    k${String(index)}: v`).join('\n');
      const edit = { file: at.file, span: at.valueSpan, newText: `web\n${text}` };
      return [{ message: 'Message', at, fixes: [{ title: 'Add', safety: 'safe', edits: [edit] }] }];
    });
    const page = await html(report);
    expect(page.match(/<ins>/g)).toHaveLength(12);
    expect(page).toContain('29 more lines');
  });
});
