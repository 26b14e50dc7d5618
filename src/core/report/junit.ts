import type { Incomplete, ReportedFinding } from '../engine/report.ts';
import { renderIncomplete } from './closing-lines.ts';
import { docsUrl } from './docs-url.ts';
import { drawFinding } from './draw-finding.ts';
import { escapeUnseen } from './escape.ts';
import { pathOfGap } from './finding-lines.ts';
import { penOf } from './look.ts';
import type { MaskedReport } from './mask.ts';
import { findShown } from './shown.ts';
import { renderXml, type XmlElement } from './xml.ts';

/** How a test ended: an error fails it, what only warns is skipped, which readers show and do not count as a failure. */
type Outcome = 'error' | 'failure' | 'skipped';

interface TestCase {
  readonly path: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** The element that tells of the outcome. */
  readonly told: XmlElement;
}

const PEN = penOf({ color: false, width: 100, unicode: true });

function caseOf(finding: ReportedFinding, scoped: boolean): TestCase {
  const { rule, severity, location } = finding;
  const message = escapeUnseen(finding.message);
  const picture = `${drawFinding(PEN, finding, { scoped, verbose: false })}\n${docsUrl(rule)}\n`;
  const outcome = severity === 'error' ? 'failure' : 'skipped';
  // The schema gives a skipped test a text and no attributes.
  const attributes: XmlElement['attributes'] = outcome === 'failure' ? { message, type: rule.id } : {};
  return { path: location.file.path, name: `${rule.id}: ${message}`, outcome, told: { name: outcome, attributes, content: picture } };
}

function caseOfGap(each: Incomplete): TestCase {
  const message = renderIncomplete(each);
  return {
    path: pathOfGap(each, path => path),
    name: 'not-linted',
    outcome: 'error',
    told: { name: 'error', attributes: { message, type: 'not-linted' }, content: message },
  };
}

/** Readers compare runs by class and name, so a name holds no line; equal ones are numbered, since GitLab keeps only one of them. */
function nameApart(cases: readonly TestCase[]): TestCase[] {
  const seen = new Map<string, number>();
  return cases.map(each => {
    const count = (seen.get(each.name) ?? 0) + 1;
    seen.set(each.name, count);
    return count === 1 ? each : { ...each, name: `${each.name} (${String(count)})` };
  });
}

function countsOf(cases: readonly TestCase[]): Record<'tests' | 'failures' | 'errors' | 'skipped', number> {
  const count = (outcome: Outcome): number => cases.filter(each => each.outcome === outcome).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

/** The path without its extension: Jenkins takes what follows the last dot for the name of the class. */
function classOf(path: string): string {
  return escapeUnseen(path.replace(/\.(?:ya?ml|json)$/, ''));
}

function suiteOf(path: string, cases: readonly TestCase[]): XmlElement {
  const testCases = nameApart(cases).map(({ name, told }) => ({ name: 'testcase', attributes: { name, classname: classOf(path), time: 0 }, content: [told] }));
  return { name: 'testsuite', attributes: { name: escapeUnseen(path), ...countsOf(cases), time: 0 }, content: testCases };
}

/** A run without findings has one test that passes: readers fail on a report without tests. */
const PASSED: XmlElement = {
  name: 'testsuite',
  attributes: { name: 'svclint', tests: 1, failures: 0, errors: 0, skipped: 0, time: 0 },
  content: [{ name: 'testcase', attributes: { name: 'no findings', classname: 'svclint', time: 0 } }],
};

/** JUnit's XML: a suite a file, a test a finding. It holds no time and no host, so that the same files give the same bytes. */
export function renderJunit(report: MaskedReport, { quiet }: { readonly quiet: boolean }): string {
  const scoped = report.summary.scopes > 1;
  const cases = [...findShown(report, quiet).map(finding => caseOf(finding, scoped)), ...report.incomplete.map(caseOfGap)];
  const byPath = new Map<string, TestCase[]>();
  for (const each of cases) {
    const own = byPath.get(each.path) ?? [];
    own.push(each);
    byPath.set(each.path, own);
  }
  const { tests, failures, errors } = countsOf(cases);
  return renderXml({
    name: 'testsuites',
    attributes: { name: 'svclint', tests: Math.max(tests, 1), failures, errors, time: 0 },
    content: cases.length === 0 ? [PASSED] : [...byPath].map(([path, own]) => suiteOf(path, own)),
  });
}
