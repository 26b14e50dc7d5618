import type { Span } from '../text/span.ts';
import type { Origin, Place, SourceFile, YamlDocument } from './source-file.ts';
import type { NodeId } from './tree.ts';

export type { Place } from './source-file.ts';

/** The place of a node in a tree. Cheap to hold; its spans are worked out when they are asked for. */
export class NodePlace implements Place {
  readonly document: YamlDocument;
  /** The value's node; undefined for a place that stands for a whole document without a tree. */
  readonly node: NodeId | undefined;
  /** The key's node, where the value belongs to a key. */
  readonly key: NodeId | undefined;
  readonly #path: () => string;

  constructor(document: YamlDocument, node: NodeId | undefined, key: NodeId | undefined, path: () => string) {
    this.document = document;
    this.node = node;
    this.key = key;
    this.#path = path;
  }

  /** For a place in a rendered document: where it was written, and what changed it since. */
  get origin(): Origin | undefined {
    return this.document.origins?.of(this.node ?? 0);
  }

  get file(): SourceFile {
    return this.origin?.at.file ?? this.document.file;
  }

  /** Path in the words of the API, with the key of list elements: `spec.ports[http].targetPort`. Empty for the root. */
  get path(): string {
    return this.#path();
  }

  /** From the key, if there is one, to the end of the value. */
  get span(): Span {
    const value = this.valueSpan;
    const key = this.keySpan;
    return key ? { start: key.start, end: Math.max(key.end, value.end) } : value;
  }

  get valueSpan(): Span {
    const { origin } = this;
    if (origin) return origin.at.valueSpan;
    const { tree, span } = this.document;
    return tree && this.node !== undefined && tree.size > 0 ? tree.span(this.node) : span;
  }

  get keySpan(): Span | undefined {
    const { origin } = this;
    if (origin) return this.key === undefined ? undefined : origin.at.keySpan;
    return this.key === undefined ? undefined : this.document.tree?.span(this.key);
  }

  /** The key alone: for fields whose value is long or is not what is wrong. */
  get atKey(): Place {
    return this.key === undefined ? this : new NodePlace(this.document, this.key, undefined, this.#path);
  }
}

/** Starts of all lines of a text that hold, but for the blanks around it, one that is given. */
function linesLike(text: string, line: string): number[] {
  let start = 0;
  return text.split('\n').flatMap(each => {
    const at = start + each.length - each.trimStart().length;
    start += each.length + 1;
    return each.trim() === line ? [at] : [];
  });
}

/** Where a part of a text begins in another one with the same lines under another indentation. */
function findLinePart(text: string, { start, end }: Span, other: string): number | undefined {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', start);
  const line = text.slice(first, after === -1 ? text.length : after);
  if (!text.includes('\n') || first + line.length < end) return undefined;
  const [own, others] = [linesLike(text, line.trim()), linesLike(other, line.trim())];
  const indent = line.length - line.trimStart().length;
  const found = others[own.indexOf(first + indent)];
  return own.length === others.length && found !== undefined ? found + start - first - indent : undefined;
}

/** A part of a scalar's text, such as one host in a command line. */
export class PartPlace extends NodePlace {
  readonly #part: Span;

  /** `part` counts from the start of the scalar's text as it is written, quotes and all. */
  constructor(of: Place, part: Span) {
    super(of.document, of.node, undefined, () => of.path);
    this.#part = part;
  }

  /** In a rendered document the same part of its source, which may be indented otherwise; the whole scalar where that says it in other words. */
  override get valueSpan(): Span {
    const whole = super.valueSpan;
    const written = this.document.tree?.textOf(this.node ?? 0) ?? '';
    const source = this.file.text.slice(whole.start, whole.end);
    const start = this.origin && source !== written ? findLinePart(written, this.#part, source) : this.#part.start;
    return start === undefined ? whole : { start: whole.start + start, end: whole.start + start + this.#part.end - this.#part.start };
  }
}

/** A place that is given by its span, for what has no node: comments, syntax problems. */
export class SpanPlace extends NodePlace {
  readonly #span: Span;

  constructor(document: YamlDocument, span: Span) {
    super(document, undefined, undefined, () => '');
    this.#span = span;
  }

  override get valueSpan(): Span {
    return this.#span;
  }
}
