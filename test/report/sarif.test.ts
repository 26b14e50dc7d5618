import { joinPath } from '../../src/core/text/path.ts';
import { describe, expect, test } from 'vitest';
import type { Report, ReportedFinding } from '../../src/core/engine/report.ts';
import { renderReport } from '../../src/core/report/formats.ts';
import { OPTIONS, placeOf, reportOf } from './report-of.ts';
import { renderRun, twoEnds } from './sarif-run.ts';

const HOSTILE = 'Service "a\u001b[31m" ::error::x [link](http://x) {0} <b>@user</b>\n**y**\u202e';

const onlyFinding = (report = twoEnds()): ReportedFinding => {
  const [finding] = report.findings;
  if (!finding) throw new Error('no finding');
  return finding;
};

describe('a result', () => {
  test('has its places, its fingerprint and its fix', async () => {
    const report = twoEnds();
    const { fingerprint } = onlyFinding(report);
    expect(await renderRun(report, { pathInRepository: path => `my app/${path}` })).toMatchObject({
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
    const hashes = (await renderRun(report)).results.map(
      ({ partialFingerprints }) => (partialFingerprints as Record<string, string>)['primaryLocationLineHash'],
    );
    expect(hashes).toEqual([`${report.findings[0]?.fingerprint ?? ''}:1`, report.findings[1]?.fingerprint]);
    expect(hashes[1]).toMatch(/^[0-9a-f]{32}:2$/);
  });

  test('takes no text of a manifest for a link or a placeholder', async () => {
    expect(await renderRun(twoEnds(HOSTILE, 'a.yaml', 'ports[a] is [x](http://y) {1}\n'))).toMatchObject({
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
    const { results } = await renderRun(twoEnds(`Service "${'😀'.repeat(100_000)}"`, 'a.yaml', 'n'.repeat(100_000)));
    expect(JSON.stringify(results).length).toBeLessThan(10_000);
    expect(JSON.stringify(results)).not.toMatch(/\\ud83d(?!\\ude00)/);
  });

  test('links the first ten of many ends, and keeps a hundred places', async () => {
    const finding = onlyFinding();
    const related = Array.from({ length: 150 }, (_, index) => ({ note: `end ${String(index)}`, location: finding.location }));
    const told: string[] = [];
    const { results, ...rest } = await renderRun({ ...twoEnds(), findings: [{ ...finding, related }] }, { tell: text => told.push(text) });
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
    const { results } = await renderRun(twoEnds('Message', file), { pathInRepository: given => joinPath(prefix === '' ? '.' : prefix, given) });
    const [location] = results[0]?.['locations'] as { physicalLocation: { artifactLocation: unknown } }[];
    expect(location?.physicalLocation.artifactLocation).toEqual(artifactLocation);
  });

  test('is what the host says that the repository calls it', async () => {
    expect(await renderRun(twoEnds(), { pathInRepository: path => `top/${path}` })).toMatchObject({
      results: [{ locations: [{ physicalLocation: { artifactLocation: { uri: 'top/a.yaml' } } }] }],
    });
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
    const { results } = await renderRun(hidden);
    expect(results).toHaveLength(1);
    expect(results[0]).not.toHaveProperty('suppressions');
  });

  test('keeps them where it is asked to, each with its justification', async () => {
    const { results } = await renderRun(hidden, { sarif: { suppressed: true } });
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
    expect(await renderRun(twoEnds(), { sarif: { category } })).toMatchObject({ automationDetails: { id } });
  });

  test.each([undefined, '', '/'])('without one has none: %s', async category => {
    expect(await renderRun(twoEnds(), { sarif: { category } })).not.toHaveProperty('automationDetails');
  });

  test('that is incomplete was no success', async () => {
    const incomplete = [
      { path: 'b c.yaml', reason: 'gone' },
      { path: '.', reason: 'a rule crashed' },
    ];
    expect(await renderRun({ ...twoEnds(), incomplete }, { pathInRepository: path => `k8s/${path}` })).toMatchObject({
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
    const { invocations } = await renderRun({ ...twoEnds(), incomplete });
    expect(invocations[0]?.toolExecutionNotifications).toHaveLength(1001);
    expect(invocations[0]?.toolExecutionNotifications?.at(-1)).toEqual({ level: 'error', message: { text: '500 more were not linted.' } });
  });

  test('is the same for the same report', async () => {
    const render = (): Promise<string> => renderReport('sarif', hidden, OPTIONS);
    expect(await render()).toBe(await render());
  });
});
