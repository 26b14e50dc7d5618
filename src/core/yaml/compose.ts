import { EVENT_ID, parseEvents } from 'js-yaml';
import type { SyntaxProblem } from './problem.ts';
import { FLOW, NodeKind, STRIDE, TAGGED, Tree, headerOf, scalarHeader, type NodeId } from './tree.ts';

type YamlEvent = ReturnType<typeof parseEvents>[number];
type EventOf<Id extends YamlEvent['type']> = Extract<YamlEvent, { type: Id }>;
type NodeEvent = EventOf<typeof EVENT_ID.SCALAR> | EventOf<typeof EVENT_ID.MAPPING> | EventOf<typeof EVENT_ID.SEQUENCE>;

export interface Composed {
  readonly tree: Tree;
  readonly problems: readonly SyntaxProblem[];
}

/** How the text that js-yaml is to read belongs to its file. */
export interface Origin {
  /** The file's text as it is written. */
  readonly source: string;
  /** Offset of the read text in it. */
  readonly base: number;
  /** True when line breaks were taken out of quotes, so that js-yaml's word on their value does not hold. */
  readonly isRelaxed: boolean;
}

/** Deeper than any manifest, and shallow enough for a recursive parser on a stack that is in use already. */
export const MAX_DEPTH = 500;
const ABSENT = -1;

/** Packs the events of one document. */
class Composer {
  readonly #origin: Origin;
  readonly #nodes: Int32Array;
  readonly #anchors = new Map<string, NodeId>();
  readonly #aliases = new Map<NodeId, NodeId>();
  readonly #tags = new Map<NodeId, string>();
  readonly #problems: SyntaxProblem[] = [];
  readonly #open: NodeId[] = [];
  #size = 0;
  #lastEnd: number;

  constructor(origin: Origin, nodes: Int32Array) {
    this.#origin = origin;
    this.#nodes = nodes;
    this.#lastEnd = origin.base;
  }

  /** Reads from the event `at` on, which follows the document's event; returns the event after its end. */
  compose(events: readonly YamlEvent[], at: number): number {
    for (; at < events.length; at++) {
      const event = events[at];
      if (!event) break;
      if (event.type === EVENT_ID.SCALAR) this.#scalar(event);
      else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) this.#openCollection(event);
      else if (event.type === EVENT_ID.ALIAS) this.#alias(event);
      else if (event.type === EVENT_ID.POP && this.#open.length > 0) this.#close();
      else break;
    }
    return at + 1;
  }

  get result(): Composed {
    const tree = new Tree(this.#origin.source, this.#nodes.slice(0, this.#size * STRIDE), this.#aliases, this.#tags);
    return { tree, problems: this.#problems };
  }

  #push(header: number, start: number, end: number): NodeId {
    const node = this.#size++;
    const at = node * STRIDE;
    this.#nodes[at] = header;
    this.#nodes[at + 1] = start;
    this.#nodes[at + 2] = end;
    this.#nodes[at + 3] = node + 1;
    return node;
  }

  #scalar(event: EventOf<typeof EVENT_ID.SCALAR>): void {
    const { base, isRelaxed } = this.#origin;
    const quoted = event.style === 2 || event.style === 3 ? 1 : 0;
    const isEmpty = event.valueStart === ABSENT;
    const start = isEmpty ? this.#emptyPlace(event) : event.valueStart + base - quoted;
    const end = isEmpty ? start : event.valueEnd + base + quoted;
    const node = this.#push(scalarHeader(event.style, event.chomping, event.fast && !isRelaxed, event.indent), start, end);
    if (event.anchorStart !== ABSENT || event.tagStart !== ABSENT) this.#properties(node, event);
    this.#lastEnd = end;
  }

  /** Where the value of an empty node would stand: after its tag or anchor, else after the colon or dash. */
  #emptyPlace(event: NodeEvent): number {
    const { source, base } = this.#origin;
    const properties = Math.max(event.anchorEnd, event.tagEnd);
    if (properties !== ABSENT) return properties + base;
    const indicator = /(?:\s|#[^\n]*\n)*[-:?](?=[\s,[\]{}]|$)/y;
    indicator.lastIndex = this.#lastEnd;
    return indicator.test(source) ? indicator.lastIndex : this.#lastEnd;
  }

