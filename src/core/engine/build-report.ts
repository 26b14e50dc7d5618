import type { Cluster } from '../model/cluster.ts';
import type { ReadSet } from '../model/build-clusters.ts';
import { isKustomizationPath } from '../model/kustomization-file.ts';
import type { Question, RuleMeta } from '../rule/define-rule.ts';
import type { Finding, Fix } from '../rule/finding.ts';
import { pluginOf } from '../rule/plugin.ts';
import { renderMinors } from '../text/minors.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { countFindings } from './count-findings.ts';
import { fingerprintOf } from './fingerprint.ts';
import { MergedFindings } from './merge-scopes.ts';
import { noticesOf } from './notices.ts';
import { locate, locateExactly, nameResource, resourceAt } from './locate.ts';
import type { Incomplete, Location, Notice, Report, ReportedFinding, ReportedFix, ReportedQuestion, ReportedRelated, Summary } from './report.ts';
import type { Suppression } from './read-suppressions.ts';
import { OF_THE_RUN, type Outcome, type RawFinding, type RawQuestion } from './run-rules.ts';
import type { Settings } from './settings.ts';

const ALTERNATIVES: Question = {
  one: 'check touches an object that stands twice in its directory',
  many: 'checks touch objects that stand twice in their directory',
  decide: 'lint the files that are applied together',
};

const PATCHED: Question = {
  one: 'check touches objects that a kustomization patches',
  many: 'checks touch objects that kustomizations patch',
  decide: 'lint what kustomize build prints',
};

/** Questions that no rule asks: they come of how the files are put together. */
export const OF_THE_FILES: Readonly<Record<string, Question>> = { alternatives: ALTERNATIVES, patched: PATCHED };

/** A fix whose edits can all be made, in files that the run was asked to lint. */
function reportFix({ title, safety, edits }: Fix, isClosed: Reporting['isClosed']): ReportedFix[] {
  const possible = edits.flatMap(edit => (edit && !isClosed(edit.file) ? [edit] : []));
  if (possible.length < edits.length) return [];
  return [{ title, safety, edits: possible.map(edit => ({ location: locateExactly(edit.file, edit.span), newText: edit.newText })) }];
}

/** Which files are not fixed: those that kustomizations name and nobody asked to lint, and those of charts, as only helm says what comes of them. */
function closedFiles({ files, renderings, applied, rendered }: ReadSet): Reporting['isClosed'] {
  const given = new Set(files);
  const beside = new Set([...renderings, ...applied].flatMap(({ sources }) => sources.filter(source => !given.has(source))));
  return file => beside.has(file) || rendered.some(chart => chart.files.has(file.path));
}

function reportSuppression({ by, reason, at }: Suppression): ReportedFinding['suppressed'] {
  return { by, reason: reason ?? null, location: locate(at) };
}

/** Scopes that a finding is of: its cluster, or for what is judged without one all that hold the place. */
function clustersOf({ rule, finding, cluster }: RawFinding, clusters: readonly Cluster[]): readonly Cluster[] {
  if (!OF_THE_RUN.has(rule.subject)) return [cluster];
  const { document } = finding.at;
  return clusters.filter(each => each.inDocument(document).length > 0 || each.kustomizations.includes(document));
}

/** Both ends of the finding, and what changed the value on its way from the file where it is written. */
function relatedOf({ at, related = [] }: Finding): ReportedRelated[] {
  const changes = at.origin?.changes ?? [];
  return [...related, ...changes].map(({ at: place, note }) => ({ note, location: locate(place) }));
}

/** What all findings of a run are reported with. */
interface Reporting {
  readonly set: ReadSet;
  readonly isClosed: (file: SourceFile) => boolean;
  readonly pathInRepository: (path: string) => string;
}

