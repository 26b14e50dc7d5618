import { AbsentField, KnownField, type Field, type UnknownReason } from './field.ts';
import { isPlaceholder } from './mask.ts';
import { elementStep } from './element-step.ts';
import { entriesOf, findEntry, isOpenCollection, keyText } from './mapping.ts';
import { holdsOpenLine } from './open-line.ts';
import { NodePlace, type Place } from './place.ts';
import type { ScalarValue } from './scalar.ts';
import type { YamlDocument } from './source-file.ts';
import { NodeKind, ScalarStyle, type NodeId, type Tree } from './tree.ts';
import type { ElementOf, Untyped, ValueOf } from './untyped.ts';

interface Found {
  readonly state: 'present' | 'absent' | UnknownReason;
  readonly node: NodeId;
  readonly key: NodeId | undefined;
  /** How the parent calls it: a key, or the number of an element. */
  readonly step: string | number;
  /** True for what `entries` gave: the key is data of a map, not the name of a field. */
  readonly isEntry?: true;
}

export interface Entry<T = Untyped> {
  readonly key: string;
  readonly value: Cursor<T>;
}

/**
 * A field of a document that may be there, absent, or unknown. Any path can be followed without asking first:
 * below an absent field all is absent, below an unknown one unknown. `T` is the API's type of the field.
 */
export class Cursor<T = Untyped> {
  readonly document: YamlDocument;
  readonly parent: Cursor<unknown> | undefined;
  readonly #tree: Tree;
  readonly #found: Found;

  private constructor(document: YamlDocument, tree: Tree, found: Found, parent: Cursor<unknown> | undefined) {
    this.document = document;
    this.parent = parent;
    this.#tree = tree;
    this.#found = found;
  }

  /** The root of a document; undefined where it did not parse or holds nothing. */
  static root(document: YamlDocument): Cursor | undefined {
    const { tree } = document;
    if (!tree || tree.size === 0) return undefined;
    return new Cursor(document, tree, { state: 'present', node: 0, key: undefined, step: '' }, undefined);
  }

  /** The same cursor, read as another API type. */
  as<U>(): Cursor<U> {
    return this;
  }

