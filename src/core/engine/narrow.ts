import type { Severity } from '../rule/finding.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import { OF_THE_FILES } from './build-report.ts';
import { withFindings } from './count-findings.ts';
import { documentAt, wordingOf, type Change } from './change.ts';
import type { Location, Report, ReportedFinding, ReportedQuestion } from './report.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** Whether a finding stands in what the change adds or edits, with one of its ends or with the object that it is about. */
function touches({ location, related, resource }: ReportedFinding, change: Change): boolean {
  if (change.isTouched(location) || related.some(end => change.isTouched(end.location))) return true;
  return resource !== null && change.isTouchedObject(location, resource.kind, resource.name);
}

/** What a report holds that the change does not touch: it is the change's own only where it was not there before. */
export interface Untouched {
  readonly findings: readonly ReportedFinding[];
  readonly questions: readonly ReportedQuestion[];
}

/** Questions of a rule; those that come of how files are put together are asked of all rules, and never compared. */
function isOfRule({ id }: ReportedQuestion): boolean {
  return !Object.hasOwn(OF_THE_FILES, id);
}

export function findUntouched({ findings, undecided }: Report, change: Change): Untouched {
  return {
    findings: findings.filter(finding => !finding.suppressed && !touches(finding, change)),
    questions: undecided.filter(question => isOfRule(question) && question.at.some(at => !change.isTouched(at))),
  };
}

/** Part of a run. */
export interface Part {
  /** Ids of the rules that run. */
  readonly rules: ReadonlySet<string>;
  /** Whether the API server is asked about the objects of a document. */
  readonly isAsked: (document: YamlDocument) => boolean;
}

/** What has to run on what was there before; undefined for all of it. */
export function partToCompare({ findings, questions }: Untouched): Part | undefined {
  // Which suppressions are of use is known when all rules have run.
  if (findings.some(({ rule }) => rule.subject === 'suppression')) return undefined;
  const places = [...findings.map(({ location }) => location), ...questions.flatMap(({ at }) => at)];
  const wordings = new Set(places.map(place => documentAt(place)).map(document => document && wordingOf(document)));
  return { rules: new Set([...findings, ...questions].map(({ rule }) => rule.id)), isAsked: document => wordings.has(wordingOf(document)) };
}

/** Whether files that are no manifests may have caused any of it. */
export function restsOnFiles({ findings }: Untouched): boolean {
  return findings.some(({ rule }) => rule.subject === 'kustomization' || rule.subject === 'release');
}

/** The line of a location and the words of its document, in whatever file it stands now. */
function wordsAround({ file, start, span }: Location): readonly string[] {
  const document = documentAt({ file, span });
  return [file.lines.lineText(start.line).trim(), document ? wordingOf(document) : file.path];
}

/** The same for a finding of before and of now. */
function keyOf({ rule, variant, location, resource, fingerprint }: ReportedFinding): string {
  const [line = '', words = ''] = wordsAround(location);
  return JSON.stringify([rule.id, variant, resource ? fingerprint.replace(/:\d+$/, '') : line, words]);
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

/** Places of questions that were open before. */
function findAsked(undecided: readonly ReportedQuestion[]): ReadonlySet<string> {
  return new Set(undecided.flatMap(question => question.at.map(at => placeKeyOf(question, at))));
}

function placeKeyOf({ rule, id }: ReportedQuestion, at: Location): string {
  return JSON.stringify([rule.id, id, ...wordsAround(at)]);
}

function narrowQuestions(questions: readonly ReportedQuestion[], change: Change, before: Report | undefined): readonly ReportedQuestion[] {
  const asked = findAsked(before?.undecided ?? []);
  const isOwn = (question: ReportedQuestion, at: Location): boolean =>
    change.isTouched(at) || (before !== undefined && isOfRule(question) && !asked.has(placeKeyOf(question, at)));
  return questions.map(question => ({ ...question, at: question.at.filter(at => isOwn(question, at)) })).filter(({ at }) => at.length > 0);
}

function tellLeftOut(count: number): string {
  return count === 1 ? '1 finding elsewhere is older than this change' : `${String(count)} findings elsewhere are older than this change`;
}

/**
 * What touches a change or is caused by it. `before` is the report of what was there before it, of the rules that have something
 * untouched to say; without it none of that is caused by the change. Suppressed findings elsewhere are left out without a word.
 */
export function narrow(report: Report, change: Change, before: Report | undefined): Report {
  const untouched = findUntouched(report, change).findings;
  const caused = before ? findCaused(untouched, before) : new Set<ReportedFinding>();
  const shown = report.findings.filter(finding => touches(finding, change) || caused.has(finding));
  const leftOut = untouched.length - caused.size;
  const notices = leftOut === 0 ? report.notices : [...report.notices, { path: null, text: tellLeftOut(leftOut) }];
  return withFindings({ ...report, notices, undecided: narrowQuestions(report.undecided, change, before) }, shown);
}
