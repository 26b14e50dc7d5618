import type { Cursor } from '../yaml/cursor.ts';
import type { Untyped } from '../yaml/untyped.ts';
import { entriesOf, isMergeKey, isOpenCollection, keyText, ownEntries, type MappingEntry } from '../yaml/mapping.ts';
import { isPlaceholder } from '../yaml/mask.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import { NodeKind, ScalarStyle, type NodeId, type Tree } from '../yaml/tree.ts';
import { scalarProblem, type Found, type QuantityFault } from './scalar-problem.ts';
import type { FieldSchema, Minor, MinorRange, Schema } from './schema.ts';

/** One step from an object into its parts. */
export interface Step {
  /** A field or key, or the number of an element. */
  readonly name: string | number;
  /** The key belongs to a map: it is data, not a field. */
  readonly isKey?: true;
  /** The struct that has the field, and the field; undefined for keys, elements and unknown fields. */
  readonly owner?: Schema;
  readonly field?: FieldSchema;
}

/**
 * What is wrong in one place, in no server's words: a field that the struct does not have (`field` is there where other minors know it),
 * a value of another type than is wanted, or one whose text or size does not fit its type.
 */
export type Problem = { readonly steps: readonly Step[] } & (
  | { readonly kind: 'unknown-field'; readonly owner: Schema; readonly field?: FieldSchema; readonly minors: readonly Minor[] }
  | { readonly kind: 'wrong-type'; readonly wanted: Schema; readonly found: Found; readonly text?: string }
  | { readonly kind: 'number-form'; readonly wanted: Schema; readonly text: string }
  | { readonly kind: 'text-form'; readonly wanted: Schema; readonly fault: string }
);

export type ProblemKind = Problem['kind'];

/** What a walk found. */
export interface Walk {
  readonly problems: readonly Problem[];
  /** A placeholder, a template line or a broken alias hides something; or the object is too large to be looked at whole. */
  readonly hasUnknown: boolean;
}

export interface WalkOptions {
  readonly quantityFault: QuantityFault;
  /** Whether a field takes any text: then no text that a variable may stand for changes whether it is taken. */
  readonly isFreeText: (owner: Schema, field: string) => boolean;
  /** Minors that read the object. */
  readonly minors: readonly Minor[];
}

/** More problems in one object are not told. */
const MOST_PROBLEMS = 200;
/** Aliases may make an object much larger than its text. */
const VISITS_PER_NODE = 8;
const LEAST_VISITS = 10_000;

/** Those of the minors that lie outside of a range. */
function minorsWithout(range: MinorRange | undefined, minors: readonly Minor[]): readonly Minor[] {
  if (!range) return [];
  const { since = 0, until = Infinity } = range;
  return minors.filter(minor => minor < since || minor > until);
}

/** Walks what is written against a schema, once, and collects what the decoder of the schema's type would not take. */
class Walker {
  readonly problems: Problem[] = [];
  hasUnknown = false;
  #visits: number;
  readonly #steps: Step[] = [];
  readonly #document: YamlDocument;
  readonly #tree: Tree;
  readonly #hasDuplicates: boolean;
  readonly #options: WalkOptions;

  constructor(document: YamlDocument, tree: Tree, options: WalkOptions) {
    this.#document = document;
    this.#tree = tree;
    this.#options = options;
    this.#visits = LEAST_VISITS + VISITS_PER_NODE * tree.size;
    this.#hasDuplicates = document.problems.some(({ kind }) => kind === 'duplicate-key' || kind === 'missing-marker');
  }

  value(id: NodeId, schema: Schema): void {
    if (this.#visits-- <= 0) {
      this.hasUnknown = true;
      return;
    }
    const tree = this.#tree;
    const node = tree.resolve(id);
    switch (tree.kind(node)) {
      case NodeKind.mapping:
        return this.#mapping(node, schema);
      case NodeKind.sequence:
        return this.#sequence(node, schema);
      case NodeKind.scalar:
        return this.#scalar(node, schema);
      case NodeKind.alias:
        this.hasUnknown = true;
    }
  }

