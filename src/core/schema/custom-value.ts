import type { Cursor } from '../yaml/cursor.ts';
import { entriesOf, isOpenCollection, keyText } from '../yaml/mapping.ts';
import { isPlaceholder } from '../yaml/mask.ts';
import type { ScalarValue } from '../yaml/scalar.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import { bareObject } from '../yaml/to-value.ts';
import { NodeKind, type NodeId, type Tree } from '../yaml/tree.ts';
import type { Schema } from './schema.ts';
import type { Step } from './walk.ts';

/** Stands for a value that is not known. */
export const HIDDEN = Symbol('hidden');

/** A value of a custom resource as the API server holds it. Objects have no prototype, so that `__proto__` is a key like any other. */
export type CustomValue = ScalarValue | typeof HIDDEN | readonly CustomValue[] | CustomObject;
export interface CustomObject {
  readonly [key: string]: CustomValue;
}

/** A custom resource as its schema leaves it: without unknown fields, with defaults. */
export interface CustomReading {
  readonly value: CustomValue;
  /** Fields that the schema does not have: the server tells them all under strict validation. */
  readonly unknownFields: readonly (readonly Step[])[];
  /** Objects and lists that may hold more than is shown. */
  readonly open: ReadonlySet<unknown>;
  readonly hasHidden: boolean;
}

export const isObject = (value: CustomValue): value is CustomObject => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isArray = (value: CustomValue): value is readonly CustomValue[] => Array.isArray(value);

/** Fields of every object: they are kept in the root and in embedded resources, whatever the schema says. */
const META_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);

/** Aliases may make an object much larger than its text. */
const MOST_NODES = 100_000;
const MOST_UNKNOWN = 200;

/** What stands below a place: a schema; nothing, so that all fields are unknown; or anything, so that none is. */
type Below = Schema | 'nothing' | 'anything';

class Reader {
  readonly unknownFields: (readonly Step[])[] = [];
  readonly open = new Set<unknown>();
  hasHidden = false;
  #budget = MOST_NODES;
  readonly #steps: Step[] = [];
  readonly #document: YamlDocument;
  readonly #tree: Tree;

  constructor(document: YamlDocument, tree: Tree) {
    this.#document = document;
    this.#tree = tree;
  }

  read(id: NodeId, below: Below, isRoot = false): CustomValue {
    const tree = this.#tree;
    const node = tree.resolve(id);
    if (this.#budget-- <= 0) return this.#hide();
    switch (tree.kind(node)) {
      case NodeKind.mapping:
        return this.#mapping(node, below, isRoot);
      case NodeKind.sequence:
        return this.#sequence(node, below);
      case NodeKind.scalar:
        return isPlaceholder(tree.scalarText(node)) ? this.#hide() : tree.scalarValue(node);
      default:
        return this.#hide();
    }
  }

  #hide(): typeof HIDDEN {
    this.hasHidden = true;
    return HIDDEN;
  }

