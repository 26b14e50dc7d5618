import type { Place } from '../yaml/place.ts';
import { FIELD_LISTS, type BuildContext, type FieldConfiguration, fail } from './context.ts';
import { checkShape } from './check-shape.ts';
import { findSource } from './find-source.ts';
import type { FieldSpec, Text } from './kustomization.ts';
import { readFieldSpec } from './kustomization-entries.ts';
import { Fields } from './kustomization-fields.ts';
import { FIELD_SPEC, GVK, type Shape } from './kustomization-shape.ts';
import { loadConfiguration } from './load.ts';
import type { MapNode } from './node.ts';
import { isReadFailure } from './read-nodes.ts';
import { fileSource } from './text-source.ts';
import {
  ANNOTATION_FIELDS,
  IMAGE_FIELDS,
  NAME_FIELDS,
  NAMESPACE_FIELDS,
  REPLICA_FIELDS,
  SELECTOR_LABEL_FIELDS,
  TEMPLATE_LABEL_FIELDS,
} from './tables/field-specs.ts';
import { VAR_REFERENCES } from './tables/var-references.ts';

type ListName = (typeof FIELD_LISTS)[number];

const NOTHING: readonly FieldSpec[] = [];
/** What is there before any configuration (K-122), with the words of kustomize for the list. */
const BUILT_IN: Readonly<Record<ListName, readonly [word: string, fields: readonly FieldSpec[]]>> = {
  namePrefix: ['NamePrefix', NAME_FIELDS],
  nameSuffix: ['NameSuffix', NAME_FIELDS],
  namespace: ['NameSpace', NAMESPACE_FIELDS],
  commonLabels: ['CommonLabels', SELECTOR_LABEL_FIELDS],
  labels: ['Labels', NOTHING],
  templateLabels: ['TemplateLabels', TEMPLATE_LABEL_FIELDS],
  commonAnnotations: ['CommonAnnotations', ANNOTATION_FIELDS],
  images: ['Images', IMAGE_FIELDS],
  replicas: ['Replicas', REPLICA_FIELDS],
  varReference: ['VarReference', VAR_REFERENCES],
};

const NAME_REFERENCE: Shape = { list: { struct: 'NameBackReferences', fields: { ...GVK, fieldSpecs: { list: FIELD_SPEC } } } };
const SHAPE: Shape = {
  struct: 'TransformerConfig',
  fields: { ...Object.fromEntries(FIELD_LISTS.map((name): [string, Shape] => [name, { list: FIELD_SPEC }])), nameReference: NAME_REFERENCE },
};

const covers = (wanted: string, value: string): boolean => wanted === '' || wanted === value;

/** Whether a spec stands for a new one: what the new one leaves open counts as the same (K-033). */
function standsFor(known: FieldSpec, spec: FieldSpec): boolean {
  return known.path === spec.path && covers(spec.group, known.group) && covers(spec.version, known.version) && covers(spec.kind, known.kind);
}

/** Adds a spec that is not there yet. */
function addSpec(name: ListName, spec: FieldSpec & { readonly at: Place }, context: BuildContext): void {
  const [word, builtIn] = BUILT_IN[name];
  const list = context.configuration[name];
  const known = [...builtIn, ...list].find(other => standsFor(other, spec));
  if (!known) list.push(spec);
  else if (known.create !== spec.create) {
    const answer = `failed to merge ${word} fieldSpec: conflicting fieldspecs`;
    const related = known.at ? [{ at: known.at, note: 'the same field is here' }] : [];
    fail(context, { kind: 'configuration', answer, at: spec.at, subject: spec.path, related });
  }
}

function addReference(reference: Fields, configuration: FieldConfiguration): void {
  const [group, version, kind] = [reference.string('group'), reference.string('version'), reference.string('kind')];
  configuration.nameReference.push({ group, version, kind, fieldSpecs: reference.maps('fieldSpecs').map(readFieldSpec) });
}

function readRoot(path: Text, context: BuildContext): MapNode | undefined {
  const file = findSource(context, path.value, missing => {
    fail(context, { ...missing, at: path.at, subject: path.value });
  });
  const root = file && loadConfiguration(fileSource(file));
  if (root && isReadFailure(root)) {
    fail(context, { kind: 'configuration', answer: `error converting YAML to JSON: ${root.answer}`, at: root.at, subject: path.value });
    return undefined;
  }
  if (!root) return undefined;
  for (const fault of checkShape(root, SHAPE, { struct: 'TransformerConfig', path: [] })) {
    fail(context, { ...fault, kind: 'configuration', answer: `error unmarshaling JSON: while decoding JSON: ${fault.answer}` });
  }
  return root.kind === 'map' ? root : undefined;
}

/** Reads `configurations`: field specs and name references beside the built-in ones, for here and above (K-033, K-122). */
export function readConfigurations(context: BuildContext): void {
  for (const path of context.kustomization.configurations) {
    const root = readRoot(path, context);
    const fields = root && new Fields(root);
    if (!fields) continue;
    for (const name of FIELD_LISTS) for (const spec of fields.maps(name)) addSpec(name, { ...readFieldSpec(spec), at: spec.at }, context);
    for (const reference of fields.maps('nameReference')) addReference(reference, context.configuration);
  }
}
