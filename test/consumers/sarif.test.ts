import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Report, ReportedFinding } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import { readRulePage } from '../../src/node/rule-page.ts';
import { caseLine } from '../../src/dev/cases.ts';
import { lintCase } from '../../src/dev/lint-case.ts';
import { casesOf } from '../harness/contract.ts';
import { useCli } from '../harness/run-cli.ts';
import { ruleFolders } from '../harness/rules.ts';
import { describeShared } from '../harness/shared.ts';
import { OPTIONS } from '../report/report-of.ts';
import { toolPackage } from './tools.ts';

const validator = path.join(toolPackage('@microsoft/sarif-multitool-linux'), 'Sarif.Multitool');

/** Nobody listens there: the validator would ask for each link of the help, which is a note only, and takes minutes. */
const NOWHERE = 'http://127.0.0.1:9';

interface ValidatorResult {
  readonly ruleId: string;
  readonly level?: string;
  readonly message: { readonly arguments?: readonly string[] };
}

/** Errors and warnings of the validator with the rules of SARIF and of GitHub. Its exit code says nothing: its report is read. */
function faultsOf(sarif: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'svclint-sarif-'));
  const [log, report] = [path.join(folder, 'log.sarif'), path.join(folder, 'report.sarif')];
  writeFileSync(log, sarif);
  execFileSync(
    validator,
    ['validate', log, '--rule-kind', 'Sarif;Gh', '--level', 'Error;Warning', '--output', report, '--log', 'ForceOverwrite', '--max-file-size-in-kb', '500000'],
    {
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', http_proxy: NOWHERE, https_proxy: NOWHERE },
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const { runs } = JSON.parse(readFileSync(report, 'utf8')) as { runs: { results?: ValidatorResult[]; invocations?: { executionSuccessful: boolean }[] }[] };
  expect(runs.map(run => run.invocations?.every(({ executionSuccessful }) => executionSuccessful))).toEqual([true]);
  return runs.flatMap(({ results = [] }) =>
    results.map(({ level = 'warning', ruleId, message }) => `${level} ${ruleId} ${message.arguments?.join(' | ') ?? ''}`),
  );
}

interface Log {
  readonly runs: readonly {
    readonly results: readonly Readonly<Record<string, unknown>>[];
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications?: readonly unknown[] }[];
  }[];
}

const readLog = (sarif: string): Log => JSON.parse(sarif) as Log;

const rules = ruleFolders.map(({ rule }) => rule);
const options: ReportOptions = { ...OPTIONS, rules, rulePage: ({ id }) => readRulePage(id) };

/** The findings of all examples as those of one run: each page is a folder. */
function reportOfExamples(): Report {
  const reports = ruleFolders.flatMap(folder =>
    casesOf(folder)
      .filter(({ verdict }) => verdict === 'bad')
      .map(example => {
        const under = (name: string): string => `${caseLine(example).replace(':', '-')}/${name}`;
        const files = example.files.map(file => ({ ...file, path: /\.svclint\.yaml$|package\.json$/.test(file.path) ? file.path : under(file.path) }));
        const moved = lintCase(folder.rule, { ...example, files }, rules);
        return moved.findings.length > 0 ? moved : lintCase(folder.rule, example, rules);
      }),
  );
  const [first] = reports;
  if (!first) throw new Error('no examples');
  return { ...first, findings: reports.flatMap(({ findings }) => findings) };
}

test('a validator that is called so finds faults', () => {
  expect(faultsOf('{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": "m"}}]}]}').join('\n')).toMatch(/GH1015/);
});

test('the bad examples of all rules are valid', async () => {
  const report = reportOfExamples();
  expect(new Set(report.findings.map(({ rule }) => rule.id)).size).toBe(rules.length);
  const sarif = await renderReport('sarif', report, options);
  expect(readLog(sarif).runs[0]?.results.length).toBeGreaterThan(450);
  expect(faultsOf(sarif)).toEqual([]);
});

