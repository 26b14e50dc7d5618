import type { ReadSet } from '../model/build-clusters.ts';
import type { AnyRule, RuleMeta } from '../rule/define-rule.ts';
import { isOfAbsentPlugin } from '../rule/plugin.ts';
import type { CheckedSuppression, SuppressedRule } from '../rule/suppression.ts';
import { findNearest } from '../text/near.ts';
import { resourceAt } from './locate.ts';
import { Suppressions, type Covered, type Suppression } from './read-suppressions.ts';
import { runOn, type Outcome, type RawFinding, type RawQuestion } from './run-rules.ts';
import { isActive, type Settings } from './settings.ts';

/** What a run found, with what is hidden marked, and what became of each suppression. */
export interface Suppressed {
  readonly outcome: Outcome;
  readonly suppressions: readonly CheckedSuppression[];
}

/** Rules that speak of the configuration and of suppressions themselves cannot be hidden by one. */
const NEVER_HIDDEN = new Set<RuleMeta['subject']>(['configuration', 'suppression']);

function isExpired({ until }: Suppression, { today }: Settings): boolean {
  return until !== undefined && today !== undefined && today > until;
}

function lacksReason({ reason }: Suppression, { requireReasons }: Settings): boolean {
  return requireReasons && reason === undefined;
}

/** Hides findings and questions, and remembers what did it. */
class Hiding {
  readonly #suppressions: Suppressions;
  readonly #settings: Settings;
  /** Names of rules that each suppression hid something of. */
  readonly #uses = new Map<Suppression, Set<string>>();

  constructor(suppressions: Suppressions, settings: Settings) {
    this.#suppressions = suppressions;
    this.#settings = settings;
  }

  /** The suppression that hides a finding of a rule; all that cover it count as used. */
  find(rule: RuleMeta, covered: Covered): Suppression | undefined {
    if (NEVER_HIDDEN.has(rule.subject) || this.#settings.locks.has(rule.id)) return undefined;
    let first: Suppression | undefined;
    for (const suppression of this.#suppressions.covering(covered)) {
      if (!this.#holds(suppression, rule.id)) continue;
      this.#uses.set(suppression, (this.#uses.get(suppression) ?? new Set()).add(rule.id));
      first ??= suppression;
    }
    return first;
  }

  usesOf(suppression: Suppression): ReadonlySet<string> {
    return this.#uses.get(suppression) ?? new Set();
  }

  #holds(suppression: Suppression, rule: string): boolean {
    const { rules, misplaced } = suppression;
    if (misplaced !== undefined || isExpired(suppression, this.#settings) || lacksReason(suppression, this.#settings)) return false;
    return rules.length === 0 || rules.some(({ name }) => name === rule);
  }
}

function coveredBy({ finding, cluster }: RawFinding): Covered {
  return { at: finding.at, resource: finding.resource ?? resourceAt(finding.at, cluster) };
}

function questionCovered({ at }: RawQuestion, { clusters }: ReadSet): Covered {
  for (const cluster of clusters) {
    const resource = resourceAt(at, cluster);
    if (resource) return { at, resource };
  }
  return { at, resource: undefined };
}

function checkName(name: string, used: ReadonlySet<string>, rules: ReadonlyMap<string, RuleMeta>, settings: Settings): Pick<SuppressedRule, 'use' | 'near'> {
  const rule = rules.get(name);
  // A comment may speak of a plugin that this run does not load.
  if (!rule && isOfAbsentPlugin(name, rules.keys())) return { use: 'not-run', near: undefined };
  if (!rule) return { use: 'unknown', near: findNearest(name, rules.keys(), known => known) };
  if (settings.locks.has(name)) return { use: 'locked', near: undefined };
  if (used.has(name)) return { use: 'used', near: undefined };
  const runs = isActive(rule, settings) && settings.ruleSetting(name)?.severity !== 'off';
  return { use: runs ? 'idle' : 'not-run', near: undefined };
}

function checkSuppression(suppression: Suppression, used: ReadonlySet<string>, rules: ReadonlyMap<string, RuleMeta>, settings: Settings): CheckedSuppression {
  const { by, name, at, until, misplaced, removal, reason } = suppression;
  return {
    by,
    name,
    at,
    rules: suppression.rules.map(named => ({ ...named, ...checkName(named.name, used, rules, settings) })),
    used: used.size > 0,
    reason,
    reasonMissing: lacksReason(suppression, settings),
    expired: isExpired(suppression, settings) ? until : undefined,
    misplaced,
    removal,
  };
}

/** What the rule on suppressions says of them, added to what was found. */
export function withSuppressionFindings({ outcome, suppressions }: Suppressed, rules: readonly AnyRule[], settings: Settings): Outcome {
  const about = rules.filter(rule => rule.subject === 'suppression' && isActive(rule, settings));
  if (suppressions.length === 0 || about.length === 0) return outcome;
  const own = runOn(about, suppressions, settings);
  return { findings: [...outcome.findings, ...own.findings], questions: outcome.questions, crashes: [...outcome.crashes, ...own.crashes] };
}

/** Marks the findings that comments and annotations hide, and leaves out the questions that they answer. */
export function suppress(set: ReadSet, outcome: Outcome, settings: Settings, rules: readonly RuleMeta[]): Suppressed {
  const read = new Suppressions(set);
  if (read.all.length === 0 || !settings.suppressions) return { outcome, suppressions: [] };
  const hiding = new Hiding(read, settings);
  const findings = outcome.findings.map(found => {
    const by = hiding.find(found.rule, coveredBy(found));
    return by ? { ...found, suppressedBy: by } : found;
  });
  const questions = outcome.questions.filter(question => !hiding.find(question.rule, questionCovered(question, set)));
  const byName = new Map(rules.map(rule => [rule.id, rule]));
  const suppressions = read.all.map(suppression => checkSuppression(suppression, hiding.usesOf(suppression), byName, settings));
  return { outcome: { ...outcome, findings, questions }, suppressions };
}
