import { getScalarValue } from 'js-yaml';
import type { Span } from '../text/span.ts';
import { decodeBinary } from './binary.ts';
import { resolvePlain, type ScalarValue } from './scalar.ts';
import { resolveTagged } from './tag.ts';

/** Index of a node in its tree. Node 0 is the root. */
export type NodeId = number;

export const NodeKind = { scalar: 1, mapping: 2, sequence: 3, alias: 4 } as const;
export type NodeKind = (typeof NodeKind)[keyof typeof NodeKind];

/** js-yaml's numbers of the scalar styles. */
export const ScalarStyle = { plain: 1, singleQuoted: 2, doubleQuoted: 3, literal: 4, folded: 5 } as const;
export type ScalarStyle = (typeof ScalarStyle)[keyof typeof ScalarStyle];

/** Four integers a node: header, start, end, next. Children follow their parent; `next` is the node after the whole subtree. */
export const STRIDE = 4;

// Header: kind (3 bits), style (3), chomping (2), fast (1), tagged (1), flow (1), indentation of a block scalar (20).
export const headerOf = (kind: NodeKind): number => kind;
export const scalarHeader = (style: number, chomping: number, fast: boolean, indent: number): number =>
  NodeKind.scalar | (style << 3) | (chomping << 6) | (fast ? FAST : 0) | (Math.max(0, indent) << 11);
export const FAST = 1 << 8;
export const TAGGED = 1 << 9;
export const FLOW = 1 << 10;

/** A plain scalar without tag whose text is its value. */
const WORD = NodeKind.scalar | (ScalarStyle.plain << 3) | FAST;
const WORD_BITS = 7 | (7 << 3) | FAST | TAGGED;

/**
 * The nodes of one document, packed: offsets beside the text, values decoded when asked.
 * Offsets count from the start of the file. An empty node (`key:`) has start = end = the place where its value would stand.
 */
export class Tree {
  /** The text that the offsets point into. */
  readonly source: string;
  readonly #nodes: Int32Array;
  readonly #aliases: ReadonlyMap<NodeId, NodeId>;
  readonly #tags: ReadonlyMap<NodeId, string>;

  constructor(source: string, nodes: Int32Array, aliases: ReadonlyMap<NodeId, NodeId>, tags: ReadonlyMap<NodeId, string>) {
    this.source = source;
    this.#nodes = nodes;
    this.#aliases = aliases;
    this.#tags = tags;
  }

  /** Number of nodes; 0 for an empty document. */
  get size(): number {
    return this.#nodes.length / STRIDE;
  }

  // Kind, start, end and next are asked for thousands of times in a small file, before V8 has compiled anything: hence without `#at`.
  kind(node: NodeId): NodeKind {
    return ((this.#nodes[node * STRIDE] ?? 0) & 7) as NodeKind;
  }

  style(node: NodeId): ScalarStyle {
    return ((this.#at(node, 0) >> 3) & 7) as ScalarStyle;
  }

  isFlow(node: NodeId): boolean {
    return (this.#at(node, 0) & FLOW) !== 0;
  }

  span(node: NodeId): Span {
    return { start: this.#at(node, 1), end: this.#at(node, 2) };
  }

  /** A node as it is written, quotes and all. */
  textOf(node: NodeId): string {
    return this.source.slice(this.#at(node, 1), this.#at(node, 2));
  }

  start(node: NodeId): number {
    return this.#nodes[node * STRIDE + 1] ?? 0;
  }

  end(node: NodeId): number {
    return this.#nodes[node * STRIDE + 2] ?? 0;
  }

  /** The node after this one and all that is in it. */
  next(node: NodeId): NodeId {
    return this.#nodes[node * STRIDE + 3] ?? 0;
  }

  /** The node that an alias stands for; any other node itself, and so an alias that leads nowhere. */
  resolve(node: NodeId): NodeId {
    return this.kind(node) === NodeKind.alias ? (this.#aliases.get(node) ?? node) : node;
  }

  /** A value that is not written (`key:`). */
  isEmpty(node: NodeId): boolean {
    return this.kind(node) === NodeKind.scalar && this.start(node) === this.end(node) && this.style(node) === ScalarStyle.plain;
  }

  /** `null`, `~` or nothing, unquoted. */
  isNull(node: NodeId): boolean {
    if ((this.#at(node, 0) & WORD_BITS) !== WORD) return this.kind(node) === NodeKind.scalar && this.scalarValue(node) === null;
    const length = this.#at(node, 2) - this.#at(node, 1);
    return length === 0 || ((length === 1 || length === 4) && this.scalarValue(node) === null);
  }

  /** Whether a scalar is the plain word `name`; undefined where quotes, tags or escapes leave that to its value. */
  isWord(node: NodeId, name: string): boolean | undefined {
    if ((this.#at(node, 0) & WORD_BITS) !== WORD) return undefined;
    const start = this.#at(node, 1);
    return this.#at(node, 2) - start === name.length && this.source.startsWith(name, start);
  }

  /** True where the scalar's text is its value: no escapes, no folded lines. */
  isVerbatim(node: NodeId): boolean {
    return (this.#at(node, 0) & FAST) !== 0;
  }

  /** Text of a scalar after unescaping, before it is read as a number, boolean or null. */
  scalarText(node: NodeId): string {
    const header = this.#at(node, 0);
    const style = this.style(node);
    // The quotes belong to the span but not to js-yaml's value range.
    const quoted = style === ScalarStyle.singleQuoted || style === ScalarStyle.doubleQuoted ? 1 : 0;
    const [start, end] = [this.start(node) + quoted, this.end(node) - quoted];
    if ((header & FAST) !== 0 || (start >= end && style < ScalarStyle.literal)) return this.source.slice(start, end);
    return getScalarValue(this.source, {
      type: 4,
      valueStart: start,
      valueEnd: end,
      anchorStart: -1,
      anchorEnd: -1,
      tagStart: -1,
      tagEnd: -1,
      style,
      chomping: ((header >> 6) & 3) as 1 | 2 | 3,
      indent: header >> 11,
      fast: false,
    });
  }

  scalarValue(node: NodeId, text: string = this.scalarText(node)): ScalarValue {
    const tag = this.tag(node);
    if (tag === undefined) return this.style(node) === ScalarStyle.plain ? resolvePlain(text) : text;
    return tag === '!!binary' ? (decodeBinary(text) ?? text) : resolveTagged(tag, text);
  }

  /** The tag as it is written, such as `!!int` or `!Sub`. */
  tag(node: NodeId): string | undefined {
    return (this.#at(node, 0) & TAGGED) === 0 ? undefined : this.#tags.get(node);
  }

  /** Children of a sequence, or keys and values of a mapping in turn. */
  *children(node: NodeId): Iterable<NodeId> {
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) yield child;
  }

  #at(node: NodeId, field: 0 | 1 | 2 | 3): number {
    return this.#nodes[node * STRIDE + field] ?? 0;
  }
}
