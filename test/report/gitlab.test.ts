import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import { OPTIONS } from './report-of.ts';
import { buildEmpty, buildEveryExample, buildHostile, buildIncomplete, buildSeveral } from './whole-reports.ts';

/**
 * GitLab documents the report's shape in its manual ("Code Quality report format") and publishes no schema of it.
 * This is that table as a schema, closed: what GitLab does not read is not written.
 */
const SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1, pattern: '^[^\\n\\r]*$' },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', minLength: 1 },
          lines: {
            type: 'object',
            additionalProperties: false,
            required: ['begin', 'end'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

interface Issue {
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

const gitlab = (report: Report, options: Partial<ReportOptions> = {}): Promise<string> => renderReport('gitlab', report, { ...OPTIONS, ...options });
const issuesOf = async (report: Report, options: Partial<ReportOptions> = {}): Promise<readonly Issue[]> =>
  JSON.parse(await gitlab(report, options)) as Issue[];

test('an issue says all in one line, and its path is that of the repository', async () => {
  const [first, second, third, ...none] = await issuesOf(buildSeveral(), { pathInRepository: path => `deploy/${path}` });
  expect(first).toEqual({
    description: 'Service "web" is plain. server: Warning: plain.',
    check_name: 'test-speaks',
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    severity: 'info',
    location: { path: 'deploy/k8s/service.yaml', lines: { begin: 3, end: 4 } },
  });
  expect(second).toMatchObject({
    description:
      'Service "web" selects no pod, so it gets no endpoints. deploy/k8s/deploy.yaml:9: the pods of Deployment "web" carry app "wbe". help: Change the selector to app: wbe.',
    severity: 'critical',
    location: { path: 'deploy/k8s/service.yaml', lines: { begin: 7, end: 7 } },
  });
  expect(third).toMatchObject({ description: 'Port 80 of Service "web" has no name.', severity: 'minor' });
  expect(none).toEqual([]);
  expect(await issuesOf(buildSeveral(), { quiet: true })).toHaveLength(1);
});

test('a clean run is an empty list without a byte order mark', async () => {
  expect(await gitlab(buildEmpty())).toBe('[]\n');
});

test('what was not linted blocks', async () => {
  expect(await issuesOf(buildIncomplete())).toMatchObject([
    { description: 'k8s/b.yaml was not linted: permission denied.', severity: 'blocker', location: { path: 'k8s/b.yaml', lines: { begin: 1 } } },
    { description: 'Part of the input was not linted: rule web crashed.', severity: 'blocker', location: { path: '.' } },
  ]);
});

describe('the documented shape', () => {
  const validate = new Ajv({ allErrors: true }).compile<unknown>(SCHEMA);
  test.each([
    ['several findings', buildSeveral],
    ['nothing', buildEmpty],
    ['an incomplete run', buildIncomplete],
    ['hostile names', () => buildHostile()],
    ['every example of the rules', buildEveryExample],
  ])('%s', async (_, build) => {
    const issues = await issuesOf(build());
    validate(issues);
    expect(validate.errors ?? []).toEqual([]);
    // GitLab keeps one issue of those that share a fingerprint.
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });
});
