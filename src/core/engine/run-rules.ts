import { Cluster } from '../model/cluster.ts';
import { referencesOf } from '../model/references/references.ts';
import type { ReadSet } from '../model/build-clusters.ts';
import type { Refusal } from '../predict/admission/refusals-of.ts';
import type { Rule, RuleContext, RuleMeta } from '../rule/define-rule.ts';
import { isUndecided, type Finding, type Severity, type Undecided } from '../rule/finding.ts';
import type { OptionTable, OptionValue } from '../rule/options.ts';
import { Ownership } from '../rule/ownership.ts';
import type { SubjectName, Subjects } from '../rule/subjects.ts';
import type { Place } from '../yaml/place.ts';
import { resourceAt } from './locate.ts';
import type { Level } from '../config/rule-settings.ts';
import type { Suppression } from './read-suppressions.ts';
import { OwnedRefusals, withSentence } from './owned-refusals.ts';
import { levelOf, type Settings } from './settings.ts';
import { subjectsOf } from './subjects-of.ts';

/** A finding before it is located, in the cluster where it was found. */
export interface RawFinding {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly severity: Severity;
  readonly cluster: Cluster;
  /** The comment or annotation that hides it. */
  readonly suppressedBy?: Suppression | undefined;
}

export interface RawQuestion {
  readonly rule: Rule;
  readonly question: string;
  readonly at: Place;
}

export interface Crash {
  readonly rule: RuleMeta;
  readonly path: string;
  readonly error: unknown;
}

export interface Outcome {
  readonly findings: readonly RawFinding[];
  readonly questions: readonly RawQuestion[];
  readonly crashes: readonly Crash[];
}

const ALTERNATIVES = 'alternatives';
const PATCHED = 'patched';

function optionValues(table: OptionTable | undefined, written: Readonly<Record<string, OptionValue>> | undefined): Readonly<Record<string, OptionValue>> {
  const entries = Object.entries(table ?? {}).map(([name, option]) => [name, written?.[name] ?? option.default] as const);
  return Object.fromEntries(entries);
}

/** A check of several objects is undecided where one of them is an alternative: which one is applied is not known. */
function touchesAlternative(rule: Rule, finding: Finding, cluster: Cluster): boolean {
  if (rule.judges !== 'cluster') return false;
  return [finding.at, ...(finding.related ?? []).map(related => related.at)].some(at => {
    const resource = resourceAt(at, cluster);
    return resource !== undefined && cluster.isAlternative(resource);
  });
}

/** Whether a subject is an answer of the API server: then the finding carries its sentence. */
function isRefusal(rule: Rule, subject: unknown): subject is Refusal {
  return rule.subject === 'refusal' && typeof subject === 'object';
}

class RuleRun {
  readonly findings: RawFinding[] = [];
  readonly questions: RawQuestion[] = [];
  readonly crashes: Crash[] = [];
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  check<S extends SubjectName>(rule: Rule<S>, cluster: Cluster, subjects: Iterable<Subjects[S]>): void {
    const context = { cluster, options: optionValues(rule.options, this.#settings.ruleSetting(rule.id)?.options) };
    for (const subject of subjects) this.#checkSubject(rule, subject, context);
  }

  #checkSubject<S extends SubjectName>(rule: Rule<S>, subject: Subjects[S], context: RuleContext): void {
    const { cluster } = context;
    try {
      for (const outcome of rule.check(subject, context))
        this.#take(rule, isRefusal(rule, subject) ? this.#refused(rule, outcome, subject, cluster) : outcome, cluster);
    } catch (error) {
      this.crashes.push({ rule, path: cluster.scope, error });
    }
  }

  #refused(rule: Rule, outcome: Finding | Undecided, refusal: Refusal, cluster: Cluster): Finding | Undecided {
    if (isUndecided(outcome)) return outcome;
    if (refusal.isPartial) return { undecided: PATCHED, at: outcome.at };
    return withSentence(outcome, refusal, cluster, outcome.severity ?? rule.variants[outcome.variant] ?? rule.severity);
  }

  #take(rule: Rule, outcome: Finding | Undecided, cluster: Cluster): void {
    if (isUndecided(outcome)) this.questions.push({ rule, question: outcome.undecided, at: outcome.at });
    else if (touchesAlternative(rule, outcome, cluster)) this.questions.push({ rule, question: ALTERNATIVES, at: outcome.at });
    else {
      const severity = this.#severity(rule, outcome, cluster);
      if (severity !== 'off') this.findings.push({ rule, finding: outcome, severity, cluster });
    }
  }

  #severity(rule: Rule, finding: Finding, cluster: Cluster): Level {
    const own = finding.severity ?? rule.variants[finding.variant] ?? rule.severity;
    const resource = finding.resource ?? resourceAt(finding.at, cluster);
    return levelOf(rule, own, this.#settings, { path: finding.at.file.path, resource });
  }
}

/** Subjects that belong to the run and to no scope. */
export const OF_THE_RUN: ReadonlySet<SubjectName> = new Set(['file', 'document', 'kustomization', 'release', 'chart']);

/** What a rule looks at in a scope. Answers of the API server and references are those that the rule names. */
function subjectsFor(rule: Rule, cluster: Cluster, set: ReadSet, refusals: OwnedRefusals): Iterable<Subjects[SubjectName]> {
  if (rule.subject === 'refusal') return refusals.of(cluster, rule.id);
  if (rule.subject === 'reference') return referencesOf(cluster).ofRows(rule.references ?? []);
  return subjectsOf(rule.subject, cluster, set);
}

/** Runs the rules over every scope. A rule that throws is a crash of that rule for that subject; all others go on. */
export function runRules(set: ReadSet, rules: readonly Rule[], settings: Settings, refusals = new OwnedRefusals(new Ownership(rules))): Outcome {
  const run = new RuleRun(settings);
  for (const rule of rules) {
    const [first] = set.clusters;
    const clusters = OF_THE_RUN.has(rule.subject) && first ? [first] : set.clusters;
    for (const cluster of clusters) {
      run.check(rule, cluster, subjectsFor(rule, cluster, set, refusals));
    }
  }
  return run;
}

/** Runs rules on subjects that no cluster holds: configurations and suppressions. */
export function runOn<S extends SubjectName>(rules: readonly Rule<S>[], subjects: readonly Subjects[S][], settings: Settings): Outcome {
  const cluster = new Cluster({ scope: '', named: false, resources: [], openings: [], alternatives: new Set(), target: settings.target });
  const run = new RuleRun(settings);
  for (const rule of rules) run.check(rule, cluster, subjects);
  return run;
}
