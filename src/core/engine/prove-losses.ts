import { labelOf, type Resource } from '../model/resource.ts';
import type { Severity } from '../rule/finding.ts';
import { compareFindings } from './build-report.ts';
import { documentAt, wordingOf, type Change } from './change.ts';
import { withFindings } from './count-findings.ts';
import { findUntouched, type Untouched } from './narrow.ts';
import type { Location, Notice, Report, ReportedFinding, ReportedQuestion } from './report.ts';

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

const MOST_REMOVED = 3;

/** A rule and the document that it speaks of, in whatever file it stands. */
function subjectKeyOf(rule: string, at: Location): string {
  const document = documentAt(at);
  return `${rule}\n${document ? wordingOf(document) : at.file.path}`;
}

/**
 * What a change takes the answer away from: findings and questions that it causes, does not touch, and on which nothing was said before. Then the files answered them,
 * so what they lack now is what the change removed. Nothing is told where the change brings what may make objects that no file shows.
 */
export function findLosses(narrowed: Report, change: Change, before: Report): Untouched {
  if (change.mayBring) return { findings: [], questions: [] };
  const { findings, questions } = findUntouched(narrowed, change);
  const old = new Set([
    ...before.findings.map(({ rule, location }) => subjectKeyOf(rule.id, location)),
    ...before.undecided.flatMap(({ rule, at }) => at.map(place => subjectKeyOf(rule.id, place))),
  ]);
  const isNew = (rule: string, at: Location): boolean => !old.has(subjectKeyOf(rule, at));
  return {
    findings: findings.filter(({ severity, rule, location }) => severity !== 'error' && isNew(rule.id, location)),
    questions: questions.map(question => ({ ...question, at: question.at.filter(at => isNew(question.rule.id, at)) })).filter(({ at }) => at.length > 0),
  };
}

function isAt(finding: ReportedFinding, { file, span }: Location): boolean {
  const { location } = finding;
  return documentAt(location) === documentAt({ file, span }) && location.span.start < span.end && span.start < location.span.end;
}

/** What absence proves at a place, if it is graver than what is said there. */
function findProof(proven: Report, rule: string, at: Location, above: number): ReportedFinding | undefined {
  return proven.findings.find(finding => finding.rule.id === rule && !finding.suppressed && RANK[finding.severity] > above && isAt(finding, at));
}

function isSame(a: Location, b: Location): boolean {
  return a.file === b.file && a.span.start === b.span.start;
}

/** `the change removes Deployment "web" (k8s/web.yaml)`: of many the first few. */
function tellRemoved(removed: readonly Resource[]): readonly Notice[] {
  const shown = removed.slice(0, MOST_REMOVED).map(resource => `${labelOf(resource)} (${resource.document.file.path})`);
  const more = removed.length > shown.length ? ` and ${String(removed.length - shown.length)} more` : '';
  return shown.length === 0 ? [] : [{ path: null, text: `the change removes ${shown.join(', ')}${more}` }];
}

/** Puts what absence proves in the place of what a change left without an answer. `proven` is the report of a run in which nothing else exists. */
export function proveLosses(narrowed: Report, losses: Untouched, proven: Report, { removed }: Change): Report {
  const raised = new Map<ReportedFinding, ReportedFinding>();
  for (const finding of losses.findings) {
    const proof = findProof(proven, finding.rule.id, finding.location, RANK[finding.severity]);
    if (proof) raised.set(finding, proof);
  }
  const added: ReportedFinding[] = [];
  const isAnswered = ({ rule }: ReportedQuestion, at: Location): boolean => {
    const isLost = losses.questions.some(question => question.rule === rule && question.at.some(other => isSame(other, at)));
    const proof = isLost ? findProof(proven, rule.id, at, -1) : undefined;
    if (proof) added.push(proof);
    return proof !== undefined;
  };
  const undecided = narrowed.undecided
    .map(question => ({ ...question, at: question.at.filter(at => !isAnswered(question, at)) }))
    .filter(({ at }) => at.length > 0);
  const findings = [...narrowed.findings.map(finding => raised.get(finding) ?? finding), ...added];
  if (raised.size === 0 && added.length === 0) return narrowed;
  const notices = [...narrowed.notices, ...tellRemoved(removed)];
  return withFindings({ ...narrowed, undecided, notices }, findings.toSorted(compareFindings));
}
