import { Ajv, type SchemaObject } from 'ajv';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/engine/report.ts';
import { FORMAT_NAMES, isFormatName, renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import { buildReportSchema } from '../../src/core/report/report-schema.ts';
import { setScalar } from '../../src/core/rule/edits.ts';
import { caseLine } from '../../src/dev/cases.ts';
import { lintCase } from '../../src/dev/lint-case.ts';
import { casesOf } from '../harness/contract.ts';
import { ruleFolders } from '../harness/rules.ts';
import { projectRoot } from '../harness/shared.ts';
import { OPTIONS, placeOf, reportOf } from './report-of.ts';

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
`;

const HOSTILE = 'Service "a\u001b[31m" ::error::x [link](http://x) {0} <b>@user</b>\n**y**\u202e';

const twoEnds = (message = 'Message', file = 'a.yaml'): Report =>
  reportOf({ [file]: service }, cluster => {
    const at = placeOf(cluster, 'Service', ['spec', 'selector', 'app']);
    return [
      {
        message,
        at,
        help: 'Use another',
        related: [{ at: placeOf(cluster, 'Service', ['metadata', 'name']), note: 'the name' }],
        fixes: [{ title: 'Use "api"', safety: 'unsafe', edits: [setScalar(at, 'api')] }],
      },
    ];
  });

const render = (format: string, report: Report, options: Partial<ReportOptions> = {}): Promise<string> => {
  if (!isFormatName(format)) throw new Error(format);
  return renderReport(format, report, { ...OPTIONS, ...options });
};

/** The schema with every object closed: what is printed and not described fails. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in schema && 'required' in schema ? { ...inner, additionalProperties: false } : inner;
}

describe('json', () => {
  const ajv = new Ajv({ allErrors: true, formats: { uri: true }, allowUnionTypes: true });
  const validate = ajv.compile<unknown>(closed(buildReportSchema()) as SchemaObject & { $async?: never });
  const faultsOf = async (report: Report): Promise<unknown> => {
    validate(JSON.parse(await render('json', report)));
    return validate.errors ?? [];
  };

  test('the schema in schemas/ is the one of the code', () => {
    expect(JSON.parse(readFileSync(path.join(projectRoot, 'schemas/report.schema.json'), 'utf8'))).toEqual(buildReportSchema());
  });

  const rules = ruleFolders.map(({ rule }) => rule);
  for (const { id, rule, ...pages } of ruleFolders) {
    test(`the cases of ${id} fit the schema`, async () => {
      for (const example of casesOf({ id, rule, ...pages })) expect(await faultsOf(lintCase(rule, example, rules)), caseLine(example)).toEqual([]);
    });
  }

  test('a report with all there is fits the schema', async () => {
    const report = twoEnds(HOSTILE);
    const [finding] = report.findings;
    if (!finding) throw new Error('no finding');
    const suppressed = { by: 'comment', reason: 'because', location: finding.location } as const;
    const full: Report = {
      ...report,
      findings: [finding, { ...finding, suppressed, resource: null, help: null }, { ...finding, suppressed: { by: 'baseline', reason: null, location: null } }],
      undecided: [{ id: 'open', rule: finding.rule, one: 'is', many: 'are', decide: 'look', at: [finding.location] }],
      incomplete: [{ path: 'b', reason: 'r' }],
      notices: [{ path: null, text: 't' }],
    };
    expect(await faultsOf(full)).toEqual([]);
    expect(JSON.parse(await render('json', full))).toMatchObject({
      version: 1,
      tool: { name: 'svclint', version: '0.1.0' },
      findings: [
        {
          rule: 'test-speaks',
          variant: 'seen',
          severity: 'error',
          category: 'wiring',
          message: HOSTILE,
          help: 'Use another',
          docs: 'https://github.com/svclint/svclint/blob/main/rules/test-speaks/docs.md',
          location: { path: 'a.yaml', start: { line: 7, column: 5 }, end: { line: 7, column: 13 } },
          resource: { apiVersion: 'v1', kind: 'Service', namespace: null, name: 'web' },
          related: [{ note: 'the name', location: { path: 'a.yaml', start: { line: 4, column: 3 }, end: { line: 4, column: 12 } } }],
          fixes: [
            { title: 'Use "api"', safety: 'unsafe', edits: [{ path: 'a.yaml', start: { line: 7, column: 10 }, end: { line: 7, column: 13 }, newText: 'api' }] },
          ],
          suppressed: null,
        },
        { help: null, resource: null, suppressed: { by: 'comment', reason: 'because' } },
        { suppressed: { by: 'baseline', reason: null, location: null } },
      ],
      undecided: [{ rule: 'test-speaks', question: 'open', reason: 'is', decide: 'look', count: 1 }],
      incomplete: [{ path: 'b', reason: 'r' }],
      summary: { files: 1, resources: 1, error: 1 },
    });
  });
});

describe('github', () => {
  test('a finding is a command with its place, its other end and its help', async () => {
    expect(await render('github', twoEnds(), { pathInRepository: path => `deploy/k8s/${path}` })).toBe(
      '::error file=deploy/k8s/a.yaml,line=7,endLine=7,col=5,endColumn=12,title=test-speaks::Message%0Adeploy/k8s/a.yaml:4: the name%0Ahelp: Use another\n',
    );
  });

  test.each([
    ['warning', '::warning '],
    ['info', '::notice '],
  ] as const)('%s', async (severity, command) => {
    const report = twoEnds();
    expect(await render('github', { ...report, findings: report.findings.map(finding => ({ ...finding, severity })) })).toContain(command);
  });

  test('nothing in a name starts a command or ends a property', async () => {
    const printed = await render('github', twoEnds(HOSTILE, 'a,line=1::error::%0A\n.yaml'));
    expect(printed.split('\n')).toHaveLength(2);
    expect(printed).toContain('::error file=a%2Cline=1%3A%3Aerror%3A%3A%250A\\n.yaml,line=7,');
    expect(printed).not.toMatch(/[\u001b\u202e]/);
  });

  test('what was not read is an error', async () => {
    expect(await render('github', { ...twoEnds(), findings: [], incomplete: [{ path: 'b.yaml', reason: 'gone' }] })).toBe(
      '::error file=b.yaml::b.yaml was not linted: gone\n',
    );
  });

  test('a block has lines and no columns', async () => {
    const report = reportOf({ 'a.yaml': service }, cluster => [{ message: 'Message', at: placeOf(cluster, 'Service', ['spec']) }]);
    expect(await render('github', report)).toBe('::error file=a.yaml,line=5,endLine=7,title=test-speaks::Message\n');
  });
});

test('the default format comes first, and unknown names are none', () => {
  expect(FORMAT_NAMES).toEqual(['stylish', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'markdown', 'html']);
  expect(['stylish', 'toString', ''].map(isFormatName)).toEqual([true, false, false]);
});