  #markOpen(collection: unknown): void {
    this.hasHidden = true;
    this.open.add(collection);
  }

  #mapping(node: NodeId, below: Below, isRoot: boolean): CustomValue {
    const object = bareObject<CustomValue>();
    if (isOpenCollection(this.#document, this.#tree, node)) this.#markOpen(object);
    const keepsMeta = isRoot || (typeof below === 'object' && below.constraints?.isEmbeddedResource === true);
    for (const { key, value } of entriesOf(this.#tree, node)) {
      const name = keyText(this.#tree, key);
      if (isPlaceholder(name)) continue;
      const isMeta = keepsMeta && META_FIELDS.has(name);
      const inner = isMeta ? 'anything' : belowField(below, name);
      this.#steps.push(isKeyOf(below) ? { name, isKey: true } : typeof below === 'object' ? { name, owner: below } : { name });
      if (inner === undefined) this.#tellUnknown();
      else {
        const read = this.read(value, inner);
        // A null that may not be one counts as absent, unless a default takes its place.
        if (read !== null || (!isMeta && keepsNull(inner))) object[name] = read;
      }
      this.#steps.pop();
    }
    return object;
  }

  #tellUnknown(): void {
    if (this.unknownFields.length < MOST_UNKNOWN) this.unknownFields.push([...this.#steps]);
  }

  #sequence(node: NodeId, below: Below): CustomValue {
    const list: CustomValue[] = [];
    if (isOpenCollection(this.#document, this.#tree, node)) this.#markOpen(list);
    const inner = below === 'anything' ? below : below === 'nothing' ? below : belowElement(below);
    for (const child of this.#tree.children(node)) {
      this.#steps.push({ name: list.length });
      list.push(this.read(child, inner));
      this.#steps.pop();
    }
    return list;
  }
}

const isKeyOf = (below: Below): boolean => typeof below === 'object' && below.type === 'map';

/** What stands below a field; undefined where there is no such field. */
function belowField(below: Below, name: string): Below | undefined {
  if (below === 'anything') return below;
  if (below === 'nothing') return undefined;
  const field = below.field?.(name)?.schema;
  if (field) return field;
  if (below.type === 'map') return below.element?.() ?? 'anything';
  return below.isOpen ? 'anything' : undefined;
}

function belowElement(below: Schema): Below {
  const element = below.type === 'list' ? below.element?.() : undefined;
  return element ?? (below.isOpen ? 'anything' : 'nothing');
}

function keepsNull(schema: Below): boolean {
  return typeof schema !== 'object' || schema.nullable === true || schema.constraints?.default !== undefined;
}

const withDefaults = new WeakMap<Schema, readonly (readonly [name: string, value: unknown])[]>();

/** The fields of an object that have a default. */
function defaultsOf(schema: Schema): readonly (readonly [name: string, value: unknown])[] {
  const known = withDefaults.get(schema);
  if (known) return known;
  const found = (schema.fieldNames?.() ?? []).flatMap(name => {
    const value = schema.field?.(name)?.schema.constraints?.default;
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  withDefaults.set(schema, found);
  return found;
}

/** A default as a value of its own. */
function copyOf(value: unknown): CustomValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return null;
  const copy = bareObject<CustomValue>();
  for (const [key, inner] of Object.entries(value)) copy[key] = copyOf(inner);
  return copy;
}

const isNonNullableNull = (value: CustomValue | undefined, schema: Schema | undefined): boolean =>
  value === null && schema !== undefined && schema.nullable !== true;

/** Fills in defaults as the API server does before it validates (structural defaulting). What may hold more than is shown gets none. */
function fillDefaults(value: CustomValue, schema: Schema, open: ReadonlySet<unknown>): void {
  if (isArray(value)) {
    const element = schema.type === 'list' ? schema.element?.() : undefined;
    if (element) for (const each of value) fillDefaults(each, element, open);
  } else if (isObject(value)) fillObject(value, schema, open);
}

function fillObject(object: Record<string, CustomValue>, schema: Schema, open: ReadonlySet<unknown>): void {
  for (const [name, value] of open.has(object) ? [] : defaultsOf(schema)) {
    if (object[name] === undefined || isNonNullableNull(object[name], schema.field?.(name)?.schema)) object[name] = copyOf(value);
  }
  const element = schema.type === 'map' ? schema.element?.() : undefined;
  for (const name of Object.keys(object)) {
    const inner = schema.field?.(name)?.schema ?? element;
    const value = object[name];
    if (inner && value !== undefined) fillDefaults(value, inner, open);
  }
}

/** Reads a custom resource as the API server does with its schema: unknown fields are told and dropped, nulls dropped, defaults filled in. */
export function readCustomResource(object: Cursor<unknown>, schema: Schema): CustomReading {
  const { document, at } = object;
  if (!document.tree || at.node === undefined) return { value: HIDDEN, unknownFields: [], open: new Set(), hasHidden: true };
  const reader = new Reader(document, document.tree);
  const value = reader.read(at.node, schema, true);
  fillDefaults(value, schema, reader.open);
  return { value, unknownFields: reader.unknownFields, open: reader.open, hasHidden: reader.hasHidden };
}