function reportFinding(raw: RawFinding, { set, isClosed, pathInRepository }: Reporting): ReportedFinding {
  const { rule, finding, severity, suppressedBy } = raw;
  const clusters = clustersOf(raw, set.clusters);
  const owner = finding.resource ?? (clusters[0] && resourceAt(finding.at, clusters[0]));
  const resource = owner ? nameResource(owner) : null;
  return {
    rule,
    variant: finding.variant,
    severity,
    message: finding.message,
    help: finding.help ?? null,
    answer: finding.answer ?? null,
    location: locate(finding.at),
    resource,
    related: relatedOf(finding),
    fixes: (finding.fixes ?? []).flatMap(fix => reportFix(fix, isClosed)),
    fingerprint: fingerprintOf({ rule: rule.id, variant: finding.variant, resource, at: finding.at, path: pathInRepository(finding.at.file.path) }),
    scopes: clusters.map(cluster => cluster.scope),
    suppressed: suppressedBy ? reportSuppression(suppressedBy) : null,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareLocations(a: Location, b: Location): number {
  return compareText(a.file.path, b.file.path) || a.span.start - b.span.start;
}

/** The order of a report: by path, place and rule. */
export function compareFindings(a: ReportedFinding, b: ReportedFinding): number {
  return (
    compareLocations(a.location, b.location) || compareText(a.rule.id, b.rule.id) || compareText(a.variant, b.variant) || compareText(a.message, b.message)
  );
}

/** Equal fingerprints are told apart by a number, in the order of the report. */
function numberRepeats(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}:${String(count)}` };
  });
}

function questionOf({ rule, question }: RawQuestion): Question {
  return rule.questions?.[question] ?? OF_THE_FILES[question] ?? ALTERNATIVES;
}

function isOfTheFiles({ rule, question }: RawQuestion): boolean {
  return rule.questions?.[question] === undefined;
}

/** One entry per kind of question, with each place once, in the order of paths and places. */
function reportQuestions(questions: readonly RawQuestion[]): ReportedQuestion[] {
  const grouped = new Map<string, { readonly first: RawQuestion; readonly places: Map<string, Location> }>();
  for (const raw of questions) {
    const key = isOfTheFiles(raw) ? raw.question : `${raw.rule.id}\u0000${raw.question}`;
    const location = locate(raw.at);
    const group = grouped.get(key) ?? { first: raw, places: new Map<string, Location>() };
    group.places.set(`${location.file.path}\u0000${String(location.span.start)}`, location);
    grouped.set(key, group);
  }
  return [...grouped.values()].map(({ first, places }) => ({
    id: first.question,
    rule: first.rule,
    ...questionOf(first),
    at: [...places.values()].sort(compareLocations),
  }));
}

function summarize(set: ReadSet, findings: readonly ReportedFinding[], settings: Settings): Summary {
  return {
    files: set.files.length,
    resources: new Set(set.clusters.flatMap(cluster => cluster.resources)).size,
    scopes: set.clusters.filter(cluster => cluster.resources.length > 0).length,
    others: set.readings.filter(({ kind, document }) => kind === 'other' && !isKustomizationPath(document.file.path)).length,
    ...countFindings(findings),
    kubernetes: renderMinors(settings.target.minors),
  };
}

function blamed({ id }: RuleMeta): string {
  const plugin = pluginOf(id);
  return plugin === undefined ? 'svclint' : `plugin "${plugin}"`;
}

function crashReason(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

export interface ReportInput {
  readonly set: ReadSet;
  readonly outcome: Outcome;
  readonly settings: Settings;
  /** Files that could not be read. */
  readonly incomplete: readonly Incomplete[];
  readonly notices: readonly Notice[];
  /** How the repository calls a file; as the run calls it where absent. */
  readonly pathInRepository?: ((path: string) => string) | undefined;
}

export function buildReport({ set, outcome, settings, incomplete, notices, pathInRepository = path => path }: ReportInput): Report {
  const reporting = { set, isClosed: closedFiles(set), pathInRepository };
  const merging = new MergedFindings();
  for (const raw of outcome.findings) merging.add(reportFinding(raw, reporting), raw);
  const findings = numberRepeats(merging.all.sort(compareFindings));
  const crashes = outcome.crashes.map(crash => ({
    path: crash.path,
    reason: `rule ${crash.rule.id} crashed, which is a fault of ${blamed(crash.rule)}: ${crashReason(crash.error)}`,
  }));
  return {
    findings,
    undecided: reportQuestions(outcome.questions),
    incomplete: [...incomplete, ...crashes],
    notices: [...notices, ...noticesOf(set, notices)],
    summary: summarize(set, findings, settings),
  };
}
