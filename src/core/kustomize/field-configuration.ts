import { FIELD_LISTS, fail, type BuildContext, type FieldConfiguration, type NameReference } from './context.ts';
import type { FieldSpec } from './kustomization.ts';
import { isSameGvk } from './object-id.ts';
import {
  ANNOTATION_FIELDS,
  IMAGE_FIELDS,
  NAME_FIELDS,
  NAMESPACE_FIELDS,
  REPLICA_FIELDS,
  SELECTOR_LABEL_FIELDS,
  TEMPLATE_LABEL_FIELDS,
} from './tables/field-specs.ts';
import { NAME_REFERENCES } from './tables/name-references.ts';
import { VAR_REFERENCES } from './tables/var-references.ts';

export type ListName = (typeof FIELD_LISTS)[number];

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

/** What puts an answer into the words around it. */
type Say = (answer: string) => string;
const asIs: Say = answer => answer;

interface Adding {
  /** What kustomize calls the list. */
  readonly word: string;
  readonly context: BuildContext;
  readonly say: Say;
}

const covers = (wanted: string, value: string): boolean => wanted === '' || wanted === value;

/** Whether a spec stands for a new one: what the new one leaves open counts as the same (K-033). */
function standsFor(known: FieldSpec, spec: FieldSpec): boolean {
  return known.path === spec.path && covers(spec.group, known.group) && covers(spec.version, known.version) && covers(spec.kind, known.kind);
}

/** The spec that is there for a new one already. Two that differ in what they create contradict each other (K-033). */
function findKnown(spec: FieldSpec, among: readonly FieldSpec[], { word, context, say }: Adding): FieldSpec | undefined {
  const known = among.find(other => standsFor(other, spec));
  if (known && known.create !== spec.create && spec.at) {
    const answer = say(`failed to merge ${word} fieldSpec: conflicting fieldspecs`);
    const related = known.at ? [{ at: known.at, note: 'the same field is here' }] : [];
    fail(context, { kind: 'configuration', answer, at: spec.at, subject: spec.path, related });
  }
  return known;
}

/** Adds a spec that is not there yet. */
export function addSpec(name: ListName, spec: FieldSpec, context: BuildContext, say: Say = asIs): void {
  const [word, builtIn] = BUILT_IN[name];
  const list = context.configuration[name];
  if (!findKnown(spec, [...builtIn, ...list], { word, context, say })) list.push(spec);
}

/** Adds fields that name objects of a kind; those that are there for it already stay as they are. */
export function addReference(reference: NameReference, context: BuildContext, say: Say = asIs): void {
  const { nameReference } = context.configuration;
  const known = [...NAME_REFERENCES, ...nameReference].filter(other => isSameGvk(other, reference)).flatMap(other => other.fieldSpecs);
  const fieldSpecs = reference.fieldSpecs.filter(spec => !findKnown(spec, known, { word: 'NameReference', context, say }));
  if (fieldSpecs.length > 0) nameReference.push({ ...reference, fieldSpecs });
}

/** Takes over what the configurations of a base say (K-033). */
export function mergeConfiguration(from: FieldConfiguration, context: BuildContext, say: Say): void {
  for (const name of FIELD_LISTS) for (const spec of from[name]) addSpec(name, spec, context, say);
  for (const reference of from.nameReference) addReference(reference, context, say);
}
