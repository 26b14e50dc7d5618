import type { Origin } from '../yaml/origin.ts';
import type { Gvk } from './identity.ts';
import type { FieldSpec } from './kustomization.ts';
import { isNull, listNode, mapNode, scalarNode, type MapNode, type YamlNode } from './node.ts';
import { gvkOf, idOf, printId } from './object-id.ts';
import type { BuildObject } from './object.ts';

/** Why a field cannot be written, in the words of kustomize, and what is in the way. */
export interface Obstacle {
  readonly answer: string;
  readonly node: YamlNode;
}

/** What a walk does with the fields that it comes to. */
export interface FieldWrite {
  /** What a spec that creates makes of a field that is absent or null. Without it no spec creates. */
  readonly makes?: 'map' | 'scalar';
  /** The source of what is made. */
  readonly origin: Origin;
  readonly set: (node: YamlNode) => Obstacle | undefined;
}

/** The steps of a path; `\/` is a slash in a key (K-070). */
export function splitPath(path: string): readonly string[] {
  const steps: string[] = [];
  for (const piece of path.split('/')) {
    const last = steps.at(-1);
    if (last?.endsWith('\\')) steps[steps.length - 1] = `${last.slice(0, -1)}/${piece}`;
    else steps.push(piece);
  }
  return steps;
}

/** Whether a selection takes a kind; its empty parts take all. */
export function selectsGvk(selection: Partial<Gvk>, { group, version, kind }: Gvk): boolean {
  return fits(selection.group, group) && fits(selection.version, version) && fits(selection.kind, kind);
}

function fits(wanted: string | undefined, value: string): boolean {
  return wanted === undefined || wanted === '' || wanted === value;
}

interface Walk extends FieldWrite {
  readonly creates: boolean;
}

function walkList(items: readonly YamlNode[], steps: readonly string[], walk: Walk): Obstacle | undefined {
  for (const item of items) {
    const obstacle = walkNode(item, steps, walk);
    if (obstacle) return { ...obstacle, answer: `visit traversal on path: [${steps.join(' ')}]: ${obstacle.answer}` };
  }
  return undefined;
}

/** The field of a mapping that a step leads to, made where the spec creates. */
function fieldOf({ entries }: MapNode, step: string, makes: 'map' | 'scalar' | 'list' | undefined, { origin }: Walk): YamlNode | undefined {
  const entry = entries.get(step);
  if (entry && !(makes !== undefined && isNull(entry.value))) return entry.value;
  if (makes === undefined || (!entry && makes === 'list')) return undefined;
  if (entry && makes === 'scalar') return entry.value;
  const source = entry ? entry.value.origin : origin;
  const value = makes === 'map' ? mapNode(source) : makes === 'list' ? listNode(source) : scalarNode('', source, 'null');
  entries.set(step, { keyOrigin: entry?.keyOrigin ?? origin, value });
  return value;
}

function walkMap(map: MapNode, steps: readonly string[], walk: Walk): Obstacle | undefined {
  const [step = '', ...rest] = steps;
  const isListStep = step.endsWith('[]');
  const name = isListStep ? step.slice(0, -2) : step;
  if (name === '') return { answer: 'cannot set or create an empty field name', node: map };
  const made = !walk.creates || walk.makes === undefined ? undefined : rest.length === 0 ? walk.makes : 'map';
  const value = fieldOf(map, name, isListStep ? 'list' : made, walk);
  return value && walkNode(value, rest, walk);
}

function walkNode(node: YamlNode, steps: readonly string[], walk: Walk): Obstacle | undefined {
  if (steps.length === 0) return walk.set(node);
  switch (node.kind) {
    case 'list':
      return walkList(node.items, steps, walk);
    case 'map':
      return walkMap(node, steps, walk);
    case 'scalar':
      return isNull(node) ? undefined : { answer: 'expected sequence or mapping node', node };
  }
}

/** Steps of built-in and configured paths, which are gone for every object. */
const stepsOf = new WeakMap<FieldSpec, readonly string[]>();

/** Goes to the fields of an object that the path of a spec leads to, whatever kind the spec is of. Lists are entered without a step of their own. */
export function walkFields(object: BuildObject, spec: FieldSpec, write: FieldWrite): Obstacle | undefined {
  let steps = stepsOf.get(spec);
  if (!steps) stepsOf.set(spec, (steps = splitPath(spec.path)));
  const obstacle = walkNode(object.root, steps, { ...write, creates: spec.create });
  return obstacle && { ...obstacle, answer: `considering field '${spec.path}' of object ${printId(idOf(object))}: ${obstacle.answer}` };
}

/** Goes to the fields that a spec names (K-070), in objects of its kind. */
export function writeFields(object: BuildObject, spec: FieldSpec, write: FieldWrite, gvk: Gvk = gvkOf(object)): Obstacle | undefined {
  return selectsGvk(spec, gvk) ? walkFields(object, spec, write) : undefined;
}

/** Built-in field specs with those that a configuration adds; what is there already is not added again (K-033). */
export function mergeFields(...lists: readonly (readonly FieldSpec[])[]): readonly FieldSpec[] {
  const byPath = new Map<string, FieldSpec>();
  for (const spec of lists.flat()) {
    const key = `${spec.group}|${spec.version}|${spec.kind}|${spec.path}`;
    if (!byPath.has(key)) byPath.set(key, spec);
  }
  return [...byPath.values()];
}
