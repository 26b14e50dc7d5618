import { describe, expect, test } from 'vitest';
import type { Report, ReportedFinding } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import type { RuleMeta } from '../../src/core/rule/define-rule.ts';
import { setScalar } from '../../src/core/rule/edits.ts';
import { readRulePage } from '../../src/node/rule-page.ts';
import { ruleFolders } from '../harness/rules.ts';
import { toyRule } from '../harness/toy-rule.ts';
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

const twoEnds = (message = 'Message', file = 'a.yaml', note = 'the name'): Report =>
  reportOf({ [file]: service }, cluster => {
    const at = placeOf(cluster, 'Service', ['spec', 'selector', 'app']);
    return [
      {
        message,
        at,
        help: 'Use another',
        related: [{ at: placeOf(cluster, 'Service', ['metadata', 'name']), note }],
        fixes: [{ title: 'Use "api"', safety: 'unsafe', edits: [setScalar(at, 'api')] }],
      },
    ];
  });

const onlyFinding = (report = twoEnds()): ReportedFinding => {
  const [finding] = report.findings;
  if (!finding) throw new Error('no finding');
  return finding;
};

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Readonly<Record<string, unknown>>[] } };
  readonly results: readonly Readonly<Record<string, unknown>>[];
}

const run = async (report: Report, options: Partial<ReportOptions> = {}): Promise<Run> => {
  const log = JSON.parse(await renderReport('sarif', report, { ...OPTIONS, ...options })) as { version: string; runs: Run[] };
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  return log.runs[0] as Run;
};

const ruleOf = async (rule: RuleMeta, page?: string): Promise<unknown> =>
  (await run({ ...twoEnds(), findings: [] }, { rules: [rule], rulePage: () => page })).tool.driver.rules[0];

describe('a result', () => {
  test('has its places, its fingerprint and its fix', async () => {
    const report = twoEnds();
    const { fingerprint } = onlyFinding(report);
    expect(await run(report, { prefix: 'my app' })).toMatchObject({
      invocations: [{ executionSuccessful: true }],
      columnKind: 'utf16CodeUnits',
      results: [
        {
          ruleId: 'test-speaks',
          ruleIndex: 0,
          level: 'error',
          message: { text: 'Message. See [the name](1). Use another.' },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'my%20app/a.yaml', uriBaseId: '%SRCROOT%' },
                region: { startLine: 7, startColumn: 5, endLine: 7, endColumn: 13 },
              },
              logicalLocations: [{ name: 'web', fullyQualifiedName: 'Service/web', kind: 'resource' }],
            },
          ],
          relatedLocations: [{ id: 1, message: { text: 'the name.' }, physicalLocation: { region: { startLine: 4 } } }],
          partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'svclint/v1': fingerprint },
          fixes: [{ artifactChanges: [{ replacements: [{ deletedRegion: { startLine: 7, startColumn: 10 }, insertedContent: { text: 'api' } }] }] }],
        },
      ],
    });
  });

  test('has a hash that is numbered from one, as code scanning numbers them', async () => {
    const text = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{name: x, port: 1}, {name: x, port: 2}]}\n';
    const report = reportOf({ 'a.yaml': text }, cluster =>
      [0, 1].map(index => ({ message: 'm', at: placeOf(cluster, 'Service', ['spec', 'ports', index, 'port']) })),
    );
    const hashes = (await run(report)).results.map(({ partialFingerprints }) => (partialFingerprints as Record<string, string>)['primaryLocationLineHash']);
    expect(hashes).toEqual([`${report.findings[0]?.fingerprint ?? ''}:1`, report.findings[1]?.fingerprint]);
    expect(hashes[1]).toMatch(/^[0-9a-f]{32}:2$/);
  });

  test('takes no text of a manifest for a link or a placeholder', async () => {
    expect(await run(twoEnds(HOSTILE, 'a.yaml', 'ports[a] is [x](http://y) {1}\n'))).toMatchObject({
      results: [
        {
          message: {
            text: 'Service "a\\x1b[31m" ::error::x \\[link](http://x) {{0}} <b>@user</b>\\n**y**\\u202e. See [ports\\[a\\] is \\[x\\](http://y) {{1}}\\\\n](1). Use another.',
          },
        },
      ],
    });
  });

  test('has bounded texts, cut between characters', async () => {
    const { results } = await run(twoEnds(`Service "${'😀'.repeat(100_000)}"`, 'a.yaml', 'n'.repeat(100_000)));
    expect(JSON.stringify(results).length).toBeLessThan(10_000);
    expect(JSON.stringify(results)).not.toMatch(/\\ud83d(?!\\ude00)/);
  });

  test('links the first ten of many ends, and keeps a hundred places', async () => {
    const finding = onlyFinding();
    const related = Array.from({ length: 150 }, (_, index) => ({ note: `end ${String(index)}`, location: finding.location }));
    const told: string[] = [];
    const { results, ...rest } = await run({ ...twoEnds(), findings: [{ ...finding, related }] }, { tell: text => told.push(text) });
    expect(results[0]).toMatchObject({ message: { text: expect.stringContaining('[end 9](10) and 140 more.') as string } });
    expect(results[0]?.['relatedLocations']).toHaveLength(99);
    expect(rest).toMatchObject({
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning', message: { text: `${told[0]?.slice(7) ?? ''}.` } }] }],
    });
    expect(told).toEqual(['SARIF: places are left out of 1 finding: code scanning keeps 100 of each']);
  });
});