  #alias(event: EventOf<typeof EVENT_ID.ALIAS>): void {
    const { source, base } = this.#origin;
    const [start, end] = [event.anchorStart + base - 1, event.anchorEnd + base];
    const name = source.slice(start + 1, end);
    const target = this.#anchors.get(name);
    const node = this.#push(headerOf(NodeKind.alias), start, end);
    this.#lastEnd = end;
    // An alias within its own anchor stays unresolved, so that no walk over the tree can go round in circles.
    if (target !== undefined && !this.#open.includes(target)) this.#aliases.set(node, target);
    else this.#problems.push({ kind: 'undefined-alias', ...explainAlias(name, target !== undefined), span: { start, end }, fatal: false });
  }

  #openCollection(event: EventOf<typeof EVENT_ID.MAPPING> | EventOf<typeof EVENT_ID.SEQUENCE>): void {
    const kind = event.type === EVENT_ID.MAPPING ? NodeKind.mapping : NodeKind.sequence;
    const start = event.start + this.#origin.base;
    const node = this.#push(headerOf(kind) | (event.style === 2 ? FLOW : 0), start, start);
    if (event.anchorStart !== ABSENT || event.tagStart !== ABSENT) this.#properties(node, event);
    this.#lastEnd = start;
    this.#open.push(node);
  }

  #close(): void {
    const at = (this.#open.pop() ?? 0) * STRIDE;
    const opener = this.#origin.source[this.#nodes[at + 1] ?? 0];
    // The single pair of a list (`[a: b]`) is a flow mapping without brackets.
    const isBracketed = ((this.#nodes[at] ?? 0) & FLOW) !== 0 && (opener === '[' || opener === '{');
    if (isBracketed) this.#lastEnd = this.#closingBracket();
    this.#nodes[at + 2] = this.#lastEnd;
    this.#nodes[at + 3] = this.#size;
  }

  #closingBracket(): number {
    const closing = /(?:[\s,[{]|#[^\n]*\n)*[\]}]/y;
    closing.lastIndex = this.#lastEnd;
    return closing.test(this.#origin.source) ? closing.lastIndex : this.#lastEnd;
  }

  #properties(node: NodeId, event: NodeEvent): void {
    const { source, base } = this.#origin;
    if (event.anchorStart !== ABSENT) this.#anchors.set(source.slice(event.anchorStart + base, event.anchorEnd + base), node);
    if (event.tagStart === ABSENT) return;
    this.#tags.set(node, source.slice(event.tagStart + base, event.tagEnd + base));
    this.#nodes[node * STRIDE] = (this.#nodes[node * STRIDE] ?? 0) | TAGGED;
  }
}

function explainAlias(name: string, holdsItself: boolean): Pick<SyntaxProblem, 'cause' | 'help'> {
  if (holdsItself) return { cause: `alias "*${name}" stands within its own anchor`, help: 'write the value out' };
  // No anchor has such a name: a host or path pattern that lacks quotes.
  if (/^[./:]/.test(name)) return { cause: `the unquoted "*" makes an alias of "*${name}"`, help: 'put the value in quotes' };
  return { cause: `alias "*${name}" names no anchor of this document`, help: `define "&${name}" before it, or put the value in quotes` };
}

/** The documents that js-yaml finds in `text`. Throws its YAMLException. */
export function composeDocuments(text: string, origin: Origin): Composed[] {
  const events = parseEvents(text, { maxDepth: MAX_DEPTH });
  const nodes = new Int32Array(events.length * STRIDE);
  const documents: Composed[] = [];
  for (let at = 0; at < events.length;) {
    const composer = new Composer(origin, nodes);
    at = composer.compose(events, at + 1);
    documents.push(composer.result);
  }
  return documents;
}
