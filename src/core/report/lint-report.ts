import type { Category } from '../rule/define-rule.ts';
import type { Severity } from '../rule/finding.ts';

/** One-based; columns are counted in UTF-16 units. */
export interface LintPosition {
  readonly line: number;
  readonly column: number;
}

export interface LintLocation {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly start: LintPosition;
  /** The position after the last character. */
  readonly end: LintPosition;
}

/** A Kubernetes object as its manifest names it. */
export interface LintResource {
  readonly apiVersion: string;
  readonly kind: string;
  /** null where the manifest gives none. */
  readonly namespace: string | null;
  readonly name: string | null;
}

export interface LintRelated {
  readonly note: string;
  readonly location: LintLocation;
}

export interface LintEdit extends LintLocation {
  readonly newText: string;
}

export interface LintFix {
  readonly title: string;
  /** `safe`: what was meant, for certain. `unsafe`: a guess that a person confirms. */
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly LintEdit[];
}

/** What hides a finding. */
export interface LintSuppression {
  readonly by: 'comment' | 'annotation' | 'baseline';
  readonly reason: string | null;
  readonly location: LintLocation | null;
}

export interface LintFinding {
  readonly rule: string;
  /** Stable name of the message: the wording may change, this does not. */
  readonly variant: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly message: string;
  readonly help: string | null;
  /** The API server's own sentence, for what it refuses or warns of. */
  readonly answer: string | null;
  /** The page of the rule; null for a plugin's rule without one. */
  readonly docs: string | null;
  readonly location: LintLocation;
  readonly resource: LintResource | null;
  readonly related: readonly LintRelated[];
  readonly fixes: readonly LintFix[];
  /** The same for the same fault after lines moved and wording changed; unique in the report. */
  readonly fingerprint: string;
  /** The first scope that has the finding. */
  readonly scope: string;
  readonly scopes: readonly string[];
  /** How many objects of a scope have it, where one text makes several. */
  readonly objects: number;
  /** null for findings that are shown. */
  readonly suppressed: LintSuppression | null;
}

/** A kind of question that the files leave open. */
export interface LintQuestion {
  readonly rule: string;
  readonly question: string;
  readonly reason: string;
  /** What would decide it. */
  readonly decide: string;
  readonly count: number;
  readonly locations: readonly LintLocation[];
}

/** What was not linted, or not fixed, although it was asked for. */
export interface LintIncomplete {
  readonly path: string;
  readonly reason: string;
  /** What was not done, where it is not the lint. */
  readonly undone?: 'fixed';
}

/** An entry of a baseline. */
export interface LintKnown {
  readonly rule: string;
  /** Relative to the working directory. */
  readonly path: string;
  /** The object; null where there was none. */
  readonly object: string | null;
  /** The severity that it had. */
  readonly severity: Severity;
  readonly count: number;
  /** As in the baseline: without the path of a file, and without the number of a repeat. */
  readonly fingerprint: string;
}

/** What became of the findings that a baseline lists. */
export interface LintBaseline {
  /** The file, relative to the working directory. */
  readonly path: string;
  /** Findings that it hides. */
  readonly known: number;
  /** What it lists and this run, which looked there, did not find. */
  readonly gone: readonly LintKnown[];
}

/** What `--fix` has done. */
export interface LintFixed {
  /** Findings that the fixes have mended. */
  readonly findings: number;
  /** Paths of the files that they have changed. */
  readonly files: readonly string[];
}

export interface LintNotice {
  readonly path: string | null;
  readonly text: string;
}

export interface LintSummary {
  readonly files: number;
  readonly resources: number;
  readonly scopes: number;
  /** Documents that are YAML and no Kubernetes objects. */
  readonly others: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly suppressed: number;
  /** The Kubernetes minors that the report is about, such as "1.34-1.37". */
  readonly kubernetes: string;
}

export interface LintTool {
  readonly name: 'svclint';
  readonly version: string;
}

/** The report of a run, as `--format json` prints it and `schemas/report.schema.json` describes it. */
export interface LintReport {
  /** Version of this contract. */
  readonly version: 1;
  readonly tool: LintTool;
  /** Sorted by path, place and rule; suppressed ones among them. */
  readonly findings: readonly LintFinding[];
  readonly undecided: readonly LintQuestion[];
  readonly incomplete: readonly LintIncomplete[];
  readonly notices: readonly LintNotice[];
  readonly summary: LintSummary;
  /** What was fixed before these findings were found; null without `--fix`. */
  readonly fixed: LintFixed | null;
  /** null where no baseline was used. */
  readonly baseline: LintBaseline | null;
}