describe('a path', () => {
  test.each([
    ['deploy', 'a b%/ü#?:x.yaml', { uri: 'deploy/a%20b%25/%C3%BC%23%3F%3Ax.yaml', uriBaseId: '%SRCROOT%' }],
    ['deploy/k8s', '../other/a.yaml', { uri: 'deploy/other/a.yaml', uriBaseId: '%SRCROOT%' }],
    ['', 'http://evil/a.yaml', { uri: 'http%3A/evil/a.yaml', uriBaseId: '%SRCROOT%' }],
    ['deploy', '../../outside/a.yaml', { uri: '../outside/a.yaml' }],
    ['deploy', '/elsewhere/a.yaml', { uri: '/elsewhere/a.yaml' }],
    ['deploy', '<stdin>', { uri: '%3Cstdin%3E' }],
  ])('from %s, %s', async (prefix, path, artifactLocation) => {
    const file = path.replace('//', '/');
    const { results } = await run(twoEnds('Message', file), { prefix });
    const [location] = results[0]?.['locations'] as { physicalLocation: { artifactLocation: unknown } }[];
    expect(location?.physicalLocation.artifactLocation).toEqual(artifactLocation);
  });

  test('is what the host says that the repository calls it', async () => {
    expect(await run(twoEnds(), { prefix: 'x', pathInRepository: path => `top/${path}` })).toMatchObject({
      results: [{ locations: [{ physicalLocation: { artifactLocation: { uri: 'top/a.yaml' } } }] }],
    });
  });
});

describe('a rule', () => {
  const known = ruleFolders.find(({ id }) => id === 'service-selects-no-pods');
  if (!known) throw new Error('no rule');

  test('has descriptions and help from its page, without the tests of the page', async () => {
    expect(await ruleOf(known.rule, readRulePage(known.id))).toMatchObject({
      id: 'service-selects-no-pods',
      name: 'ServiceSelectsNoPods',
      shortDescription: { text: `${known.rule.title}.` },
      fullDescription: {
        text: expect.stringMatching(/^A Service whose selector no pod of the files carries, .* with --complete every empty match is an error\.$/) as string,
      },
      help: {
        text: expect.stringMatching(/\nMake the selector equal to labels of the pod template, key by key\..*\nSee https:\S+$/s) as string,
        markdown: expect.stringMatching(
          /^## What it finds\n\nA Service .*## Examples\n\nFound:\n\n```yaml\napiVersion.*svclint says:.*## When it stays silent\n\n- .*\]\(https:\S+\)$/s,
        ) as string,
      },
      helpUri: expect.stringMatching(/^https:/) as string,
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['kubernetes', 'wiring', 'recommended'], precision: 'high', 'problem.severity': 'error' },
    });
  });

  test('without a page has its title', async () => {
    expect(await ruleOf(toyRule)).toMatchObject({
      fullDescription: { text: 'Port 7 brings bad luck.' },
      help: { text: expect.stringMatching(/^Port 7 brings bad luck\.\nSee https:/) as string },
    });
  });

  test('has bounded texts, whatever its page', async () => {
    const page = `# x\n\n## What it finds\n\n${'word '.repeat(100_000)}\n`;
    expect(JSON.stringify(await ruleOf(toyRule, page)).length).toBeLessThan(45_000);
    expect(await ruleOf(toyRule, page)).toMatchObject({ fullDescription: { text: expect.stringMatching(/^.{1023}…$/) as string } });
  });

  test.each([
    ['security', 'error', '8.0', ['kubernetes', 'security', 'strict']],
    ['rbac', 'warning', '5.5', ['kubernetes', 'rbac', 'security', 'strict']],
    ['rbac', 'info', '2.0', ['kubernetes', 'rbac', 'security', 'strict']],
  ] as const)('of the category %s is a security rule', async (category, severity, score, tags) => {
    const rule = { ...toyRule, category, severity, presets: ['security', 'strict'] } as const;
    expect(await ruleOf(rule)).toMatchObject({ properties: { tags, 'security-severity': score } });
  });

  test('of another category is none, also in the preset security', async () => {
    const rule = await ruleOf({ ...toyRule, presets: ['security', 'strict'] });
    expect(rule).toMatchObject({ properties: { tags: ['kubernetes', 'wiring', 'strict'] } });
    expect(JSON.stringify(rule)).not.toContain('security');
  });

  test.each([
    ['refusal', 'warning', 'very-high'],
    ['document', 'error', 'very-high'],
    ['service', 'error', 'high'],
    ['service', 'warning', 'high'],
    ['container', 'info', 'medium'],
  ] as const)('on a %s with severity %s has a precision', async (subject, severity, precision) => {
    expect(await ruleOf({ ...toyRule, subject, severity })).toMatchObject({ properties: { precision } });
  });

  test('has at most ten tags', async () => {
    const presets = ['recommended', 'strict', 'reliability', 'mesh', 'style', 'pss-baseline', 'pss-restricted', 'recommended', 'mesh'] as const;
    const rule = (await ruleOf({ ...toyRule, category: 'rbac', presets })) as { properties: { tags: string[] } };
    expect(rule.properties.tags).toEqual([...new Set(['kubernetes', 'rbac', 'security', ...presets])]);
    expect(rule.properties.tags).toHaveLength(10);
  });

  test('that ran is declared once, and each result names its own', async () => {
    const report = twoEnds();
    expect(await run(report, { rules: [toyRule, onlyFinding(report).rule] })).toMatchObject({
      tool: { driver: { rules: [{ id: toyRule.id }, { id: 'test-speaks' }] } },
      results: [{ ruleId: 'test-speaks', ruleIndex: 1 }],
    });
    expect((await run(report, { rules: [] })).tool.driver.rules).toMatchObject([{ id: 'test-speaks' }]);
  });
});

