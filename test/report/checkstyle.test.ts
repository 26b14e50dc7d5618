import { expect, test } from 'vitest';
import type { Report } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import { OPTIONS } from './report-of.ts';
import { buildEmpty, buildHostile, buildIncomplete, buildSeveral } from './whole-reports.ts';

const checkstyle = (report: Report, options: Partial<ReportOptions> = {}): Promise<string> => renderReport('checkstyle', report, { ...OPTIONS, ...options });

test('an error has its place, its other end and its help', async () => {
  expect(await checkstyle(buildSeveral(), { pathInRepository: path => `deploy/${path}` })).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="k8s/service.yaml">
    <error line="3" column="1" severity="info" message="Service &quot;web&quot; is plain&#10;server: Warning: plain" source="svclint.test-speaks"/>
    <error line="7" column="5" severity="error" message="Service &quot;web&quot; selects no pod, so it gets no endpoints&#10;k8s/deploy.yaml:9: the pods of Deployment &quot;web&quot; carry app &quot;wbe&quot;&#10;help: Change the selector to app: wbe" source="svclint.test-speaks"/>
    <error line="9" column="7" severity="warning" message="Port 80 of Service &quot;web&quot; has no name" source="svclint.test-speaks"/>
  </file>
</checkstyle>
`);
  expect((await checkstyle(buildSeveral(), { quiet: true })).match(/<error /g)).toHaveLength(1);
});

test('a clean run has no file', async () => {
  expect(await checkstyle(buildEmpty())).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3"/>\n');
});

test('what was not linted is an error of its file', async () => {
  expect(await checkstyle(buildIncomplete())).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="k8s/b.yaml">
    <error line="0" severity="error" message="k8s/b.yaml was not linted: permission denied" source="svclint.not-linted"/>
  </file>
  <file name=".">
    <error line="0" severity="error" message="Part of the input was not linted: rule web crashed" source="svclint.not-linted"/>
  </file>
</checkstyle>
`);
});

test('names end no attribute', async () => {
  const printed = await checkstyle(buildHostile(['"/><error line="1', '\t\n\ufffe']));
  expect(printed).toContain('<file name="&quot;/&gt;&lt;error line=&quot;1/a.yaml">');
  expect(printed).toContain('<file name="\\t\\n\\ufffe/a.yaml">');
  expect(printed.match(/<error /g)).toHaveLength(4);
});
