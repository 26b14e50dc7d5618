import { digest } from '../text/digest.ts';
import { utf8Of } from '../text/utf8.ts';
import { changedBy } from '../yaml/origin.ts';
import { nodeAt, type MapNode, type ScalarNode, type YamlNode } from './node.ts';
import { kindOf, storePrevious } from './object-id.ts';
import type { ObjectList } from './object-list.ts';
import type { BuildObject } from './object.ts';
import { finalValue, isContradiction } from './scalars.ts';

const HASH_LENGTH = 10;
/** Digits that could spell a word or be read as a number. */
const LETTERS: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };
const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '"': '\\"', '\\': '\\\\' };

/** Control characters beyond ASCII are left as they are. */
function isRaw(character: string): boolean {
  return character >= '\u007F' && character <= '\u009F';
}

/** A JSON string as Go writes it: fit for HTML, and else as it is (K-110). */
function goString(text: string): string {
  const escaped = text.replaceAll(
    /[\p{Cc}"\\<>&\u2028\u2029]/gu,
    character => SHORT_ESCAPES[character] ?? (isRaw(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return `"${escaped}"`;
}

function goScalar(node: ScalarNode): string {
  const value = finalValue(node);
  if (isContradiction(value) || value === null) return 'null';
  return typeof value === 'string' ? goString(value) : typeof value === 'bigint' ? String(Number(value)) : String(value);
}

function goMap({ entries }: MapNode): string {
  const sorted = [...entries].map(([key, { value }]) => ({ key, value, bytes: utf8Of(key) })).sort((a, b) => (a.bytes < b.bytes ? -1 : 1));
  return `{${sorted.map(({ key, value }) => `${goString(key)}:${goJson(value)}`).join(',')}}`;
}

function goJson(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return goScalar(node);
    case 'list':
      return `[${node.items.map(goJson).join(',')}]`;
    case 'map':
      return goMap(node);
  }
}

/** What enters the hash of a field: of what is no mapping the text, of what is absent an empty one. */
function fieldJson(node: YamlNode | undefined): string {
  if (!node) return '""';
  return node.kind === 'scalar' ? goString(node.text) : goJson(node);
}

const HASHED: ReadonlyMap<string, { readonly always: readonly string[]; readonly ifMapping: string }> = new Map([
  ['ConfigMap', { always: ['data'], ifMapping: 'binaryData' }],
  ['Secret', { always: ['data', 'type'], ifMapping: 'stringData' }],
]);

/** What the hash is taken of; undefined for kinds that nobody generates. */
function hashedText(object: BuildObject): string | undefined {
  const kind = kindOf(object);
  const fields = HASHED.get(kind);
  if (!fields) return undefined;
  const parts = new Map([
    ['kind', goString(kind)],
    ['name', '""'],
  ]);
  for (const field of fields.always) parts.set(field, fieldJson(nodeAt(object.root, field)));
  const optional = nodeAt(object.root, fields.ifMapping);
  if (optional?.kind === 'map') parts.set(fields.ifMapping, goMap(optional));
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, json]) => `${goString(key)}:${json}`).join(',')}}`;
}

/** The hash of what an object holds; a placeholder where a part of it is not known (K-110). */
export function hashOf(object: BuildObject): string {
  const text = object.isIncomplete ? undefined : hashedText(object);
  if (text === undefined) return '${hash}';
  return digest(text)
    .slice(0, HASH_LENGTH)
    .replaceAll(/[013ae]/g, digit => LETTERS[digit] ?? digit);
}

/** Adds the hash to the names of generated objects, at the end of a build. */
export function addHashes(objects: ObjectList): void {
  for (const object of objects.items) {
    const name = nodeAt(object.root, 'metadata', 'name');
    if (!object.needsHash || name?.kind !== 'scalar') continue;
    const hash = hashOf(object);
    storePrevious(object);
    name.text = `${name.text}-${hash}`;
    name.tag = 'str';
    name.origin = changedBy(name.origin, { at: object.origin.at, note: 'adds the hash of its content to the name' });
  }
  objects.changed();
}
