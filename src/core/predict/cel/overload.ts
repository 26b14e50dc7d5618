import type { CelType } from './type.ts';
import type { CelValue } from './value.ts';

/** Counts what an evaluation costs and stops it above its limit. */
export interface Meter {
  spend(units: number): void;
}

/** Linear-time regular expressions; the pattern is that of RE2. */
export interface PatternEngine {
  /** Why it does not compile; undefined where it does. */
  fault(pattern: string): string | undefined;
  matches(pattern: string, text: string): boolean;
  /** The first matches, at most so many; all where `most` is negative. */
  findAll(pattern: string, text: string, most: number): readonly string[];
}

export interface CallContext {
  readonly meter: Meter;
  readonly patterns: PatternEngine;
}

/** One signature of a function: what it takes, what it gives, and what it does. */
export interface Overload {
  readonly name: string;
  /** The first argument stands before the name: `text.startsWith(prefix)`. */
  readonly isMethod: boolean;
  readonly args: readonly CelType[];
  readonly result: CelType;
  readonly run: (args: readonly CelValue[], context: CallContext) => CelValue;
}

type Run = Overload['run'];

/** A function by its signature: `fn('size', [STRING], INT, …)`. */
export const fn = (name: string, args: readonly CelType[], result: CelType, run: Run): Overload => ({ name, isMethod: false, args, result, run });

/** A method by its signature, the receiver first. */
export const method = (name: string, args: readonly CelType[], result: CelType, run: Run): Overload => ({ name, isMethod: true, args, result, run });
