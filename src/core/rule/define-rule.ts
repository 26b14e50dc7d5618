import type { Cluster } from '../model/cluster.ts';
import type { Finding, Severity, Undecided } from './finding.ts';
import type { OptionTable, OptionValues } from './options.ts';
import type { CheckPattern } from './ownership.ts';
import type { SubjectName, Subjects } from './subjects.ts';

export const CATEGORIES = [
  'wiring',
  'routing',
  'network-policy',
  'dns',
  'references',
  'api',
  'schema',
  'deprecation',
  'reliability',
  'security',
  'images',
  'rbac',
  'autoscaling',
  'style',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const PRESETS = ['recommended', 'strict', 'security', 'reliability', 'mesh', 'style', 'pss-baseline', 'pss-restricted'] as const;
export type Preset = (typeof PRESETS)[number];

/** Laws that a rule is about and therefore exempt from: it speaks of order, of style or of placeholders themselves. */
export type Dependence = 'order' | 'style' | 'placeholders';

/** How the last lines of a report ask what could not be decided: "2 Services match …: --complete if …". */
export interface Question {
  /** After the number 1: `Service matches no pod in these files`. */
  readonly one: string;
  /** After a larger number. */
  readonly many: string;
  /** What would decide it. */
  readonly decide: string;
}

/** What is known of a rule before its check is loaded. */
export interface RuleMeta {
  readonly id: string;
  /** The fact and its consequence in one line. */
  readonly title: string;
  readonly category: Category;
  /** The highest severity that the rule reaches without `--complete`. */
  readonly severity: Severity;
  readonly presets: readonly Preset[];
  readonly subject: SubjectName;
  /** Of a rule with subject `refusal`: the checks of the API server that it speaks of. Each check has one such rule. */
  readonly checks?: readonly CheckPattern[];
  /** Of a rule with subject `reference`: the rows of the table of references that it speaks of. */
  readonly references?: readonly string[];
  readonly fix: 'safe' | 'unsafe' | 'no';
  /** Version that brought the rule. */
  readonly since: string;
  readonly options?: OptionTable;
  /** Of a plugin's rule: its page in Markdown, for `svclint explain`. Those that svclint brings have a docs.md. */
  readonly docs?: string;
  /** Of a plugin's rule: where its page is published. */
  readonly url?: string;
}

export interface RuleContext<O extends OptionTable = OptionTable> {
  readonly cluster: Cluster;
  readonly options: OptionValues<O>;
}

export interface Rule<
  S extends SubjectName = SubjectName,
  O extends OptionTable = OptionTable,
  V extends string = string,
  Q extends string = string,
> extends RuleMeta {
  readonly subject: S;
  /** Stable names of the messages, each with the severity that it has unless the finding says otherwise. */
  readonly variants: Readonly<Record<V, Severity>>;
  /** `object`: what one object says of itself. `cluster`: what several objects say together; undecided among alternatives. */
  readonly judges: 'object' | 'cluster';
  readonly options?: O;
  readonly questions?: Readonly<Record<Q, Question>>;
  readonly dependsOn?: readonly Dependence[];
  /** Facts of the semantics (S-nnn) and API pages that the rule rests on. */
  readonly facts?: readonly string[];
  check(subject: Subjects[S], context: RuleContext<O>): Iterable<Finding<V> | Undecided<Q>>;
}

/** A rule of any subject, as the engine holds it. */
export type AnyRule = Rule;

/** Types a rule: subjects, variants, options and questions are checked where they are written. */
export function defineRule<S extends SubjectName, const O extends OptionTable, const V extends string, const Q extends string = never>(
  rule: Rule<S, O, V, Q>,
): Rule<S, O, V, Q> {
  return rule;
}
