import type { Span } from '../text/span.ts';

export type SyntaxProblemKind = 'syntax' | 'tab-indentation' | 'duplicate-key' | 'undefined-alias' | 'unsupported-value';

/** Why kubectl would not read a text as it is meant. A result, never an exception. */
export interface SyntaxProblem {
  readonly kind: SyntaxProblemKind;
  /** The cause as a clause: "a tab indents this line". */
  readonly cause: string;
  readonly span: Span;
  readonly help?: string;
  /** The other place of the problem, such as the first of two equal keys. */
  readonly related?: { readonly span: Span; readonly note: string };
  /** True where the document is lost; false where it can still be read. */
  readonly fatal: boolean;
}
