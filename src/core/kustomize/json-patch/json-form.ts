import type { ScalarValue } from '../../yaml/scalar.ts';
import { resolvePlain } from '../../yaml/scalar.ts';
import type { Origin } from '../../yaml/origin.ts';
import { listNode, mapNode, type MapNode, scalarNode, type ScalarNode, type Style, type YamlNode } from '../node.ts';
import { finalValue, isContradiction, type Reading, resolveTag } from '../scalars.ts';
import { goFloat } from './go-float.ts';
import { JsonProblem } from './json-problem.ts';

const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
/** What cannot stand without quotes: indicators, blanks at the ends, marks of keys and comments. */
const NOT_PLAIN = /^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^\s|\s$|:(?:\s|$)|\s#|\t/;

/** The style in which go-yaml v3 writes a text: what is written plain takes part in K-097. */
function styleOf(text: string): Style {
  if (text.includes('\n')) return 'literal';
  if (resolveTag(text) !== 'str' || resolveTag(text, 'configuration') !== 'str' || SEXAGESIMAL.test(text)) return 'double';
  return NOT_PLAIN.test(text) ? 'single' : 'plain';
}

/** A value as it is read again after its way through JSON: numbers are floats by then (K-098). */
function scalarOf(value: ScalarValue, origin: Origin): ScalarNode {
  if (value === null) return scalarNode('null', origin, 'null');
  if (typeof value === 'boolean') return scalarNode(String(value), origin, 'bool');
  if (typeof value === 'string') return scalarNode(value, origin, 'str', styleOf(value));
  const number = Number(value);
  if (!Number.isFinite(number)) throw new JsonProblem(`json: unsupported value: ${Number.isNaN(number) ? 'NaN' : number > 0 ? '+Inf' : '-Inf'}`);
  const text = goFloat(number);
  return scalarNode(text, origin, resolveTag(text));
}

/** The value of a scalar that go-yaml v2 has read (K-004). */
function configuredValue({ text, tag, style }: ScalarNode): ScalarValue {
  return style !== 'plain' || tag === 'str' || tag === 'timestamp' ? text : resolvePlain(text);
}

export function valueOf(node: ScalarNode, reading: Reading): ScalarValue {
  if (reading === 'configuration') return configuredValue(node);
  const value = finalValue(node);
  if (isContradiction(value)) throw new JsonProblem(value.answer);
  return value;
}

function mapForm(node: MapNode, reading: Reading, depth: number): MapNode {
  const made = mapNode(node.origin);
  for (const [key, { keyOrigin, keyTag, value }] of node.entries) {
    // Such a key survives at the top level alone (K-005).
    if (keyTag !== undefined && depth > 0 && reading === 'resource') {
      throw new JsonProblem('json: unsupported type: map[interface {}]interface {}');
    }
    made.entries.set(key, { keyOrigin, value: jsonForm(value, reading, depth + 1) });
  }
  return made;
}

/** A copy of a value as it is after its way through JSON: styles and tags are those of what is written anew (K-098). */
export function jsonForm(node: YamlNode, reading: Reading = 'resource', depth = 0): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return scalarOf(valueOf(node, reading), node.origin);
    case 'list':
      return listNode(
        node.origin,
        node.items.map(item => jsonForm(item, reading, depth + 1)),
      );
    case 'map':
      return mapForm(node, reading, depth);
  }
}
