import { findNearest } from '../text/near.ts';
import type { Place } from '../yaml/place.ts';
import type { FaultKind } from './fault.ts';
import { isNull, type MapNode, type YamlNode } from './node.ts';
import { goTypeOf, type Shape } from './kustomization-shape.ts';

/** A field that is not what the Go type wants. */
export interface ShapeFault {
  readonly kind: Extract<FaultKind, 'field-unknown' | 'field-type'>;
  readonly answer: string;
  readonly at: Place;
  readonly subject: string;
  readonly near?: string;
}

type StructShape = Extract<Shape, { readonly struct: string }>;

interface Where {
  /** The innermost Go type and the path of fields from the root, for messages. */
  readonly struct: string;
  readonly path: readonly string[];
}

/** The name of a field, whose letter case does not matter (K-020). */
export function fieldNamed(fields: Readonly<Record<string, Shape>>, key: string): string | undefined {
  if (Object.hasOwn(fields, key)) return key;
  const lower = key.toLowerCase();
  return Object.keys(fields).find(name => name.toLowerCase() === lower);
}

function jsonTypeOf(node: YamlNode): string {
  if (node.kind === 'map') return 'object';
  if (node.kind === 'list') return 'array';
  return node.tag === 'bool' ? 'bool' : node.tag === 'int' || node.tag === 'float' ? 'number' : 'string';
}

/** Whether JSON of this node can be read into the shape; what is within is another question. */
function fits(node: YamlNode, shape: Shape): boolean {
  if (isNull(node) || ('type' in shape && shape.type === 'any')) return true;
  if ('list' in shape) return node.kind === 'list';
  if (!('type' in shape)) return node.kind === 'map';
  if (node.kind !== 'scalar') return false;
  if (shape.type === 'bool') return node.tag === 'bool';
  return shape.type === 'string' ? !['bool', 'int', 'float'].includes(node.tag ?? '') : node.tag === 'int';
}

function* checkStruct(map: MapNode, shape: StructShape, path: readonly string[]): Generator<ShapeFault> {
  // Go decodes JSON whose keys are sorted: the first fault in this order is its answer.
  for (const [key, { value, keyOrigin }] of [...map.entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = fieldNamed(shape.fields, key);
    const field = name === undefined ? undefined : shape.fields[name];
    if (name === undefined || !field) {
      const near = findNearest(key, Object.keys(shape.fields), candidate => candidate);
      yield { kind: 'field-unknown', answer: `json: unknown field "${key}"`, at: keyOrigin.at, subject: key, ...(near !== undefined && { near }) };
    } else yield* checkShape(value, field, { struct: shape.struct, path: [...path, name] });
  }
}

/** Faults of a value and all in it. */
export function* checkShape(node: YamlNode, shape: Shape, where: Where): Generator<ShapeFault> {
  if (!fits(node, shape)) {
    const answer = `json: cannot unmarshal ${jsonTypeOf(node)} into Go struct field ${where.struct}.${where.path.join('.')} of type ${goTypeOf(shape)}`;
    yield { kind: 'field-type', answer, at: node.origin.at, subject: where.path.at(-1) ?? '' };
  } else if (node.kind === 'list' && 'list' in shape) {
    for (const item of node.items) yield* checkShape(item, shape.list, where);
  } else if (node.kind === 'map' && 'pairs' in shape) {
    for (const { value } of node.entries.values()) yield* checkShape(value, { type: shape.pairs }, where);
  } else if (node.kind === 'map' && 'struct' in shape) yield* checkStruct(node, shape, where.path);
}
