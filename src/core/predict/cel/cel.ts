import type { Schema } from '../../schema/schema.ts';
import type { PlainValue } from '../../yaml/to-value.ts';
import type { Issue } from './expression.ts';
import type { CelType } from './type.ts';

/** An expression that has been read and checked. */
export interface Program {
  readonly text: string;
  readonly type: CelType;
  /** The most that it can cost, in the units in which the API server counts; never more than the server's own estimate. */
  readonly cost: number;
  /** Names of variables that the expression reads, those of its macros among them. */
  readonly names: ReadonlySet<string>;
}

/** A text that is no expression, or one that the API server's checker refuses, in its words. */
export interface CompileFault {
  readonly error: string;
  readonly issues: readonly Issue[];
}

/** `unknown`: the answer hangs on what is not known, or the expression costs more than is allowed. */
export type Answer = 'true' | 'false' | 'unknown' | { readonly error: string };

export interface Bindings {
  readonly self: PlainValue;
  readonly oldSelf?: PlainValue;
  /** Schema of both: it says which texts are moments or durations, and which numbers are fractions. */
  readonly schema?: Schema | undefined;
}

/** The Common Expression Language as the API server speaks it. Heavy, so it is loaded when a set needs it. */
export interface Cel {
  /** A rule of a CustomResourceDefinition (`x-kubernetes-validations`) over `self` and `oldSelf` of any type. */
  compileRule(rule: string): Program | CompileFault;
  /** An expression over variables of those types; undefined where the parser does not know a form that the server may know. */
  compile(text: string, variables: Readonly<Record<string, CelType>>): Program | CompileFault | undefined;
  evaluate(program: Program, bindings: Bindings): Answer;
  /** The text that a message expression gives; undefined where it gives none. */
  render(program: Program, bindings: Bindings): string | undefined;
  /** What RE2 says against a pattern; undefined for one that it takes. */
  patternFault(pattern: string): string | undefined;
  /** Whether a text matches a pattern anywhere, in linear time; undefined where the pattern is none. */
  matches(pattern: string, text: string): boolean | undefined;
}
