import type { Place } from '../yaml/place.ts';
import type { Fix } from './finding.ts';

/** One rule that a suppression names. */
export interface SuppressedRule {
  readonly name: string;
  readonly at: Place;
  /** `unknown`: no rule has the name. `locked`: the configuration forbids to hide it. `idle`: the rule ran and nothing of it was hidden. */
  readonly use: 'used' | 'idle' | 'unknown' | 'locked' | 'not-run';
  /** The rule that was probably meant. */
  readonly near: string | undefined;
}

/** A comment or annotation that hides findings, and what became of it. */
export interface CheckedSuppression {
  readonly by: 'comment' | 'annotation';
  /** How it is written: `svclint-disable-line`, `svclint.dev/ignore`. */
  readonly name: string;
  readonly at: Place;
  /** Empty where it names none and stands for all rules. */
  readonly rules: readonly SuppressedRule[];
  /** Whether it hid anything at all. */
  readonly used: boolean;
  readonly reason: string | undefined;
  /** True where the configuration requires a reason and there is none. */
  readonly reasonMissing: boolean;
  /** The last day on which it held, where that is past. */
  readonly expired: string | undefined;
  /** Why it can hide nothing: a clause. */
  readonly misplaced: string | undefined;
  readonly removal: Fix | undefined;
}
