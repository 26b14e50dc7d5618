import type { RuleMeta } from '../rule/define-rule.ts';
import type { Severity } from '../rule/finding.ts';
import type { Position, Span } from '../text/span.ts';
import type { SourceFile } from '../yaml/source-file.ts';

export interface Location {
  readonly file: SourceFile;
  readonly span: Span;
  readonly start: Position;
  readonly end: Position;
}

export interface ReportedRelated {
  readonly note: string;
  readonly location: Location;
}

export interface ReportedEdit {
  readonly location: Location;
  readonly newText: string;
}

export interface ReportedFix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly ReportedEdit[];
}

export interface ResourceName {
  readonly apiVersion: string;
  readonly kind: string;
  /** null where the manifest gives none. */
  readonly namespace: string | null;
  readonly name: string | null;
}

/** Why a finding is not shown: the comment or annotation that names it, or the baseline. */
export interface Suppression {
  readonly by: 'comment' | 'annotation' | 'baseline';
  readonly reason: string | null;
  readonly location: Location | null;
}

export interface ReportedFinding {
  readonly rule: RuleMeta;
  readonly variant: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string | null;
  /** The API server's own sentence, for what it refuses or warns of. */
  readonly answer: string | null;
  readonly location: Location;
  readonly resource: ResourceName | null;
  readonly related: readonly ReportedRelated[];
  readonly fixes: readonly ReportedFix[];
  /** Stable over moved lines and changed wording (design §4.5). */
  readonly fingerprint: string;
  /** How many objects of one scope have it, where a component or template makes several of one text. */
  readonly objects?: number;
  /** Scopes that have the finding, in their order. */
  readonly scopes: readonly string[];
  readonly suppressed: Suppression | null;
}

/** A kind of question that the files leave open, with every place where it came up. */
export interface ReportedQuestion {
  /** Its name among the questions of the rule. */
  readonly id: string;
  readonly rule: RuleMeta;
  readonly one: string;
  readonly many: string;
  readonly decide: string;
  readonly at: readonly Location[];
}

/** What was not linted although it was asked for: an unreadable file, a crashed rule. */
export interface Incomplete {
  readonly path: string;
  readonly reason: string;
  /** What was not done, where it is not the lint. */
  readonly undone?: 'fixed';
}

/** What fixes have changed. */
export interface Fixed {
  /** Findings that are gone. */
  readonly findings: number;
  /** Paths of the files that are changed, sorted. */
  readonly files: readonly string[];
}

/** Something worth knowing that is no finding: charts that were not rendered, files that are no manifests. */
export interface Notice {
  readonly path: string | null;
  readonly text: string;
}

export interface Summary {
  readonly files: number;
  readonly resources: number;
  readonly scopes: number;
  /** Documents that are YAML and no Kubernetes objects. */
  readonly others: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly suppressed: number;
  /** Target range of Kubernetes minors, as "1.34-1.37". */
  readonly kubernetes: string;
}

/** Findings of a file that are known: one line of a baseline. */
export interface BaselineEntry {
  readonly rule: string;
  /** From the top of the repository, so that it is the same wherever svclint starts. */
  readonly path: string;
  /** The object, for those who read the file; null where the finding has none. */
  readonly object: string | null;
  readonly severity: Severity;
  /** How many findings of the file have the fingerprint. */
  readonly count: number;
  /** Without the path of a file, which may be renamed. */
  readonly fingerprint: string;
}

/** What became of the findings that a baseline lists. */
export interface ReportedBaseline {
  /** The file, relative to the working directory. */
  readonly path: string;
  /** How many findings it hides. */
  readonly known: number;
  /** What it lists and this run, which looked there, did not find; paths relative to the working directory. */
  readonly gone: readonly BaselineEntry[];
}

export interface Report {
  /** Sorted by path, place and rule; suppressed ones among them. */
  readonly findings: readonly ReportedFinding[];
  readonly undecided: readonly ReportedQuestion[];
  readonly incomplete: readonly Incomplete[];
  readonly notices: readonly Notice[];
  readonly summary: Summary;
  /** What fixes did before these findings were found; absent where nothing was to be fixed. */
  readonly fixed?: Fixed | undefined;
  /** Absent where no baseline was used. */
  readonly baseline?: ReportedBaseline | undefined;
}
