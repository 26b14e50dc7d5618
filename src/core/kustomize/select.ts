import { RE2JS } from 're2js';
import type { Place } from '../yaml/place.ts';
import type { ObjectId } from './identity.ts';
import type { Selector, Text } from './kustomization.ts';
import { type LabelTest, readLabelSelector } from './label-selector.ts';
import { nodeAt } from './node.ts';
import { effectiveNamespace, idOf, nameOf, originalId } from './object-id.ts';
import type { BuildObject } from './object.ts';

/** A selector that cannot be read. */
export interface SelectorFault {
  readonly answer: string;
  readonly at: Place;
}

export interface Selecting {
  readonly takes: (object: BuildObject) => boolean;
}

type TextTest = (text: string) => boolean;
const takesAll: TextTest = () => true;
/** A pattern that is a word, and as such takes nothing else. */
export const WORD = /^[A-Za-z0-9-]+$/;
const compiled = new Map<string, RE2JS | string>();
const MOST_COMPILED = 1_000;

/** A pattern in the dialect of RE2, matched in linear time. */
export function compilePattern(pattern: string): RE2JS | string {
  let found = compiled.get(pattern);
  if (found !== undefined) return found;
  try {
    found = RE2JS.compile(pattern);
  } catch (error) {
    found = error instanceof Error ? error.message : 'error parsing regexp';
  }
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(pattern, found);
  return found;
}

function isFault(test: TextTest | LabelTest | SelectorFault): test is SelectorFault {
  return typeof test === 'object';
}

function testPattern(text: Text | undefined): TextTest | SelectorFault {
  if (text === undefined || text.value === '') return takesAll;
  if (WORD.test(text.value)) return value => value === text.value;
  const pattern = compilePattern(`^(?:${text.value})$`);
  return typeof pattern === 'string' ? { answer: pattern, at: text.at } : value => pattern.matcher(value).find();
}

function testLabels(text: Text | undefined): LabelTest | SelectorFault {
  if (text === undefined || text.value.trim() === '') return () => true;
  const test = readLabelSelector(text.value);
  return typeof test === 'string' ? { answer: test, at: text.at } : test;
}

/** Labels or annotations, as texts. */
export function pairsOf({ root }: BuildObject, field: 'labels' | 'annotations'): ReadonlyMap<string, string> {
  const map = nodeAt(root, 'metadata', field);
  if (map?.kind !== 'map') return new Map();
  return new Map([...map.entries].map(([key, { value }]) => [key, value.kind === 'scalar' ? value.text : '']));
}

/** A selector in words: `Deployment "web" in namespace "shop"`. */
export function describeSelector({ kind, name, namespace, labelSelector, annotationSelector, group, version }: Selector): string {
  const given = (text: Text | undefined, say: (value: string) => string): string => (text && text.value !== '' ? say(text.value) : '');
  const api = [given(group, value => value), given(version, value => value)].filter(part => part !== '').join('/');
  const parts = [
    given(kind, value => value),
    given(name, value => `"${value}"`),
    given(namespace, value => `in namespace "${value}"`),
    given(labelSelector, value => `with labels "${value}"`),
    given(annotationSelector, value => `with annotations "${value}"`),
    !kind?.value && !name?.value && api !== '' ? `of "${api}"` : '',
  ];
  return parts.filter(part => part !== '').join(' ');
}

/** What the target of a patch selects (K-081): all parts that are given have to match. */
export function compileSelector(selector: Selector): Selecting | SelectorFault {
  const parts = [selector.group, selector.version, selector.kind, selector.name, selector.namespace].map(testPattern);
  const labels = testLabels(selector.labelSelector);
  const annotations = testLabels(selector.annotationSelector);
  const fault = [...parts, labels, annotations].find(isFault);
  if (fault) return fault;
  const [group = takesAll, version = takesAll, kind = takesAll, name = takesAll, namespace = takesAll] = parts.filter(
    (part): part is TextTest => typeof part === 'function',
  );
  const takes = (object: BuildObject): boolean => {
    if (!name(nameOf(object)) && !name(object.previous[0]?.name ?? nameOf(object))) return false;
    const [now, first] = [idOf(object), originalId(object)];
    return (
      (namespace(effectiveNamespace(first)) || namespace(effectiveNamespace(now))) &&
      group(now.group) &&
      version(now.version) &&
      kind(now.kind) &&
      (isFault(labels) || labels(pairsOf(object, 'labels'))) &&
      (isFault(annotations) || annotations(pairsOf(object, 'annotations')))
    );
  };
  return { takes };
}

export function isSelectorFault(selecting: Selecting | SelectorFault): selecting is SelectorFault {
  return 'answer' in selecting;
}

const fits = (wanted: Text | undefined, value: string): boolean => wanted === undefined || wanted.value === '' || wanted.value === value;

/** Selection by plain equality, as replacements do it (K-120). */
export function isSelectedBy(id: ObjectId, { group, version, kind, name, namespace }: Selector): boolean {
  return fits(name, id.name) && fits(namespace, effectiveNamespace(id)) && fits(group, id.group) && fits(version, id.version) && fits(kind, id.kind);
}
