import type { LineTable } from '../text/line-table.ts';
import type { Span } from '../text/span.ts';
import type { Origins } from './origin.ts';
import type { SyntaxProblem } from './problem.ts';
import type { Tree } from './tree.ts';

/** One document of a file: a tree, or problems that say why there is none, or a template that is no YAML before it is rendered. */
export interface YamlDocument {
  readonly file: SourceFile;
  /** Position among the documents of the file, from 0. */
  readonly index: number;
  readonly span: Span;
  /** Undefined where the document does not parse. Of size 0 where nothing is written. */
  readonly tree: Tree | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** True when the document holds template actions (`{{ }}`). Without tree and problems it cannot be read before it is rendered. */
  readonly templated: boolean;
  /** Starts of the lines that only hold template actions: the mapping around each may have keys that are not shown. */
  readonly openLines: readonly number[];
  /** True when a key of the document is a placeholder. */
  readonly openKeys: boolean;
  /** For a document that a tool makes of other files, such as a kustomization: where each node of its tree was written. */
  readonly origins?: Origins;
}

export interface SourceFile {
  /** As the user sees it: relative to the working directory, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineTable;
  readonly documents: readonly YamlDocument[];
  /** True when the text holds template actions (`{{ }}`). */
  readonly templated: boolean;
  /** True where all of the text is the value of a Secret: a file that a generator reads. */
  readonly isSecret?: true;
}