test('a run that is cut to the limits of code scanning is valid', async () => {
  const report = reportOfExamples();
  const findings = Array.from({ length: 5 }, () => report.findings).flat();
  const [first, ...rest] = findings.filter(({ severity }) => severity === 'error').concat(findings.filter(({ severity }) => severity !== 'error'));
  if (!first) throw new Error('no finding');
  const related: ReportedFinding['related'] = Array.from({ length: 1200 }, () => ({ note: 'the other end', location: first.location }));
  // As if nothing could be compressed, so that the limit is met by a file that is validated in seconds.
  const sizeOf = (text: string): number => text.length * 5;
  const sarif = await renderReport('sarif', { ...report, findings: [{ ...first, related }, ...rest] }, { ...options, sarif: { sizeOf } });
  const [run] = readLog(sarif).runs;
  expect(run?.results.length).toBeLessThan(findings.length);
  expect(run?.results.length).toBeGreaterThan(500);
  expect(run?.invocations).toMatchObject([{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning' }, { level: 'warning' }] }]);
  expect(faultsOf(sarif)).toEqual([]);
});

describe('the CLI', () => {
  const run = useCli();

  const service = (name: string, nodePort = 80): string =>
    `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${JSON.stringify(name)}\nspec:\n  type: NodePort\n  ports:\n  - port: 80\n    nodePort: ${String(nodePort)}\n`;

  const HOSTILE = [
    'web"\u001b[31m',
    '</script><script>alert(1)</script>',
    '[x](http://evil) {0} {1}',
    '@team #1 ]]> \u202e\u2066',
    '\ud800 \u0000 \\',
    `${'long'.repeat(50_000)}`,
  ];

  test('hostile names in manifests and of files are valid', () => {
    const names = ['a b', '100%', 'ü ß 日本', 'a?b#c', '[x](y)', '"quoted"', "it's", '{0}', '-f', '<b>', '\\back', 'tab\there'];
    const files = Object.fromEntries(
      names.flatMap((name, index) => HOSTILE.map((text, nth) => [`${name}/${name}-${String(nth)}.yaml`, service(text, index + 80)])),
    );
    const { stdout, code } = run({ ...files, '.git/HEAD': '' }, ['.', '-f', 'sarif']);
    expect(code).toBe(1);
    expect(readLog(stdout).runs[0]?.results.length).toBeGreaterThan(names.length * HOSTILE.length);
    expect(stdout).toContain('"uri": "%C3%BC%20%C3%9F%20%E6%97%A5%E6%9C%AC/');
    expect(faultsOf(stdout)).toEqual([]);
  });

  test('files outside of the repository, stdin and an incomplete run are valid', () => {
    const files = {
      'shop/.git/HEAD': '',
      'shop/k8s/web.yaml': service('web'),
      'shop/k8s/broken.yaml': new Uint8Array([0xff, 0xfe, 0x00, 0xd8]),
      'x y/api.yaml': service('api'),
    };
    const { stdout, code } = run(files, ['.', '../../x y', '-', '-f', 'sarif', '--sarif-category', 'k8s/prod'], { cwd: 'shop/k8s', stdin: service('db') });
    expect(code).toBe(3);
    expect(readLog(stdout).runs).toMatchObject([
      { automationDetails: { id: 'k8s/prod/' }, invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] }] },
    ]);
    const uris = [...stdout.matchAll(/"uri": "([^"]*)"/g)].map(([, uri]) => uri);
    expect(new Set(uris)).toEqual(new Set(['k8s/web.yaml', '../x%20y/api.yaml', '%3Cstdin%3E', 'k8s/broken.yaml']));
    expect(faultsOf(stdout)).toEqual([]);
  });

  test('suppressed findings are valid where they are kept', () => {
    const text = service('web').replace('    nodePort', '    # svclint-disable-next-line node-port-out-of-range -- the range is wider\n    nodePort');
    const files = { 'web.yaml': text, 'api.yaml': service('api', 81) };
    const { stdout } = run(files, ['.', '-f', 'sarif', '--sarif-suppressed']);
    expect(readLog(stdout).runs[0]?.results).toMatchObject([
      { suppressions: [] },
      { suppressions: [{ kind: 'inSource', justification: 'the range is wider', location: { physicalLocation: { region: { startLine: 9 } } } }] },
    ]);
    expect(faultsOf(stdout)).toEqual([]);
    expect(readLog(run(files, ['.', '-f', 'sarif']).stdout).runs[0]?.results).toHaveLength(1);
  });

  describeShared('well-known repositories', 'corpus', folder => {
    test.each([
      ['as they are', []],
      [
        'with all rules, as if nothing else existed',
        ['--complete', '--preset', 'strict', '--preset', 'security', '--preset', 'reliability', '--preset', 'style'],
      ],
    ])('%s', (_, flags) => {
      const { stdout } = run({}, [folder, '-f', 'sarif', ...flags]);
      const found = readLog(stdout).runs[0]?.results ?? [];
      process.stdout.write(
        `corpus ${flags.join(' ')}: ${String(found.length)} results, ${String(stdout.length)} bytes, ${String(gzipSync(stdout).length)} compressed\n`,
      );
      expect(found.length).toBeGreaterThan(10);
      expect(faultsOf(stdout)).toEqual([]);
    });
  });
});
