import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export type SyntaxProblemKind =
  | 'syntax'
  | 'tab-indentation'
  | 'duplicate-key'
  /** Two objects without `---` between them: apiVersion or kind stands twice at the root. */
  | 'missing-marker'
  | 'undefined-alias'
  | 'unsupported-value'
  /** Text that kubectl drops or refuses because of the `---` or `...` beside it. */
  | 'document-marker';

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
  /** Of a duplicate key: whether both values are the same, so that nothing is lost. */
  readonly equalValues?: boolean;
  /** The repair, where the text leaves no doubt about it. */
  readonly edits?: readonly TextEdit[];
}