  get<K extends keyof T & string>(key: K): Cursor<NonNullable<T[K]>> {
    return new Cursor<NonNullable<T[K]>>(this.document, this.#tree, this.#find(key), this);
  }

  /** True for a mapping, list or scalar that is written and not null. */
  get isPresent(): boolean {
    return this.#found.state === 'present' && !this.#isNull();
  }

  /** True for whatever is written, null too. */
  get isWritten(): boolean {
    return this.#found.state === 'present';
  }

  get isAbsent(): boolean {
    return this.#found.state === 'absent' || (this.#found.state === 'present' && this.#isNull() && !this.#isTemplatedGap());
  }

  get isUnknown(): boolean {
    return !this.isPresent && !this.isAbsent;
  }

  get isMapping(): boolean {
    return this.#found.state === 'present' && this.#tree.kind(this.#node) === NodeKind.mapping;
  }

  get isList(): boolean {
    return this.#found.state === 'present' && this.#tree.kind(this.#node) === NodeKind.sequence;
  }

  get isScalar(): boolean {
    return this.#found.state === 'present' && this.#tree.kind(this.#node) === NodeKind.scalar;
  }

  /** True when the mapping or list may hold more than is shown: template lines, a placeholder as key, `${LABELS}` in the place of all. */
  get isOpen(): boolean {
    return this.isUnknown || (this.isScalar && this.isPresent) || ((this.isMapping || this.isList) && isOpenCollection(this.document, this.#tree, this.#node));
  }

  string(): Field<string> {
    return this.#scalar(value => (typeof value === 'string' ? value : undefined));
  }

  number(): Field<number> {
    return this.#scalar(value => (typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined));
  }

  boolean(): Field<boolean> {
    return this.#scalar(value => (typeof value === 'boolean' ? value : undefined));
  }

  /** The API's IntOrString: an unquoted number is a number, anything quoted is a name (S-068). */
  intOrString(): Field<number | string> {
    return this.#scalar(value => (typeof value === 'number' || typeof value === 'string' ? value : undefined));
  }

  /** Any scalar as kubectl reads it. */
  scalar(): Field<ScalarValue> {
    return this.#scalar(value => value);
  }

  /** The mapping itself as a field: known when it is written as a mapping, even an empty one. */
  mapping(): Field<this> {
    return this.#collection(NodeKind.mapping, this);
  }

  /** The elements, if they are all: unknown where template lines may add some. */
  list(): Field<readonly Cursor<ElementOf<T>>[]> {
    if (this.isList && this.isOpen) return { state: 'unknown', why: 'templated', at: this.at };
    return this.#collection(NodeKind.sequence, this.items());
  }

  /** Elements that are written; none where the list is absent or unknown. More may come where `isOpen`. */
  items(): readonly Cursor<ElementOf<T>>[] {
    if (!this.isList) return [];
    const items: Cursor<ElementOf<T>>[] = [];
    for (const child of this.#tree.children(this.#node)) {
      items.push(new Cursor<ElementOf<T>>(this.document, this.#tree, { state: 'present', node: child, key: undefined, step: items.length }, this));
    }
    return items;
  }

  /** Entries of the mapping in their order, merged keys (`<<`) last; of equal keys the last one, as for kubectl. */
  entries(): readonly Entry<ValueOf<T>>[] {
    if (!this.isMapping) return [];
    return entriesOf(this.#tree, this.#node).map(({ key, value }) => {
      const name = keyText(this.#tree, key);
      return { key: name, value: new Cursor<ValueOf<T>>(this.document, this.#tree, { state: 'present', node: value, key, step: name, isEntry: true }, this) };
    });
  }

  /** The text as it is written, quotes and all; empty where nothing is written. */
  get source(): string {
    if (this.#found.state !== 'present') return '';
    return this.document.file.text.slice(this.#tree.start(this.#node), this.#tree.end(this.#node));
  }

  /** Text of a scalar of any type before it is read as number or boolean; undefined for mappings, lists and nothing. */
  get text(): string | undefined {
    return this.isScalar ? this.#tree.scalarText(this.#node) : undefined;
  }

  /** Whether the scalar is quoted or a block. */
  get isQuoted(): boolean {
    return this.isScalar && this.#tree.style(this.#node) !== ScalarStyle.plain;
  }

  /** The place of the field; of an absent one, the nearest mapping that is written. */
  get at(): Place {
    if (this.#found.state === 'absent' && this.#found.key === undefined && this.parent) return this.parent.at;
    return new NodePlace(this.document, this.#found.node, this.#found.key, () => this.path);
  }

  /** Path in the API's words. Elements of lists are told by their key, not by their number, so that it survives insertions. */
  get path(): string {
    if (!this.parent) return '';
    const above = this.parent.path;
    if (typeof this.#found.step === 'number') return `${above}[${elementStep(this.#tree, this.#found.node)}]`;
    return above === '' ? this.#found.step : `${above}.${this.#found.step}`;
  }

  /** Path as the API server's messages write it: elements by their number, entries of maps by their key (`limits[cpu]`). */
  get fieldPath(): string {
    if (!this.parent) return '';
    const above = this.parent.fieldPath;
    const { step, isEntry } = this.#found;
    if (typeof step === 'number' || isEntry) return `${above}[${String(step)}]`;
    return above === '' ? step : `${above}.${step}`;
  }

  /** Number of the element in its list; undefined for fields of a mapping. */
  get index(): number | undefined {
    return typeof this.#found.step === 'number' ? this.#found.step : undefined;
  }

  get #node(): NodeId {
    return this.#tree.resolve(this.#found.node);
  }

  #isNull(): boolean {
    const node = this.#node;
    return this.#tree.isNull(node);
  }

  /** An empty value with template lines behind it, which may write it. */
  #isTemplatedGap(): boolean {
    return this.document.openLines.length > 0 && this.#tree.isEmpty(this.#node) && holdsOpenLine(this.document, this.#tree, this.#found.node);
  }

  #find(step: string): Found {
    const { state, node: here } = this.#found;
    const missing = (why: Found['state']): Found => ({ state: why, node: here, key: undefined, step });
    if (state !== 'present') return missing(state);
    const node = this.#node;
    if (this.#tree.kind(node) === NodeKind.mapping) return this.#findIn(node, step) ?? missing(this.isOpen ? 'templated' : 'absent');
    if (this.#isTemplatedGap()) return missing('templated');
    return missing(this.#isNull() ? 'absent' : this.#whyNotMapping(node));
  }

  #findIn(mapping: NodeId, step: string): Found | undefined {
    const found = findEntry(this.#tree, mapping, step);
    if (!found) return undefined;
    // Of a key that stands twice beside template lines, the two may be branches of a condition.
    const isBranch = found.count > 1 && this.isOpen;
    return { state: isBranch ? 'templated' : 'present', node: found.value, key: found.key, step };
  }

  #whyNotMapping(node: NodeId): UnknownReason {
    const kind = this.#tree.kind(node);
    if (kind === NodeKind.alias) return 'bad-alias';
    return kind === NodeKind.scalar && isPlaceholder(this.#tree.scalarText(node)) ? 'templated' : 'wrong-type';
  }

  #scalar<V>(read: (value: ScalarValue) => V | undefined): Field<V> {
    const { state } = this.#found;
    if (this.isAbsent) return new AbsentField(this);
    if (state !== 'present') return { state: 'unknown', why: state === 'absent' ? 'wrong-type' : state, at: this.at };
    if (this.#isTemplatedGap()) return { state: 'unknown', why: 'templated', at: this.at };
    const node = this.#node;
    const kind = this.#tree.kind(node);
    if (kind === NodeKind.alias) return { state: 'unknown', why: 'bad-alias', at: this.at };
    if (kind !== NodeKind.scalar) return { state: 'unknown', why: 'wrong-type', at: this.at };
    const text = this.#tree.scalarText(node);
    if (isPlaceholder(text)) return { state: 'unknown', why: 'templated', at: this.at };
    const value = read(this.#tree.scalarValue(node, text));
    return value === undefined ? { state: 'unknown', why: 'wrong-type', at: this.at } : new KnownField(value, this);
  }

  #collection<V>(kind: NodeKind, value: V): Field<V> {
    if (this.isAbsent) return new AbsentField(this);
    if (this.#found.state === 'present' && this.#tree.kind(this.#node) === kind) return { state: 'known', value, at: this.at };
    const asScalar = this.#scalar(scalar => scalar);
    return { state: 'unknown', why: asScalar.state === 'unknown' ? asScalar.why : 'wrong-type', at: this.at };
  }
}
