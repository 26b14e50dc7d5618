import { describe, expect, test } from 'vitest';
import { withFindings } from '../../src/core/engine/count-findings.ts';
import type { Report, ReportedFinding } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import { renderAddress, renderCode, renderFence, renderProse } from '../../src/core/report/markdown-text.ts';
import { OPTIONS } from './report-of.ts';
import { buildEmpty, buildEveryExample, buildIncomplete, buildSeveral } from './whole-reports.ts';

const markdown = (report: Report, options: Partial<ReportOptions> = {}): Promise<string> => renderReport('markdown', report, { ...OPTIONS, ...options });

const PAGE = 'https://github.com/svclint/svclint/blob/main/rules/test-speaks/docs.md';

test('findings stand by severity, with both ends, help and a safe fix', async () => {
  expect(await markdown(buildSeveral())).toBe(`\
### ❌ svclint: 1 error, 1 warning and 1 info

2 files, 2 objects · 1 suppressed · Kubernetes 1.34-1.37

#### Errors

- **Service \`web\` selects no pod, so it gets no endpoints**\\
  [\`k8s/service.yaml:7\`](k8s/service.yaml#L7) · [\`test-speaks\`](${PAGE})
  - [\`k8s/deploy.yaml:9\`](k8s/deploy.yaml#L9): the pods of Deployment \`web\` carry app \`wbe\`
  - Help: Change the selector to app: wbe
  - Fix: Select app \`wbe\`
    \`\`\`diff
    -    app: web
    +    app: wbe
    \`\`\`

#### Warnings

- **Port 80 of Service \`web\` has no name**\\
  [\`k8s/service.yaml:9\`](k8s/service.yaml#L9) · [\`test-speaks\`](${PAGE})

#### Infos

- **Service \`web\` is plain**\\
  [\`k8s/service.yaml:3\`](k8s/service.yaml#L3-L4) · [\`test-speaks\`](${PAGE})
  - The API server says: \`Warning: plain\`

#### Undecided

- 1 Service is open ([\`k8s/service.yaml:7\`](k8s/service.yaml#L7)): \`--complete\` if it is closed
`);
});

test('a clean run says so', async () => {
  expect(await markdown(buildEmpty())).toBe('### ✅ svclint: no findings\n\n1 file, 1 object · Kubernetes 1.34-1.37\n');
});

test('what was not linted stands in the headline', async () => {
  expect(await markdown(buildIncomplete())).toBe(`\
### ❌ svclint: no findings, and 2 parts were not linted

1 file, 1 object · Kubernetes 1.34-1.37

#### Not linted

- \`k8s/b.yaml\`: permission denied
- rule web crashed

#### Notes

- charts are not rendered (charts/web)
`);
});

