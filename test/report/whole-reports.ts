import { withFindings } from '../../src/core/engine/count-findings.ts';
import type { Report, ReportedFinding } from '../../src/core/engine/report.ts';
import { setScalar } from '../../src/core/rule/edits.ts';
import { lintCase } from '../../src/dev/lint-case.ts';
import { casesOf } from '../harness/contract.ts';
import { ruleFolders } from '../harness/rules.ts';
import { placeOf, reportOf } from './report-of.ts';

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
`;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      labels:
        app: wbe
`;

/** An error with both ends, help and a safe fix, a warning with an unsafe one, an info with the server's answer, one that is suppressed, an open question. */
export function buildSeveral(): Report {
  const report = reportOf({ 'k8s/service.yaml': service, 'k8s/deploy.yaml': deployment }, cluster => {
    const [selector, port] = [placeOf(cluster, 'Service', ['spec', 'selector', 'app']), placeOf(cluster, 'Service', ['spec', 'ports', 0, 'port'])];
    const label = placeOf(cluster, 'Deployment', ['spec', 'template', 'metadata', 'labels', 'app']);
    return [
      {
        message: 'Service "web" selects no pod, so it gets no endpoints',
        at: selector,
        help: 'Change the selector to app: wbe',
        related: [{ at: label, note: 'the pods of Deployment "web" carry app "wbe"' }],
        fixes: [{ title: 'Select app "wbe"', safety: 'safe', edits: [setScalar(selector, 'wbe')] }],
      },
      {
        message: 'Port 80 of Service "web" has no name',
        at: port,
        severity: 'warning',
        fixes: [{ title: 'Use 8080', safety: 'unsafe', edits: [setScalar(port, '8080')] }],
      },
      { message: 'Service "web" is plain', at: placeOf(cluster, 'Service', ['metadata']), severity: 'warning', answer: 'Warning: plain' },
      { message: 'Service "web" is hidden', at: placeOf(cluster, 'Service', ['kind']) },
      { undecided: 'open', at: selector },
    ];
  });
  const change = (finding: ReportedFinding): ReportedFinding => {
    if (finding.message.endsWith('hidden')) return { ...finding, suppressed: { by: 'comment', reason: null, location: null } };
    return finding.message.endsWith('plain') ? { ...finding, severity: 'info' } : finding;
  };
  return withFindings(report, report.findings.map(change));
}

export function buildEmpty(): Report {
  return reportOf({ 'k8s/service.yaml': service }, () => []);
}

/** Two files that were not read, one of them of no name, and a notice. */
export function buildIncomplete(): Report {
  const incomplete = [
    { path: 'k8s/b.yaml', reason: 'permission denied' },
    { path: '', reason: 'rule web crashed' },
  ];
  return { ...buildEmpty(), incomplete, notices: [{ path: 'charts/web', text: 'charts are not rendered' }] };
}

/** Names as nobody gives them who means well: each acts on some reader of reports. */
export const HOSTILE_NAMES = [
  '@team and @user/team',
  'fixes #1, GH-1, o/r#2, ABC-12, 0123456789abcdef0123456789abcdef01234567',
  'https://evil.example www.evil.example mail@evil.example',
  '[text](https://evil.example) ![](https://evil.example/a.png) [a]: https://evil.example',
  '<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- --> &lt;b&gt; &#64;team',
  '</failure></testcase><testcase name="x"/> ]]> <![CDATA[',
  '` `` ``` ~~~ ````',
  '| a | b |',
  '**bold** _it_ ~~gone~~ $x$ $$y$$ :tada: [^1]',
  '" @team "',
  '\n\n# Heading\n- item\n```\n@team\n```\n<details>',
  '\r\n::error::x%0A ##[error]x ##vso[task.complete]',
  '\u001b[31m\u0000\u0007\u009b',
  '\u202eevil\u2066\u200b\ufeff',
  '\ud800 \udfff \ufffe \uffff \u{e0001} \u2028',
  '\\',
  ' ',
  '{0} {{1}} %{strong_start}',
];

/** Every text of the report is hostile, and so are the paths: all that a manifest or a file name may decide. */
export function buildHostile(names: readonly string[] = HOSTILE_NAMES): Report {
  const files = Object.fromEntries(names.map(name => [`${name}/a.yaml`, service]));
  const report = reportOf(files, cluster => {
    const at = placeOf(cluster, 'Service', ['spec', 'selector', 'app']);
    const name = names.find(each => at.file.path === `${each}/a.yaml`) ?? '';
    return [
      {
        message: `Service "${name}" of ${name} is gone`,
        at,
        help: name,
        answer: name,
        related: [{ at, note: `${name} "${name}"` }],
        fixes: [{ title: name, safety: 'safe', edits: [setScalar(at, name)] }],
      },
      { undecided: 'open', at },
    ];
  });
  return { ...report, incomplete: names.map(name => ({ path: name, reason: name })), notices: names.map(name => ({ path: name, text: name })) };
}

function numberAnew(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const [own = ''] = finding.fingerprint.split(':');
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    return { ...finding, fingerprint: count === 1 ? own : `${own}:${String(count)}` };
  });
}

/** One report with what every rule says of all its bad examples. */
export function buildEveryExample(): Report {
  const rules = ruleFolders.map(({ rule }) => rule);
  const reports = ruleFolders.flatMap(folder =>
    casesOf(folder)
      .filter(({ verdict }) => verdict === 'bad')
      .map(example => lintCase(folder.rule, example, rules)),
  );
  const findings = numberAnew(reports.flatMap(report => report.findings));
  return withFindings({ ...buildEmpty(), undecided: reports.flatMap(report => report.undecided) }, findings);
}
