import { elementStep } from '../yaml/element-step.ts';
import { keyText } from '../yaml/mapping.ts';
import type { Change, Origin } from '../yaml/origin.ts';
import { parseSource } from '../yaml/parse-source.ts';
import { NodePlace, type Place } from '../yaml/place.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import { NodeKind, type NodeId, type Tree } from '../yaml/tree.ts';
import type { Span } from '../text/span.ts';
import { spanMapOf } from './inline-spans.ts';
import type { Text } from './kustomization.ts';

/** A text that is read into nodes: a file, or a scalar of another one. */
export interface TextSource {
  readonly file: SourceFile;
  /** Where a node of it stands, for a reader. */
  readonly placeOf: (document: YamlDocument, node: NodeId, key: NodeId | undefined) => Place;
}

const UNCHANGED: readonly Change[] = [];

/** The place of a node as it is written. Worked out when it is asked for: most nodes never are. */
export class WrittenOrigin implements Origin {
  readonly changes = UNCHANGED;
  readonly #source: TextSource;
  readonly #document: YamlDocument;
  readonly #node: NodeId;
  readonly #key: NodeId | undefined;

  constructor(source: TextSource, document: YamlDocument, node: NodeId, key: NodeId | undefined) {
    this.#source = source;
    this.#document = document;
    this.#node = node;
    this.#key = key;
  }

  get at(): Place {
    return this.#source.placeOf(this.#document, this.#node, this.#key);
  }
}

/** The path to a node in the words of the API. Nodes are numbered in the order of the text, so each step down is found by numbers. */
function pathTo(tree: Tree, node: NodeId): string {
  let path = '';
  for (let above = 0; above !== node;) {
    let [child, key]: [NodeId, NodeId | undefined] = [above + 1, undefined];
    while (tree.next(child) <= node) [child, key] = [tree.next(child), child];
    const isPair = tree.kind(above) === NodeKind.mapping && key !== undefined && isValue(tree, above, child);
    if (isPair && key !== undefined) path += `${path === '' ? '' : '.'}${keyText(tree, key)}`;
    else if (tree.kind(above) === NodeKind.sequence) path += `[${elementStep(tree, child)}]`;
    above = child;
  }
  return path;
}

/** Whether a child of a mapping is a value and no key. */
function isValue(tree: Tree, mapping: NodeId, child: NodeId): boolean {
  let number = 0;
  for (let at = mapping + 1; at < child; at = tree.next(at)) number++;
  return number % 2 === 1;
}

function pathIn({ tree }: YamlDocument, node: NodeId): string {
  return tree ? pathTo(tree, node) : '';
}

/** A file whose nodes stand where they are written. */
export function fileSource(file: SourceFile): TextSource {
  return { file, placeOf: (document, node, key) => new NodePlace(document, node, key, () => pathIn(document, node)) };
}

/** A place in the text of a scalar; its spans are those of the lines of the file that holds the scalar. */
class InlinePlace extends NodePlace {
  readonly #spans: { readonly value: () => Span; readonly key: (() => Span) | undefined };

  constructor(holder: Place, spans: { readonly value: () => Span; readonly key: (() => Span) | undefined }) {
    super(holder.document, holder.node, holder.key, () => holder.path);
    this.#spans = spans;
  }

  override get valueSpan(): Span {
    return this.#spans.value();
  }

  override get keySpan(): Span | undefined {
    return this.#spans.key?.();
  }

  override get atKey(): Place {
    const { key } = this.#spans;
    return key ? new InlinePlace(this, { value: key, key: undefined }) : this;
  }
}

/** A text written in a scalar, such as a patch in a kustomization. With `isTrimmed`, white space around it is dropped first, as for `patch` (K-007). */
export function inlineSource({ value, at }: Text, isTrimmed = false): TextSource {
  const text = isTrimmed ? value.trim() : value;
  const skipped = isTrimmed ? value.length - value.trimStart().length : 0;
  const file = parseSource(at.file.path, text);
  let map: ((span: Span) => Span) | undefined;
  const outer = ({ tree }: YamlDocument, node: NodeId): Span => {
    map ??= spanMapOf(value, at);
    const { start, end } = tree && tree.size > 0 ? tree.span(node) : { start: 0, end: 0 };
    return map({ start: start + skipped, end: end + skipped });
  };
  const placeOf = (document: YamlDocument, node: NodeId, key: NodeId | undefined): Place =>
    new InlinePlace(at, { value: () => outer(document, node), key: key === undefined ? undefined : () => outer(document, key) });
  return { file, placeOf };
}