test('warnings alone are no failure, and --quiet lists errors only', async () => {
  const report = buildSeveral();
  const warnings = withFindings(
    report,
    report.findings.filter(({ severity }) => severity === 'warning'),
  );
  expect(await markdown(warnings)).toMatch(/^### ⚠️ svclint: 1 warning\n/);
  expect(await markdown(report, { quiet: true })).not.toMatch(/#### (?:Warnings|Infos|Undecided)/);
});

describe('places', () => {
  const filesUrl = 'https://git.example/o/r/blob/0123/';

  test('are links into the repository where the job knows it', async () => {
    expect(await markdown(buildSeveral(), { filesUrl, pathInRepository: path => `my app/${path}` })).toContain(
      '\n  [`my app/k8s/service.yaml:7`](https://git.example/o/r/blob/0123/my%20app/k8s/service.yaml#L7) · ',
    );
  });

  test.each([
    ['a/b c.yaml', 'a/b%20c.yaml'],
    ["a'(b)*!.yaml", 'a%27%28b%29%2a%21.yaml'],
    ['javascript:alert(1).yaml', 'javascript%3Aalert%281%29.yaml'],
    ['a#b?c.yaml', 'a%23b%3Fc.yaml'],
    ['../outside.yaml', undefined],
    ['/etc/outside.yaml', undefined],
    ['//evil.example/a.yaml', undefined],
    ['<stdin>', undefined],
    ['x'.repeat(2000), undefined],
  ])('%s', (path, address) => {
    expect(renderAddress(path)).toBe(address);
  });

  test('more of them than help are counted', async () => {
    const report = buildSeveral();
    const more = ({ related: [end], ...finding }: ReportedFinding, count: number): ReportedFinding => ({
      ...finding,
      related: end ? Array.from({ length: count }, () => end) : [],
    });
    const printed = (count: number): Promise<string> =>
      markdown(
        withFindings(
          report,
          report.findings.map(finding => more(finding, count)),
        ),
      );
    expect((await printed(6)).match(/deploy\.yaml:9`/g)).toHaveLength(6);
    expect((await printed(8)).match(/deploy\.yaml:9`/g)).toHaveLength(5);
    expect(await printed(8)).toContain('  - and 3 more places\n');
  });
});

describe('room', () => {
  test('a comment has at most 65,000 characters, and the most severe come first', async () => {
    const report = buildEveryExample();
    const printed = await markdown({ ...report, incomplete: Array.from({ length: 500 }, () => ({ path: 'b.yaml', reason: 'gone' })) });
    expect(printed.length).toBeLessThanOrEqual(65_000);
    expect(printed.length).toBeGreaterThan(60_000);
    const listed = printed.match(/^- \*\*/gm)?.length ?? 0;
    const [, more, errors, warnings, infos] = /… and (\d+) more \((\d+) errors, (\d+) warnings and (\d+) infos\)/.exec(printed) ?? [];
    expect(listed + Number(more)).toBe(report.findings.filter(({ suppressed }) => !suppressed).length);
    expect([listed + Number(errors), Number(warnings), Number(infos)]).toEqual([report.summary.error, report.summary.warning, report.summary.info]);
    expect(printed).toMatch(/\n- … and \d+ more\n/);
  });

  test('long names fit', async () => {
    const name = 'x'.repeat(100_000);
    const report = buildSeveral();
    const long = report.findings.map(finding => ({ ...finding, message: name, help: `"${name}"`, answer: name }));
    const questions = report.undecided.map(question => ({ ...question, one: name, decide: name }));
    const printed = await markdown({ ...report, findings: long, undecided: questions, notices: [{ path: name, text: name }] });
    expect(printed.length).toBeLessThan(10_000);
    expect(printed).toContain(`- **${'x'.repeat(300)}…**`);
  });
});

describe('texts', () => {
  test.each([
    ['Service "web" is gone', 'Service `web` is gone'],
    ['ask @team', 'ask `@team`'],
    ['see #1, GH-2, o/r#3, !4, ABC-5', 'see `#1,` `GH-2,` `o/r#3,` `!4,` `ABC-5`'],
    ['at 0123abc or www.a.example', 'at `0123abc` or `www.a.example`'],
    ['http://a.example', '`http://a.example`'],
    ['a*b_c* <b> &amp; :tada: $x$ ~~y~~', '`a*b_c*` `<b>` `&amp;` `:tada:` `$x$` `~~y~~`'],
    ['"a"b"c"', '`a`b`c`'],
    ['"a""b"', '`ab`'],
    ['x="y"/>', 'x=`y/>`'],
    ['- a', '`-` a'],
    ['1. a', '`1.` a'],
    ['--complete if it is closed', '`--complete` if it is closed'],
    ['   indented', 'indented'],
    ['a\nb', '`a\\nb`'],
    ['50% of spec.selector, (or so)', '50% of spec.selector, (or so)'],
  ])('%s', (text, written) => {
    expect(renderProse(text)).toBe(written);
  });

  test('help keeps its quotes', () => {
    expect(renderProse('Put it in double quotes: "1.34"', 'keep')).toBe('Put it in double quotes: `"1.34"`');
  });

  test.each([
    ['a`b', '`` a`b ``'],
    ['`', '`` ` ``'],
    ['`'.repeat(100), `\`${'\\x60'.repeat(75)}`],
    [' ', '" "'],
    ['a\u202eb', '`a\\u202eb`'],
  ])('code of %j', (text, written) => {
    expect(renderCode(text).slice(0, written.length)).toBe(written);
  });

  test('nothing in a diff ends its fence', () => {
    expect(renderFence('diff', ['+```', '+````\n'], '  ')).toBe('  `````diff\n  +```\n  +````\\n\n  `````\n');
  });
});
