import type { Change, Origin } from '../yaml/origin.ts';
import type { Place } from '../yaml/place.ts';
import type { Obstacle } from './field-spec.ts';
import { isNull, type ScalarNode, type Tag, type YamlNode } from './node.ts';
import { setPlainKey } from './plain-key.ts';

/** The origin of what is written at a place. */
export function writtenAt(at: Place, changes: readonly Change[] = []): Origin {
  return { at, changes };
}

/** A value that takes the place of another: where it is written, and what stood there. */
export function writtenOver(at: Place, text: string, old: ScalarNode): Origin {
  const note = old.text === text && !isNull(old) ? `is "${text}" here too` : isNull(old) ? 'was null here' : `was "${old.text}" here`;
  return { at, changes: [...old.origin.changes, { at: old.origin.at, note }] };
}

const KIND_NAMES = { scalar: 'ScalarNode', map: 'MappingNode', list: 'SequenceNode' };

/** What kustomize says of a value of another kind than is needed. */
export function wrongKind(expected: 'scalar' | 'map' | 'list', node: YamlNode): Obstacle {
  const contents = node.kind === 'scalar' ? `: node contents:\n${node.text}` : '';
  return { answer: `wrong node kind: expected ${KIND_NAMES[expected]} but got ${KIND_NAMES[node.kind]}${contents}`, node };
}

/** Replaces the text of a scalar. Its style stays, and with a plain one its type is read anew (K-077). */
export function writeText(node: YamlNode, text: string, origin: Origin, tag?: Tag): Obstacle | undefined {
  if (node.kind !== 'scalar') return wrongKind('scalar', node);
  node.text = text;
  node.tag = tag;
  node.origin = origin;
  return undefined;
}

/**
 * Sets a text under a key of a mapping. One node stands in all the mappings of an object that did not have the key: what changes one of them
 * later changes them all, as it does in kustomize.
 */
export function writePair(node: YamlNode, key: string, pair: ScalarNode): Obstacle | undefined {
  if (node.kind !== 'map') return isNull(node) ? undefined : wrongKind('map', node);
  const old = node.entries.get(key)?.value;
  if (old?.kind !== 'scalar') {
    setPlainKey(node, key, pair, pair.origin);
    return undefined;
  }
  if (old === pair) return undefined;
  pair.style = old.style;
  return writeText(old, pair.text, writtenOver(pair.origin.at, pair.text, old), 'str');
}
