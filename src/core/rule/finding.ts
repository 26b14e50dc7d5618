import type { Resource } from '../model/resource.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Place } from '../yaml/place.ts';
import type { SourceFile } from '../yaml/source-file.ts';

export type Severity = 'error' | 'warning' | 'info';

export interface Related {
  readonly at: Place;
  /** A clause that reads alone under its frame. */
  readonly note: string;
  /** True for what differs from scope to scope, such as the prefix of an overlay: findings that differ in nothing else are one. */
  readonly isOfScope?: true;
}

export interface FileEdit extends TextEdit {
  readonly file: SourceFile;
}

export interface Fix {
  /** An imperative: "Change the selector to app: web". */
  readonly title: string;
  /** `safe`: same meaning, or the only possible one. `unsafe`: a guess that the user confirms. */
  readonly safety: 'safe' | 'unsafe';
  /** Undefined for an edit that cannot be made, because what stands there is rendered from something else: then there is no fix. */
  readonly edits: readonly (FileEdit | undefined)[];
}

/** What a rule says of one place. `variant` is the stable name of the message: wording may change, it does not. */
export interface Finding<V extends string = string> {
  readonly variant: V;
  readonly message: string;
  readonly at: Place;
  readonly help?: string | undefined;
  /** The API server's own sentence, where it refuses or warns: the engine fills it in. Of a chart, what helm says. */
  readonly answer?: string | undefined;
  /** Lower or higher than the variant's own, where evidence decides. */
  readonly severity?: Severity | undefined;
  readonly related?: readonly Related[] | undefined;
  readonly fixes?: readonly Fix[] | undefined;
  /** The object that the finding is about, where it is not the one that holds the place. */
  readonly resource?: Resource | undefined;
}

/** A question that the files cannot answer. It is not dropped: the last lines of the report ask it. */
export interface Undecided<Q extends string = string> {
  readonly undecided: Q;
  readonly at: Place;
}

export function isUndecided(outcome: Finding | Undecided): outcome is Undecided {
  return 'undecided' in outcome;
}
