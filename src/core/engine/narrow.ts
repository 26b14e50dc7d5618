import type { Severity } from '../rule/finding.ts';
import { withFindings } from './count-findings.ts';
import { documentAt, wordingOf, type Change } from './change.ts';
import type { Report, ReportedFinding, ReportedQuestion } from './report.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** Whether a finding stands in what the change adds or edits, with one of its ends or with the object that it is about. */
function touches({ location, related, resource }: ReportedFinding, change: Change): boolean {
  if (change.isTouched(location) || related.some(end => change.isTouched(end.location))) return true;
  return resource !== null && change.isTouchedObject(location, resource.kind, resource.name);
}

/** Findings that the change does not touch. Those among them that were there before are none of its own. */
export function findUntouched({ findings }: Report, change: Change): readonly ReportedFinding[] {
  return findings.filter(finding => !touches(finding, change));
}

/** Rules that have to run on what was there before; undefined for all of them. */
export function rulesToCompare(untouched: readonly ReportedFinding[]): ReadonlySet<string> | undefined {
  // Which suppressions are of use is known when all rules have run.
  const all = untouched.some(({ rule }) => rule.subject === 'suppression');
  return all ? undefined : new Set(untouched.map(({ rule }) => rule.id));
}

/** Whether only files that are no manifests may have caused any of the findings. */
export function restsOnFiles(untouched: readonly ReportedFinding[]): boolean {
  return untouched.some(({ rule }) => rule.subject === 'kustomization');
}

/** The same for a finding of before and of now: its document has the same words, in whatever file it stands. */
function keyOf({ rule, variant, location, resource, fingerprint }: ReportedFinding): string {
  const document = documentAt(location);
  const { lines } = location.file;
  const about = resource ? fingerprint.replace(/:\d+$/, '') : lines.lineText(location.start.line).trim();
  return JSON.stringify([rule.id, variant, about, document ? wordingOf(document) : location.file.path]);
}

/** Whether a finding is no graver than one of before, and of no more scopes. */
function isWithin(now: ReportedFinding, before: ReportedFinding): boolean {
  return RANK[now.severity] <= RANK[before.severity] && now.scopes.length <= before.scopes.length;
}

/** Those of the untouched findings that were not there before, each counted. */
function findCaused(untouched: readonly ReportedFinding[], before: Report): ReadonlySet<ReportedFinding> {
  const known = new Map<string, ReportedFinding[]>();
  for (const finding of before.findings) {
    if (finding.suppressed) continue;
    const key = keyOf(finding);
    const same = known.get(key);
    if (same) same.push(finding);
    else known.set(key, [finding]);
  }
  return new Set(
    untouched.filter(finding => {
      const same = known.get(keyOf(finding)) ?? [];
      const at = same.findIndex(old => isWithin(finding, old));
      if (at !== -1) same.splice(at, 1);
      return at === -1;
    }),
  );
}

function narrowQuestions(questions: readonly ReportedQuestion[], change: Change): readonly ReportedQuestion[] {
  return questions.map(question => ({ ...question, at: question.at.filter(at => change.isTouched(at)) })).filter(({ at }) => at.length > 0);
}

function tellLeftOut(count: number): string {
  return count === 1 ? '1 finding elsewhere is older than this change' : `${String(count)} findings elsewhere are older than this change`;
}

/**
 * The findings that touch a change or that it causes. `before` is the report of what was there before it, of the rules that have
 * untouched findings; without it none of these is caused by the change. Questions are those that came up in what the change touches.
 */
export function narrow(report: Report, change: Change, before: Report | undefined): Report {
  const untouched = findUntouched(report, change);
  const caused = before ? findCaused(untouched.filter(({ suppressed }) => !suppressed), before) : new Set<ReportedFinding>();
  const leftOut = new Set(untouched.filter(finding => !caused.has(finding)));
  const shown = report.findings.filter(finding => !leftOut.has(finding));
  const told = [...leftOut].filter(({ suppressed }) => !suppressed).length;
  const notices = told === 0 ? report.notices : [...report.notices, { path: null, text: tellLeftOut(told) }];
  return withFindings({ ...report, notices, undecided: narrowQuestions(report.undecided, change) }, shown);
}
