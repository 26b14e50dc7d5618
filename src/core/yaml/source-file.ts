import type { LineTable } from '../text/line-table.ts';
import type { Span } from '../text/span.ts';
import type { SyntaxProblem } from './problem.ts';
import type { NodeId, Tree } from './tree.ts';

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
  /** For values of a chart: whether a Secret takes the value at a path. */
  readonly takesSecret?: TakesSecret;
}

export type TakesSecret = (path: readonly string[]) => boolean;

/**
 * Where a field stands. A place in a rendered document tells the file and the spans of its source, where a reader can change it; `document`,
 * `node` and `path` are those of the rendered one.
 */
export interface Place {
  readonly document: YamlDocument;
  /** The value's node; undefined for a place that stands for a whole document without a tree. */
  readonly node: NodeId | undefined;
  /** The key's node, where the value belongs to a key. */
  readonly key: NodeId | undefined;
  /** For a place in a rendered document: where it was written, and what changed it since. */
  readonly origin: Origin | undefined;
  readonly file: SourceFile;
  /** Path in the words of the API, with the key of list elements: `spec.ports[http].targetPort`. Empty for the root. */
  readonly path: string;
  /** From the key, if there is one, to the end of the value. */
  readonly span: Span;
  readonly valueSpan: Span;
  readonly keySpan: Span | undefined;
  /** The key alone: for fields whose value is long or is not what is wrong. */
  readonly atKey: Place;
}

/** Something that changed a value between its source and what is applied: a patch, a prefix, a label, a generator. */
export interface Change {
  /** Where the change is written. */
  readonly at: Place;
  /** A clause that reads alone under its frame: `namePrefix of the kustomization adds "prod-"`. */
  readonly note: string;
}

/** Where a value of a rendered document was written, and what changed it on its way. */
export interface Origin {
  /** The place in a source file: never itself in a rendered document. */
  readonly at: Place;
  /** In the order in which they were made. Empty for what is applied as it is written. */
  readonly changes: readonly Change[];
}

/** Sources of a document that a tool makes of other files. Every node has one: what nobody wrote comes from what asked for it. */
export interface Origins {
  of(node: NodeId): Origin;
}
