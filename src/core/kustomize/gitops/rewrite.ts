import { Cursor, type Entry } from '../../yaml/cursor.ts';
import { resolvePlain, type ScalarValue } from '../../yaml/scalar.ts';
import { changedBy, type Change, type Origin, type Origins } from '../../yaml/origin.ts';
import { parseSource } from '../../yaml/parse-source.ts';
import type { Place } from '../../yaml/place.ts';
import type { YamlDocument } from '../../yaml/source-file.ts';
import type { NodeId } from '../../yaml/tree.ts';
import type { Resource } from '../../model/resource.ts';

/** What a scalar becomes: YAML text of one line, which may be a value of another type. */
export interface ScalarEdit {
  readonly source: string;
  readonly changes: readonly Change[];
}

/** An entry that is put into a mapping: in place of the one that has the key, or behind the others. */
export interface AddedEntry {
  readonly key: string;
  readonly value: string;
  readonly at: Place;
  readonly note: string;
}

/** A string, or a key of a mapping. */
export interface EditedScalar {
  readonly text: string;
  readonly at: Place;
  /** True for keys too, which stay strings. */
  readonly isQuoted: boolean;
}

export interface Rewriting {
  /** Undefined for a scalar that stays. */
  readonly edit?: (scalar: EditedScalar) => ScalarEdit | undefined;
  /** By the path of the mapping, such as `metadata.labels`; a mapping that is missing in one that is there is made. */
  readonly added?: ReadonlyMap<string, readonly AddedEntry[]>;
}

/** More nodes and levels than any object has that is meant for a cluster: aliases of aliases may stand for millions. */
const [MOST_NODES, MOST_LEVELS] = [200_000, 200];

const PLAIN_WORD = /^[A-Za-z][\w./-]*$/;

class TooLarge extends Error {}

export function originAt(place: Place): Origin {
  return place.origin ?? { at: place, changes: [] };
}

/** Where something is written; of a place in a rendered document, the place in its source. */
export function writtenPlaceOf(place: Place): Place {
  return place.origin?.at ?? place;
}

/** Where an object is written: it is met there, and again in each set that takes it in. */
export function placeKeyOf({ body, kind }: Resource): string {
  const { document, node } = writtenPlaceOf(body.at);
  return `${kind}/${document.file.path}/${String(document.index)}/${String(node ?? 0)}`;
}

function quote(text: string): string {
  return PLAIN_WORD.test(text) && typeof resolvePlain(text) === 'string' ? text : JSON.stringify(text);
}

/** Number of nodes of a value, in the place where it is going to stand; undefined where it is no YAML there. */
export function countNodes(source: string, before: 'key: ' | '- '): number | undefined {
  const [document, ...more] = parseSource('', before + source).documents;
  if (!document?.tree || document.problems.length > 0 || more.length > 0) return undefined;
  const root = Cursor.root(document);
  const isWhole = before === '- ' ? root?.items().length === 1 : root?.entries().length === 1;
  return isWhole ? document.tree.size - (before === '- ' ? 1 : 2) : undefined;
}

/** Writes a value in block style and notes the origin of each node in the order of the new tree. */
class Writer {
  readonly origins: Origin[] = [];
  text = '';
  readonly #rewriting: Rewriting;

  constructor(rewriting: Rewriting) {
    this.#rewriting = rewriting;
  }

  /** The value behind `key:` or `-`, with the line break after it. */
  value(cursor: Cursor, level: number, before: 'key: ' | '- '): void {
    if (this.origins.length > MOST_NODES || level > MOST_LEVELS) throw new TooLarge();
    if (cursor.isMapping) this.#mapping(cursor, level);
    else if (cursor.isList) this.#list(cursor, level);
    else this.#scalar(cursor, before);
  }

  #mapping(cursor: Cursor, level: number): void {
    const entries = cursor.entries().filter(({ value }) => value.isPresent || !this.#rewriting.added?.has(value.path));
    const [added, made] = [this.#addedTo(cursor), this.#missingIn(cursor, entries)];
    this.origins.push(originAt(cursor.at));
    this.text += entries.length + added.length + made.length === 0 ? ' {}\n' : '\n';
    for (const entry of entries) {
      const instead = added.find(({ key }) => key === entry.key);
      if (instead) this.#added(instead, level, originAt(entry.value.at));
      else this.#entry(entry, level);
    }
    for (const each of added) if (!entries.some(({ key }) => key === each.key)) this.#added(each, level);
    for (const [path, inner] of made) this.#made(path.slice(path.lastIndexOf('.') + 1), inner, level);
  }

  #entry({ key, value }: Entry, level: number): void {
    const { atKey } = value.at;
    const edit = this.#rewriting.edit?.({ text: key, at: atKey, isQuoted: true });
    this.#key(edit?.source ?? quote(key), level, changed(originAt(atKey), edit?.changes));
    this.value(value, level + 1, 'key: ');
  }

