import { EVENT_ID, parseEvents } from 'js-yaml';
import type { Span } from '../text/span.ts';
import { FLOW, NodeKind, STRIDE, TAGGED, Tree, headerOf, scalarHeader, type NodeId } from './tree.ts';

type YamlEvent = ReturnType<typeof parseEvents>[number];
type EventOf<Id extends YamlEvent['type']> = Extract<YamlEvent, { type: Id }>;

/** A document that js-yaml takes and the composer does not: an alias without anchor. */
export class ComposeError extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

const ABSENT = -1;

/** Packs the events of one document. Offsets are moved by `base`, the place of the parsed text in its file. */
class Composer {
  readonly #events: readonly YamlEvent[];
  readonly #source: string;
  readonly #base: number;
  readonly #nodes: number[] = [];
  readonly #anchors = new Map<string, NodeId>();
  readonly #aliases = new Map<NodeId, NodeId>();
  readonly #tags = new Map<NodeId, string>();
  #at: number;
  #lastEnd: number;

  constructor(events: readonly YamlEvent[], source: string, base: number, at: number) {
    this.#events = events;
    this.#source = source;
    this.#base = base;
    this.#at = at;
    this.#lastEnd = base;
  }

  /** Reads from the document event on; returns the tree and the event after it. */
  compose(): { tree: Tree; next: number } {
    this.#at++;
    while (this.#event().type !== EVENT_ID.POP) this.#node();
    return { tree: new Tree(this.#source, Int32Array.from(this.#nodes), this.#aliases, this.#tags), next: this.#at + 1 };
  }

  #event(): YamlEvent {
    const event = this.#events[this.#at];
    if (!event) throw new Error('js-yaml ended a document without its closing event');
    return event;
  }

  #node(): void {
    const event = this.#event();
    this.#at++;
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event);
      case EVENT_ID.ALIAS:
        return this.#alias(event);
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return this.#collection(event);
      default:
        throw new Error(`js-yaml gave an event of type ${event.type} where a node stands`);
    }
  }

  #push(header: number, start: number, end: number): NodeId {
    const node = this.#nodes.length / STRIDE;
    this.#nodes.push(header, start, end, node + 1);
    return node;
  }

  #scalar(event: EventOf<typeof EVENT_ID.SCALAR>): void {
    const header = scalarHeader(event.style, event.chomping, event.fast, event.indent);
    const quoted = event.style === 2 || event.style === 3 ? 1 : 0;
    const empty = event.valueStart === ABSENT;
    const start = empty ? this.#lastEnd : event.valueStart + this.#base - quoted;
    const end = empty ? start : event.valueEnd + this.#base + quoted;
    const node = this.#push(header, start, end);
    this.#properties(node, event);
    // Past the colon or dash: where the value of the next empty node would stand.
    this.#lastEnd = end + (this.#source[end] === ':' ? 1 : 0);
  }

  #alias(event: EventOf<typeof EVENT_ID.ALIAS>): void {
    const [start, end] = [event.anchorStart + this.#base, event.anchorEnd + this.#base];
    const name = this.#source.slice(start, end);
    const target = this.#anchors.get(name);
    if (target === undefined) throw new ComposeError(`alias *${name} names no anchor`, { start: start - 1, end });
    const node = this.#push(headerOf(NodeKind.alias), start - 1, end);
    this.#aliases.set(node, target);
    this.#lastEnd = end;
  }

  #collection(event: EventOf<typeof EVENT_ID.MAPPING> | EventOf<typeof EVENT_ID.SEQUENCE>): void {
    const kind = event.type === EVENT_ID.MAPPING ? NodeKind.mapping : NodeKind.sequence;
    const flow = event.style === 2 ? FLOW : 0;
    const start = event.start + this.#base;
    const node = this.#push(headerOf(kind) | flow, start, start);
    this.#properties(node, event);
    this.#lastEnd = start;
    while (this.#event().type !== EVENT_ID.POP) this.#node();
    this.#at++;
    const end = flow ? this.#closingBracket(kind) : this.#lastEnd;
    this.#nodes[node * STRIDE + 2] = end;
    this.#nodes[node * STRIDE + 3] = this.#nodes.length / STRIDE;
    this.#lastEnd = end;
  }

  #closingBracket(kind: NodeKind): number {
    const at = this.#source.indexOf(kind === NodeKind.mapping ? '}' : ']', this.#lastEnd);
    return at === -1 ? this.#lastEnd : at + 1;
  }

  #properties(node: NodeId, event: { anchorStart: number; anchorEnd: number; tagStart: number; tagEnd: number }): void {
    if (event.anchorStart !== ABSENT) this.#anchors.set(this.#source.slice(event.anchorStart + this.#base, event.anchorEnd + this.#base), node);
    if (event.tagStart === ABSENT) return;
    this.#tags.set(node, this.#source.slice(event.tagStart + this.#base, event.tagEnd + this.#base));
    this.#nodes[node * STRIDE] = (this.#nodes[node * STRIDE] ?? 0) | TAGGED;
  }
}

/**
 * The trees of `text`, which stands at offset `base` of `source`. Throws js-yaml's YAMLException or a ComposeError.
 * An alias to a node that holds it is possible (`&a [*a]`): whoever walks a tree deeply must bound the depth.
 */
export function composeDocuments(text: string, source: string, base: number): Tree[] {
  const events = parseEvents(text, {});
  const trees: Tree[] = [];
  for (let at = 0; at < events.length;) {
    const { tree, next } = new Composer(events, source, base, at).compose();
    trees.push(tree);
    at = next;
  }
  return trees;
}