describe('a run', () => {
  const finding = onlyFinding();
  const hidden: Report = {
    ...twoEnds(),
    findings: [
      { ...finding, suppressed: { by: 'comment', reason: 'because\u001b', location: finding.location } },
      { ...finding, suppressed: { by: 'annotation', reason: null, location: null } },
      { ...finding, suppressed: { by: 'baseline', reason: null, location: null } },
      finding,
    ],
  };

  test('leaves suppressed and known findings out', async () => {
    const { results } = await run(hidden);
    expect(results).toHaveLength(1);
    expect(results[0]).not.toHaveProperty('suppressions');
  });

  test('keeps them where it is asked to, each with its justification', async () => {
    const { results } = await run(hidden, { sarif: { suppressed: true } });
    expect(results.map(({ suppressions }) => suppressions)).toMatchObject([
      [{ kind: 'inSource', status: 'accepted', justification: 'because\\x1b', location: { physicalLocation: { region: { startLine: 7 } } } }],
      [{ kind: 'inSource', status: 'accepted' }],
      [{ kind: 'external', status: 'accepted', justification: 'The baseline lists it.' }],
      [],
    ]);
  });

  test.each([
    ['k8s', 'k8s/'],
    ['k8s/prod/', 'k8s/prod/'],
    ['a'.repeat(5000), `${'a'.repeat(199)}…/`],
  ])('of a category says so before the last slash', async (category, id) => {
    expect(await run(twoEnds(), { sarif: { category } })).toMatchObject({ automationDetails: { id } });
  });

  test.each([undefined, '', '/'])('without one has none: %s', async category => {
    expect(await run(twoEnds(), { sarif: { category } })).not.toHaveProperty('automationDetails');
  });

  test('that is incomplete was no success', async () => {
    const incomplete = [
      { path: 'b c.yaml', reason: 'gone' },
      { path: '.', reason: 'a rule crashed' },
    ];
    expect(await run({ ...twoEnds(), incomplete }, { prefix: 'k8s' })).toMatchObject({
      invocations: [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [
            { level: 'error', message: { text: 'gone.' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'k8s/b%20c.yaml' } } }] },
            { level: 'error', message: { text: 'a rule crashed.' } },
          ],
        },
      ],
      results: [{}],
    });
  });

  test('tells a thousand unread files and how many more there are', async () => {
    const incomplete = Array.from({ length: 1500 }, (_, index) => ({ path: `${String(index)}.yaml`, reason: 'gone' }));
    const { invocations } = (await run({ ...twoEnds(), incomplete })) as unknown as { invocations: { toolExecutionNotifications: unknown[] }[] };
    expect(invocations[0]?.toolExecutionNotifications).toHaveLength(1001);
    expect(invocations[0]?.toolExecutionNotifications.at(-1)).toEqual({ level: 'error', message: { text: '500 more were not linted.' } });
  });

  test('is the same for the same report', async () => {
    const render = (): Promise<string> => renderReport('sarif', hidden, OPTIONS);
    expect(await render()).toBe(await render());
  });
});