  #key(source: string, level: number, origin: Origin): void {
    this.origins.push(origin);
    this.text += `${'  '.repeat(level)}${source}:`;
  }

  #added({ key, value, at, note }: AddedEntry, level: number, was?: Origin): void {
    const origin = was ? changedBy(was, { at, note }) : { at, changes: [{ at, note }] };
    this.#key(JSON.stringify(key), level, origin);
    this.origins.push(origin);
    this.text += ` ${JSON.stringify(value)}\n`;
  }

  #made(key: string, entries: readonly AddedEntry[], level: number): void {
    const [first] = entries;
    if (!first) return;
    const origin: Origin = { at: first.at, changes: [{ at: first.at, note: first.note }] };
    this.#key(key, level, origin);
    this.origins.push(origin);
    this.text += '\n';
    for (const entry of entries) this.#added(entry, level + 1);
  }

  #addedTo(cursor: Cursor): readonly AddedEntry[] {
    return this.#rewriting.added?.get(cursor.path) ?? [];
  }

  /** Mappings right below that get entries and are not there. */
  #missingIn(cursor: Cursor, entries: readonly Entry[]): [string, readonly AddedEntry[]][] {
    const added = [...(this.#rewriting.added ?? [])];
    const paths = new Set(entries.map(({ value }) => value.path));
    return added.filter(([path, inner]) => path.slice(0, Math.max(0, path.lastIndexOf('.'))) === cursor.path && !paths.has(path) && inner.length > 0);
  }

  #list(cursor: Cursor, level: number): void {
    const items = cursor.items();
    this.origins.push(originAt(cursor.at));
    this.text += items.length === 0 ? ' []\n' : '\n';
    for (const item of items) {
      this.text += `${'  '.repeat(level)}-`;
      this.value(item, level + 1, '- ');
    }
  }

  #scalar(cursor: Cursor, before: 'key: ' | '- '): void {
    const value = valueOfScalar(cursor);
    const isString = typeof value === 'string';
    const text = isString ? value : (cursor.text ?? '');
    const origin = originAt(cursor.at);
    const edit = isString ? this.#rewriting.edit?.({ text, at: cursor.at, isQuoted: cursor.isQuoted }) : undefined;
    const count = edit && countNodes(edit.source, before);
    if (edit && count !== undefined) {
      for (let node = 0; node < count; node++) this.origins.push(changed(origin, edit.changes));
      this.text += ` ${edit.source}\n`;
      return;
    }
    this.origins.push(origin);
    // A number that a tag makes of quoted text is written without both.
    this.text += ` ${isString ? quote(text) : cursor.isQuoted || text === '' ? String(value) : text}\n`;
  }
}

function changed(origin: Origin, changes: readonly Change[] = []): Origin {
  return changes.reduce(changedBy, origin);
}

/** What a scalar is read as; the text itself where it is a placeholder. */
function valueOfScalar(cursor: Cursor): ScalarValue {
  const field = cursor.scalar();
  return field.state === 'known' ? field.value : field.state === 'unknown' ? (cursor.text ?? null) : null;
}

class RewrittenOrigins implements Origins {
  readonly #origins: readonly Origin[];
  readonly #rest: Origin;

  constructor(origins: readonly Origin[], rest: Origin) {
    this.#origins = origins;
    this.#rest = rest;
  }

  of(node: NodeId): Origin {
    return this.#origins[node] ?? this.#rest;
  }
}

/**
 * A document that holds the value at a cursor with scalars changed and entries added. Each node knows where it was written and what changed
 * it. Undefined for a value that is too large or too deep, which stays as it is.
 */
export function rewrite(cursor: Cursor, rewriting: Rewriting): YamlDocument | undefined {
  const writer = new Writer(rewriting);
  try {
    writer.value(cursor, 0, 'key: ');
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
  const { document } = cursor;
  const [read] = parseSource(document.file.path, writer.text.trimStart()).documents;
  if (!read?.tree) return undefined;
  return { ...read, index: document.index, origins: new RewrittenOrigins(writer.origins, originAt(cursor.at)) };
}
