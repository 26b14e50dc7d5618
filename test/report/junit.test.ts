import { expect, test } from 'vitest';
import { withFindings } from '../../src/core/engine/count-findings.ts';
import type { Report } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import { OPTIONS } from './report-of.ts';
import { buildEmpty, buildHostile, buildIncomplete, buildSeveral } from './whole-reports.ts';

const junit = (report: Report, options: Partial<ReportOptions> = {}): Promise<string> => renderReport('junit', report, { ...OPTIONS, ...options });

const PAGE = 'https://github.com/svclint/svclint/blob/main/rules/test-speaks/docs.md';

test('an error fails its test with the picture of both ends; the others are skipped', async () => {
  expect(await junit(buildSeveral())).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="svclint" tests="3" failures="1" errors="0" time="0">
  <testsuite name="k8s/service.yaml" tests="3" failures="1" errors="0" skipped="2" time="0">
    <testcase name="test-speaks: Service &quot;web&quot; is plain" classname="k8s/service" time="0">
      <skipped>info: Service &quot;web&quot; is plain
   ┌─ k8s/service.yaml:3:1 · test-speaks
 2 │ kind: Service
 3 │ metadata:
   │ ^^^^^^^^^
   └─ server: Warning: plain

${PAGE}
</skipped>
    </testcase>
    <testcase name="test-speaks: Service &quot;web&quot; selects no pod, so it gets no endpoints" classname="k8s/service" time="0">
      <failure message="Service &quot;web&quot; selects no pod, so it gets no endpoints" type="test-speaks">error: Service &quot;web&quot; selects no pod, so it gets no endpoints
   ┌─ k8s/service.yaml:7:5 · test-speaks
 6 │   selector:
 7 │     app: web
   │     ^^^^^^^^
   ├─ k8s/deploy.yaml:9:9
 8 │       labels:
 9 │         app: wbe
   │         -------- the pods of Deployment &quot;web&quot; carry app &quot;wbe&quot;
   └─ help: Change the selector to app: wbe

${PAGE}
</failure>
    </testcase>
    <testcase name="test-speaks: Port 80 of Service &quot;web&quot; has no name" classname="k8s/service" time="0">
      <skipped>warning: Port 80 of Service &quot;web&quot; has no name
   ┌─ k8s/service.yaml:9:7 · test-speaks
 8 │   ports:
 9 │     - port: 80
   │       ^^^^^^^^

${PAGE}
</skipped>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('a clean run has a test that passes', async () => {
  expect(await junit(buildEmpty())).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="svclint" tests="1" failures="0" errors="0" time="0">
  <testsuite name="svclint" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase name="no findings" classname="svclint" time="0"/>
  </testsuite>
</testsuites>
`);
});

test('what was not linted is an error, and no test passes', async () => {
  expect(await junit(buildIncomplete())).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="svclint" tests="2" failures="0" errors="2" time="0">
  <testsuite name="k8s/b.yaml" tests="1" failures="0" errors="1" skipped="0" time="0">
    <testcase name="not-linted" classname="k8s/b" time="0">
      <error message="k8s/b.yaml was not linted: permission denied" type="not-linted">k8s/b.yaml was not linted: permission denied</error>
    </testcase>
  </testsuite>
  <testsuite name="." tests="1" failures="0" errors="1" skipped="0" time="0">
    <testcase name="not-linted" classname="." time="0">
      <error message="Part of the input was not linted: rule web crashed" type="not-linted">Part of the input was not linted: rule web crashed</error>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('tests of one name are numbered', async () => {
  const report = buildSeveral();
  const [finding] = report.findings.filter(({ severity, suppressed }) => severity === 'error' && !suppressed);
  const twice = finding ? [finding, finding, finding] : [];
  const names = [...(await junit(withFindings(report, twice), { quiet: true })).matchAll(/<testcase name="[^"]* endpoints([^"]*)"/g)].map(([, end]) => end);
  expect(names).toEqual(['', ' (2)', ' (3)']);
});

test('names are text, and what XML cannot hold is written as its escape', async () => {
  const printed = await junit(buildHostile(['</failure>]]>"\'&', '\ufffe\ud800\u0000\r']));
  expect(printed).toContain('name="test-speaks: Service &quot;&lt;/failure&gt;]]&gt;&quot;&apos;&amp;&quot; of ');
  expect(printed).toContain('Service &quot;\\ufffe\\ud800\\x00\\r&quot;');
  expect(printed).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
});
