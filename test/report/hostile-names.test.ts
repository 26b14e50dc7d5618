import { Ajv, type SchemaObject } from 'ajv';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES, renderReport } from '../../src/core/report/formats.ts';
import { buildReportSchema } from '../../src/core/report/report-schema.ts';
import { OPTIONS } from './report-of.ts';
import { buildEveryExample, buildHostile, buildSeveral, HOSTILE_NAMES } from './whole-reports.ts';

describe.each(FORMAT_NAMES)('%s', format => {
  test('holds nothing of a name that a terminal acts on or hides', async () => {
    const printed = await renderReport(format, buildHostile(), OPTIONS);
    expect(printed.length).toBeGreaterThan(0);
    expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });

  test('the same input gives the same bytes', async () => {
    expect(await renderReport(format, buildSeveral(), OPTIONS)).toBe(await renderReport(format, buildSeveral(), OPTIONS));
  });
});

test('json keeps hostile names whole and fits its schema', async () => {
  const validate = new Ajv({ allErrors: true, formats: { uri: true }, allowUnionTypes: true }).compile<unknown>(buildReportSchema() as SchemaObject);
  for (const report of [buildHostile(), buildEveryExample()]) {
    const json: unknown = JSON.parse(await renderReport('json', report, OPTIONS));
    validate(json);
    expect(validate.errors ?? []).toEqual([]);
    expect(json).toMatchObject({ findings: report.findings.map(({ message }) => ({ message })) });
  }
});

test.each(FORMAT_NAMES.filter(format => format !== 'github'))('%s prints no line that a runner of GitHub Actions takes for a command', async format => {
  const printed = await renderReport(format, buildHostile(['::error::x', ' ::add-mask::x', '::stop-commands::x']), OPTIONS);
  expect(printed.split('\n').filter(line => line.trimStart().startsWith('::'))).toEqual([]);
});

test('github writes one command a finding, each at its line, whatever the names hold', async () => {
  const lines = (await renderReport('github', buildHostile(), OPTIONS)).trimEnd().split('\n');
  expect(lines).toHaveLength(HOSTILE_NAMES.length * 2);
  for (const line of lines) expect(line).toMatch(/^::error file=[^,:]*(?:,line=7,endLine=7,col=5,endColumn=12,title=test-speaks)?::[^\r\n]+$/);
});
