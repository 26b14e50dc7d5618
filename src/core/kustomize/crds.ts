import { fail, type BuildContext } from './context.ts';
import { addReference, addSpec } from './field-configuration.ts';
import { findSource } from './find-source.ts';
import type { FieldSpec, Text } from './kustomization.ts';
import { loadConfiguration } from './load.ts';
import { entryOf, type MapNode, type YamlNode } from './node.ts';
import { isReadFailure } from './read-nodes.ts';
import { fileSource } from './text-source.ts';

/** OpenAPI types by name, as Go types are named: `github.com/example/v1.Foo`. */
type Types = ReadonlyMap<string, MapNode>;

/** What a property says of itself. */
const ANNOTATION = 'x-kubernetes-annotation';
const LABEL_SELECTOR = 'x-kubernetes-label-selector';
const IDENTITY = 'x-kubernetes-identity';
const REFERENCE_VERSION = 'x-kubernetes-object-ref-api-version';
const REFERENCE_KIND = 'x-kubernetes-object-ref-kind';
const REFERENCE_NAME = 'x-kubernetes-object-ref-name-key';

/** A text under a key, whose letter case does not matter. */
function textUnder({ entries }: MapNode, wanted: string): string | undefined {
  for (const [key, { value }] of entries) if (key.toLowerCase() === wanted && value.kind === 'scalar' && value.tag === 'str') return value.text;
  return undefined;
}

function mapUnder(node: YamlNode | undefined, key: string): MapNode | undefined {
  const value = node?.kind === 'map' ? (entryOf(node, key) ?? entryOf(node, key[0]?.toUpperCase() + key.slice(1))) : undefined;
  return value?.kind === 'map' ? value : undefined;
}

function propertiesOf(type: MapNode): MapNode | undefined {
  return mapUnder(mapUnder(type, 'schema'), 'properties');
}

/** Whether a type is that of objects of the API. */
function isObjectType(type: MapNode): boolean {
  const properties = propertiesOf(type);
  return properties !== undefined && ['kind', 'apiVersion', 'metadata'].every(name => properties.entries.has(name));
}

/** More properties than any types have; types that hold each other twice double with every step. */
const MOST_PROPERTIES = 200_000;

interface Walk {
  readonly types: Types;
  /** Properties that have been read of a file. */
  readonly count: { read: number };
  readonly kind: string;
  /** Names of the types on the way: one that holds itself is entered once. */
  readonly within: readonly string[];
  readonly path: readonly string[];
}

/** Field specs of what the properties of a type say (K-124). */
function readType(name: string, walk: Walk, context: BuildContext): void {
  const type = walk.types.get(name);
  const properties = type && propertiesOf(type);
  for (const [key, { value: property }] of properties?.entries ?? []) {
    if (walk.count.read++ > MOST_PROPERTIES) return;
    if (property.kind === 'map') readProperty(property, { ...walk, within: [...walk.within, name], path: [...walk.path, key] }, context);
  }
}

function readProperty(property: MapNode, walk: Walk, context: BuildContext): void {
  const specAt = (...path: readonly string[]): FieldSpec => ({
    group: '',
    version: '',
    kind: walk.kind,
    path: path.join('/'),
    create: false,
    at: property.origin.at,
  });
  if (textUnder(property, ANNOTATION) !== undefined) addSpec('commonAnnotations', specAt(...walk.path), context);
  if (textUnder(property, LABEL_SELECTOR) !== undefined) addSpec('commonLabels', specAt(...walk.path), context);
  if (textUnder(property, IDENTITY) !== undefined) addSpec('namePrefix', specAt(...walk.path), context);
  const [version, kind] = [textUnder(property, REFERENCE_VERSION), textUnder(property, REFERENCE_KIND)];
  if (version !== undefined && kind !== undefined) {
    const spec = specAt(...walk.path, textUnder(property, REFERENCE_NAME) ?? 'name');
    addReference({ group: '', version, kind, fieldSpecs: [spec] }, context);
  }
  const inner = textUnder(property, '$ref');
  if (inner !== undefined && !walk.within.includes(inner)) readType(inner, walk, context);
}

/** The types of a file, which is JSON or YAML. */
function readTypes(path: Text, context: BuildContext): Types {
  const say = (answer: string): string => `loading CRDs [${path.value}]: ${answer}`;
  const types = new Map<string, MapNode>();
  const file = findSource(context, path.value, missing => {
    fail(context, { ...missing, answer: say(missing.answer), at: path.at, subject: path.value });
  });
  const root = file && loadConfiguration(fileSource(file));
  const refuse = (answer: string, { at }: YamlNode['origin']): void => {
    const told = say(`unable to parse open API definition from '${path.value}': ${answer}`);
    fail(context, { kind: 'configuration', answer: told, at, subject: path.value });
  };
  if (root && isReadFailure(root)) refuse(`error converting YAML to JSON: ${root.answer}`, { at: root.at, changes: [] });
  else if (root?.kind === 'map') {
    for (const [name, { value }] of root.entries) {
      if (value.kind === 'map') types.set(name, value);
      else refuse('json: cannot unmarshal into Go value of type accumulator.OpenAPIDefinition', value.origin);
    }
  } else if (root) refuse('json: cannot unmarshal into Go value of type accumulator.nameToApiMap', root.origin);
  return types;
}

/** Reads `crds`: what types of one's own say of their fields becomes field specs, for here and above (K-124). */
export function readCrds(context: BuildContext): void {
  for (const path of context.kustomization.crds) {
    const types = readTypes(path, context);
    const count = { read: 0 };
    for (const [name, type] of types) {
      const kind = name.slice(name.lastIndexOf('.') + 1);
      if (isObjectType(type)) readType(name, { types, count, kind, within: [], path: [] }, context);
    }
    if (count.read > MOST_PROPERTIES) {
      const answer = `loading CRDs [${path.value}]: more than ${String(MOST_PROPERTIES)} properties are not read`;
      fail(context, { kind: 'configuration', answer, at: path.at, subject: path.value });
    }
  }
}