  #mapping(node: NodeId, schema: Schema): void {
    if (isOpenCollection(this.#document, this.#tree, node)) this.hasUnknown = true;
    if (schema.type === 'any') return this.#noteUnknown(node);
    if (schema.type !== 'object' && schema.type !== 'map') return this.#collection('object', schema);
    const element = schema.type === 'map' ? schema.element?.() : undefined;
    for (const { key, value } of this.#entriesOf(node)) {
      const name = keyText(this.#tree, key);
      if (this.#document.openKeys && isPlaceholder(name)) continue;
      if (schema.type === 'object') this.#field(name, value, schema);
      else if (element) this.#step({ name, isKey: true }, value, element);
    }
  }

  #field(name: string, value: NodeId, owner: Schema): void {
    const field = owner.field?.(name);
    const minors = field ? minorsWithout(field.minors, this.#options.minors) : this.#options.minors;
    this.#steps.push(field ? { name, owner, field } : { name, owner });
    if (minors.length > 0 && !owner.isOpen) this.#add({ kind: 'unknown-field', owner, minors, ...(field && { field }) });
    if (field) this.value(value, field.schema);
    this.#steps.pop();
  }

  #step(step: Step, value: NodeId, schema: Schema): void {
    this.#steps.push(step);
    this.value(value, schema);
    this.#steps.pop();
  }

  #sequence(node: NodeId, schema: Schema): void {
    if (isOpenCollection(this.#document, this.#tree, node)) this.hasUnknown = true;
    if (schema.type === 'any') return this.#noteUnknown(node);
    const element = schema.type === 'list' ? schema.element?.() : undefined;
    if (!element) return this.#collection('array', schema);
    const end = this.#tree.next(node);
    let name = 0;
    for (let child = node + 1; child < end; child = this.#tree.next(child)) this.#step({ name: name++ }, child, element);
  }

  /** A mapping or list where a scalar or the other one is wanted. Quantities parse the JSON text of whatever stands there. */
  #collection(found: Found, wanted: Schema): void {
    const fault = wanted.type === 'quantity' ? this.#options.quantityFault('{}') : undefined;
    this.#add(fault === undefined ? { kind: 'wrong-type', wanted, found } : { kind: 'text-form', wanted, fault });
  }

  #scalar(node: NodeId, schema: Schema): void {
    const tree = this.#tree;
    const { type } = schema;
    const isPlain = tree.style(node) === ScalarStyle.plain;
    const text = tree.scalarText(node);
    if (isPlaceholder(text)) {
      if (!this.#takesAnyText() || (isPlain && /\{\{|\$\{/.test(text))) this.hasUnknown = true;
      return;
    }
    if (type === 'any' || (type === 'string' && !isPlain && tree.tag(node) === undefined)) return;
    const value = tree.scalarValue(node);
    if (value === null || (type === 'string' && typeof value === 'string')) return;
    const problem = scalarProblem(value, schema, this.#options.quantityFault);
    if (problem) this.#add(problem.kind === 'wrong-type' ? { ...problem, text } : problem);
  }

  /** Inside values of any form, only what is hidden counts. */
  #noteUnknown(node: NodeId): void {
    const tree = this.#tree;
    for (let at = node; at < tree.next(node) && !this.hasUnknown; at++) {
      if (tree.kind(at) === NodeKind.scalar && isPlaceholder(tree.scalarText(at))) this.hasUnknown = true;
    }
  }

  /** The entries that count: of a key that stands twice the last one, in JSON text too (S-349). */
  #entriesOf(node: NodeId): readonly MappingEntry[] {
    const own = ownEntries(this.#tree, node);
    return this.#hasDuplicates || own.some(({ key }) => isMergeKey(this.#tree, key)) ? entriesOf(this.#tree, node) : own;
  }

  /** There, text in quotes stays text whatever stands for it, and variables of the kubelet (`$(NAME)`) are text like any other. */
  #takesAnyText(): boolean {
    const { owner, name } = this.#steps.findLast(step => step.owner !== undefined) ?? {};
    return owner !== undefined && this.#options.isFreeText(owner, String(name));
  }

  #add(problem: ProblemWithoutSteps): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ ...problem, steps: [...this.#steps] });
  }
}

type WithoutSteps<T> = T extends unknown ? Omit<T, 'steps'> : never;
type ProblemWithoutSteps = WithoutSteps<Problem>;

/** Walks an object, or a part of one, against its schema. */
export function walk(cursor: Cursor<unknown>, schema: Schema, options: WalkOptions): Walk {
  const { document, at } = cursor;
  if (!cursor.isWritten || !document.tree || at.node === undefined) return { problems: [], hasUnknown: cursor.isUnknown };
  const walker = new Walker(document, document.tree, options);
  walker.value(at.node, schema);
  return walker;
}

/** The field that steps lead to from an object. */
export function cursorAt(object: Cursor<unknown>, steps: readonly Step[]): Cursor {
  let cursor: Cursor = object.as<Untyped>();
  for (const { name } of steps) cursor = (typeof name === 'number' ? cursor.items()[name] : undefined) ?? cursor.get(String(name));
  return cursor;
}
