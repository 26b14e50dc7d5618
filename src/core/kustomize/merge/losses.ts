import type { Place } from '../../yaml/place.ts';
import type { FaultKind } from '../fault.ts';
import { entryOf, isNull, type ListNode, type YamlNode } from '../node.ts';
import { keyTexts } from './elements.ts';

/** A part of a patch that a strategic merge passes over without a word (K-096). */
export interface Loss {
  readonly kind: Extract<FaultKind, 'patch-element-keyless' | 'patch-element-lost' | 'patch-replace-ignored'>;
  readonly at: Place;
  /** Keys of the element with their texts, or the keys that it lacks. */
  readonly subject: string;
}

interface Element {
  readonly loss: Loss;
  /** Places of what it says beside its keys. */
  readonly says: readonly string[];
}

/** Each reading of an origin may make a place of its own. */
const keyOfPlace = ({ origin: { at } }: YamlNode): string => `${at.file.path}\u0000${at.valueSpan.start}`;

function* scalarsOf(node: YamlNode): Generator<YamlNode> {
  if (node.kind === 'scalar') yield node;
  else for (const child of node.kind === 'list' ? node.items : [...node.entries.values()].map(({ value }) => value)) yield* scalarsOf(child);
}

function readElement(item: YamlNode, keys: readonly string[]): Element | undefined {
  if (item.kind !== 'map') return undefined;
  const directive = entryOf(item, '$patch');
  const word = directive?.kind === 'scalar' ? directive.text : undefined;
  if (word === 'delete' || (word !== undefined && item.entries.size === 1)) return undefined;
  const texts = keyTexts(item, keys);
  const own = [...item.entries].filter(([key]) => key !== '$patch' && !keys.includes(key));
  const says = own.flatMap(([, { value }]) => [...scalarsOf(value)].filter(node => !isNull(node)).map(keyOfPlace));
  const isKeyless = texts.every(text => text === '');
  const named = keys.flatMap((key, position) => (texts[position] ? [`${key} ${texts[position]}`] : [])).join(', ');
  const kind = isKeyless ? 'patch-element-keyless' : word === 'replace' ? 'patch-replace-ignored' : 'patch-element-lost';
  return { loss: { kind, at: item.origin.at, subject: isKeyless ? (keys[0] ?? '') : named }, says };
}

/** What is lost within an element is told there. */
function isWithin({ at: inner }: Loss, { at: outer }: Loss): boolean {
  return inner.file.path === outer.file.path && inner.valueSpan.start >= outer.valueSpan.start && inner.valueSpan.end <= outer.valueSpan.end;
}

/** Tells, once a list is merged, which elements of a patch have left nothing in it. */
export function watchLosses(patch: ListNode, keys: readonly string[], known: readonly Loss[]): (made: ListNode) => readonly Loss[] {
  const elements = patch.items.flatMap(item => readElement(item, keys) ?? []).filter(({ says }) => says.length > 0);
  if (elements.length === 0) return () => [];
  return made => {
    const kept = new Set([...scalarsOf(made)].map(keyOfPlace));
    return elements.filter(({ says, loss }) => !says.some(place => kept.has(place)) && !known.some(inner => isWithin(inner, loss))).map(({ loss }) => loss);
  };
}
