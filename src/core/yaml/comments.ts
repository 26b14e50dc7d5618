import type { Span } from '../text/span.ts';
import { opensComment } from './enclosure.ts';
import { maskTemplates } from './mask.ts';
import type { SourceFile, YamlDocument } from './source-file.ts';
import { NodeKind } from './tree.ts';

export interface Comment {
  /** From the `#` to the end of the line. */
  readonly span: Span;
  /** Without `#` and the blanks around. */
  readonly text: string;
  /** False for a comment that stands behind something. */
  readonly isOwnLine: boolean;
  /** Index of the document it stands in. */
  readonly document: number;
}

const cache = new WeakMap<SourceFile, readonly Comment[]>();

/** Spans of all scalars and aliases of a file, in their order: where a `#` is text. */
function scalarSpans({ documents }: SourceFile): Span[] {
  const spans: Span[] = [];
  for (const { tree } of documents) {
    for (let node = 0; tree && node < tree.size; node++) {
      const kind = tree.kind(node);
      if (kind === NodeKind.scalar || kind === NodeKind.alias) spans.push(tree.span(node));
    }
  }
  return spans;
}

/** Where a document begins; those that `...` divides share a span and begin with their first node. */
function startOf(document: YamlDocument, before: YamlDocument | undefined): number {
  return before?.span.start === document.span.start && document.tree ? document.tree.start(0) : document.span.start;
}

class CommentFinder {
  readonly comments: Comment[] = [];
  readonly #file: SourceFile;
  readonly #text: string;
  readonly #scalars: readonly Span[];
  #scalar = 0;
  #document = 0;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#text = file.templated ? maskTemplates(file.text).text : file.text;
    this.#scalars = scalarSpans(file);
  }

  find(): void {
    for (let at = this.#text.indexOf('#'); at !== -1;) {
      this.#enterDocument(at);
      const end = this.#isComment(at) ? this.#comment(at) : at + 1;
      at = this.#text.indexOf('#', end);
    }
  }

  #enterDocument(at: number): void {
    const { documents } = this.#file;
    for (let next = documents[this.#document + 1]; next && startOf(next, documents[this.#document]) <= at; next = documents[this.#document + 1])
      this.#document++;
  }

  #isComment(at: number): boolean {
    if (!opensComment(this.#text[at - 1])) return false;
    while ((this.#scalars[this.#scalar]?.end ?? Number.POSITIVE_INFINITY) <= at) this.#scalar++;
    if ((this.#scalars[this.#scalar]?.start ?? Number.POSITIVE_INFINITY) <= at) return false;
    // Of a document that does not parse, only comments on lines of their own are certain.
    return this.#file.documents[this.#document]?.tree !== undefined || this.#isOwnLine(at);
  }

  #isOwnLine(at: number): boolean {
    return this.#text.slice(this.#text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
  }

  #comment(start: number): number {
    const newline = this.#text.indexOf('\n', start);
    let end = newline === -1 ? this.#text.length : newline;
    if (this.#text[end - 1] === '\r') end--;
    this.comments.push({ span: { start, end }, text: this.#text.slice(start + 1, end).trim(), isOwnLine: this.#isOwnLine(start), document: this.#document });
    return end;
  }
}

/** The comments of a file in their order. A `#` in quotes, in block text or in a template action is none. */
export function commentsOf(file: SourceFile): readonly Comment[] {
  const known = cache.get(file);
  if (known) return known;
  const finder = new CommentFinder(file);
  finder.find();
  cache.set(file, finder.comments);
  return finder.comments;
}
