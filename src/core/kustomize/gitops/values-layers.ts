import { Cursor } from '../../yaml/cursor.ts';
import { parseSource } from '../../yaml/parse-source.ts';
import type { Place } from '../../yaml/place.ts';
import { bareObject, toValue, type PlainValue } from '../../yaml/to-value.ts';
import type { ValuesLayer } from './release.ts';
import { originAt, rewrite } from './rewrite.ts';

/** No values file is larger; a value of aliases may be. */
const MOST_NODES = 100_000;

/** Values that stand in an object, as the values file that Helm takes. */
export function layerOfMapping(values: Cursor): ValuesLayer | undefined {
  if (values.isAbsent) return undefined;
  const document = values.isMapping ? rewrite(values, {}) : undefined;
  return document ? { kind: 'written', document, text: document.file.text, at: values.at } : { kind: 'hidden', label: 'values', at: values.at };
}

/** A values file that stands in a text of an object. All of it comes from where the text is written. */
export function layerOfText(text: string, at: Place): ValuesLayer {
  const [document] = parseSource(at.file.path, text).documents;
  const origin = originAt(at);
  if (!document?.tree || !Cursor.root(document)?.isMapping) return { kind: 'hidden', label: 'values', at };
  return { kind: 'written', document: { ...document, origins: { of: () => origin } }, text, at };
}

/** Each text and number as `${path}`, which is unknown. What switches parts of a chart on and off is no secret. */
function mask(value: PlainValue, path: string): PlainValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value !== 'object') return `\${${path}}`;
  if (isList(value)) return value.map((each, index) => mask(each, `${path}[${String(index)}]`));
  const masked = bareObject<PlainValue>();
  for (const [key, inner] of Object.entries(value)) masked[key] = mask(inner, path === '' ? key : `${path}.${key}`);
  return masked;
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

/** A values file of a Secret: what it sets is known, and no value of it. `at` is where it is asked for. */
export function layerOfSecret(text: string, label: string, at: Place): ValuesLayer {
  const [document] = parseSource(at.file.path, text).documents;
  const root = document && Cursor.root(document);
  const value = root?.isMapping === true ? toValue(root, MOST_NODES) : undefined;
  const layer = value === undefined ? undefined : layerOfText(JSON.stringify(mask(value, '')), at);
  return layer?.kind === 'written' ? { ...layer, isMasked: true } : { kind: 'hidden', label, at };
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** The parts of `a.b\.c`; undefined for one that changes an element of a list, which Helm finds in values laid before. */
function readKeys(name: string): readonly string[] | undefined {
  const keys = [...name.matchAll(/((?:\\.|[^.\\])*)(?:\.|$)/gs)].map(([, key = '']) => key).slice(0, name === '' ? 0 : undefined);
  const parts = keys.at(-1) === '' ? keys.slice(0, -1) : keys;
  if (parts.length === 0 || parts.some(part => part === '' || /(?<!\\)[[\]{}=,]/.test(part))) return undefined;
  return parts.map(part => part.replaceAll(/\\(.)/gs, '$1'));
}

/** What Helm takes a word of `--set` for. */
function readWord(word: string): PlainValue {
  const text = word.replaceAll(/\\(.)/gs, '$1');
  const known = WORDS.get(text.toLowerCase());
  if (known !== undefined) return known;
  const isNumber = text === '0' || (/^-?[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text)));
  return isNumber ? Number(text) : text;
}

function readSetting(value: string, isText: boolean): PlainValue {
  const [, list] = /^\{(.*)\}$/s.exec(value) ?? [];
  if (list === undefined) return isText ? value.replaceAll(/\\(.)/gs, '$1') : readWord(value);
  const words = list === '' ? [] : [...list.matchAll(/((?:\\.|[^,\\])*)(?:,|$)/gs)].map(([, word = '']) => word);
  const given = words.length > 1 && words.at(-1) === '' ? words.slice(0, -1) : words;
  return given.map(word => (isText ? word.replaceAll(/\\(.)/gs, '$1') : readWord(word)));
}

/** `--set name=value` as a values file: a name with dots leads into mappings. Undefined for a name that leads into a list. */
export function textOfSetting({ name, value, isText }: { readonly name: string; readonly value: string; readonly isText: boolean }): string | undefined {
  const keys = readKeys(name);
  if (!keys) return undefined;
  let inner: PlainValue = readSetting(value, isText);
  for (const key of keys.toReversed()) {
    const outer = bareObject<PlainValue>();
    outer[key] = inner;
    inner = outer;
  }
  return JSON.stringify(inner);
}
