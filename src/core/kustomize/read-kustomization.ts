import { findNearest } from '../text/near.ts';
import type { Place } from '../yaml/place.ts';
import { SpanPlace } from '../yaml/place.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import { checkShape } from './check-shape.ts';
import type { Fault } from './fault.ts';
import type { Kustomization, PluginEntry, Text } from './kustomization.ts';
import { readGenerator, readGeneratorOptions, readImage, readLabel, readPatch, readReplica, readVar } from './kustomization-entries.ts';
import { Fields } from './kustomization-fields.ts';
import { KUSTOMIZATION_SHAPE } from './kustomization-shape.ts';
import { loadConfiguration } from './load.ts';
import type { MapNode } from './node.ts';
import { isReadFailure } from './read-nodes.ts';
import { readReplacementEntry } from './replacement-entry.ts';
import { fileSource } from './text-source.ts';

/** A kustomization with all that is wrong with its file. */
export interface ReadKustomization {
  readonly kustomization: Kustomization | undefined;
  readonly faults: readonly Fault[];
}

const KINDS = { Kustomization: 'kustomize.config.k8s.io/v1beta1', Component: 'kustomize.config.k8s.io/v1alpha1' } as const;
/** Fields with a successor, in the order in which kustomize warns of them (K-023). */
const DEPRECATED = ['bases', 'commonLabels', 'imageTags', 'patchesJson6902', 'patchesStrategicMerge', 'vars'];
const HEADER = new Set(['apiversion', 'kind']);

interface Reading {
  readonly document: YamlDocument;
  readonly directory: string;
  readonly faults: Fault[];
}

function report({ faults, directory }: Reading, fault: Omit<Fault, 'directory'>): void {
  faults.push({ ...fault, directory });
}

/** kind and apiVersion have to be those of kustomize, where they are given (K-022). */
function checkKind(fields: Fields, reading: Reading): boolean {
  const kind = fields.text('kind');
  const written = kind?.value ?? '';
  const isComponent = written === 'Component';
  const head = `Failed to read kustomization file under ${reading.directory}:\n`;
  if (kind && written !== '' && written !== 'Kustomization' && !isComponent) {
    const near = findNearest(written, Object.keys(KINDS), name => name);
    const answer = `${head}kind should be Kustomization or Component`;
    report(reading, { kind: 'kind-wrong', answer, at: kind.at, subject: written, ...(near !== undefined && { near }) });
    return false;
  }
  const apiVersion = fields.text('apiVersion');
  const wanted = isComponent ? KINDS.Component : KINDS.Kustomization;
  if (apiVersion && apiVersion.value !== '' && apiVersion.value !== wanted) {
    const answer = `${head}apiVersion for ${isComponent ? 'Component' : 'Kustomization'} should be ${wanted}`;
    report(reading, { kind: 'kind-wrong', answer, at: apiVersion.at, subject: apiVersion.value, near: wanted });
  }
  return isComponent;
}

function isEmpty(root: MapNode): boolean {
  const hasField = [...root.entries].some(([key, { value }]) => !HEADER.has(key.toLowerCase()) && !(value.kind === 'scalar' && value.tag === 'null'));
  return !hasField;
}

const plugin = (text: Text): PluginEntry => ({ text });

function sortOptionsOf(fields: Fields): Kustomization['sortOptions'] {
  const options = fields.map('sortOptions');
  const legacy = options?.map('legacySortOptions');
  const kinds = (name: string): readonly string[] | undefined => (legacy?.has(name) ? legacy.texts(name).map(({ value }) => value) : undefined);
  const order = options?.text('order');
  const wrong = order && !['', 'fifo', 'legacy'].includes(order.value) ? order : undefined;
  return { order: order?.value === 'fifo' ? 'fifo' : 'legacy', wrong, orderFirst: kinds('orderFirst'), orderLast: kinds('orderLast') };
}

function deprecatedOf(root: MapNode): Text[] {
  const keys = new Map([...root.entries].map(([key, { keyOrigin }]) => [key.toLowerCase(), keyOrigin]));
  return DEPRECATED.flatMap(name => {
    const origin = keys.get(name.toLowerCase());
    return origin ? [{ value: name, at: origin.at }] : [];
  });
}

function placesOf(fields: Fields, ...names: readonly string[]): Place[] {
  return names.flatMap(name => fields.list(name).map(({ origin }) => origin.at));
}

type Head = Pick<Kustomization, 'document' | 'directory' | 'isComponent'>;

/** Old fields go behind their successors (K-023). */
function build(fields: Fields, head: Head, deprecated: readonly Text[]): Kustomization {
  const present = (name: string): Text | undefined => {
    const text = fields.text(name);
    return text?.value === '' ? undefined : text;
  };
  return {
    ...head,
    resources: [...fields.texts('resources'), ...fields.texts('bases')],
    components: fields.texts('components'),
    generators: [
      ...fields.maps('configMapGenerator').map(entry => readGenerator(entry, 'ConfigMap')),
      ...fields.maps('secretGenerator').map(entry => readGenerator(entry, 'Secret')),
    ],
    generatorOptions: readGeneratorOptions(fields.map('generatorOptions')),
    patchesStrategicMerge: fields.texts('patchesStrategicMerge'),
    patches: fields.maps('patches').map(readPatch),
    patchesJson6902: fields.maps('patchesJson6902').map(readPatch),
    namespace: present('namespace'),
    namePrefix: present('namePrefix'),
    nameSuffix: present('nameSuffix'),
    labels: fields.maps('labels').map(readLabel),
    commonLabels: fields.pairs('commonLabels'),
    commonAnnotations: fields.pairs('commonAnnotations'),
    replicas: fields.maps('replicas').map(readReplica),
    images: [...fields.maps('images'), ...fields.maps('imageTags')].map(readImage),
    replacements: fields.maps('replacements').map(readReplacementEntry),
    vars: fields.maps('vars').map(readVar),
    configurations: fields.texts('configurations'),
    crds: fields.texts('crds'),
    openapi: { path: fields.map('openapi')?.text('path'), version: fields.map('openapi')?.text('version') },
    transformers: fields.texts('transformers').map(plugin),
    pluginGenerators: fields.texts('generators').map(plugin),
    validators: fields.texts('validators').map(plugin),
    buildMetadata: fields.texts('buildMetadata'),
    sortOptions: sortOptionsOf(fields),
    helmCharts: placesOf(fields, 'helmCharts', 'helmChartInflationGenerator'),
    deprecated,
  };
}

/** Reads a kustomization as strictly as kustomize does, and goes on behind what it refuses. */
export function readKustomization(file: SourceFile, directory: string): ReadKustomization {
  const [document] = file.documents;
  if (!document) return { kustomization: undefined, faults: [] };
  const reading: Reading = { document, directory, faults: [] };
  const { faults } = reading;
  const at = new SpanPlace(document, { start: 0, end: 0 });
  const root = loadConfiguration(fileSource(file));
  if (!root || isReadFailure(root)) {
    const answer = root ? `invalid Kustomization: ${root.answer}` : 'kustomization.yaml is empty';
    report(reading, { kind: root ? 'field-type' : 'empty', answer, at: root?.at ?? at, subject: file.path });
    return { kustomization: undefined, faults };
  }
  if (root.kind !== 'map') {
    const isNothing = root.kind === 'scalar' && root.tag === 'null';
    const answer = isNothing ? 'kustomization.yaml is empty' : 'invalid Kustomization: json: cannot unmarshal into Go value of type types.Kustomization';
    report(reading, { kind: isNothing ? 'empty' : 'field-type', answer, at: root.origin.at, subject: file.path });
    return { kustomization: undefined, faults };
  }
  for (const fault of checkShape(root, KUSTOMIZATION_SHAPE, { struct: 'Kustomization', path: [] })) {
    report(reading, { ...fault, answer: `invalid Kustomization: ${fault.answer}` });
  }
  const fields = new Fields(root);
  if (isEmpty(root)) report(reading, { kind: 'empty', answer: 'kustomization.yaml is empty', at: root.origin.at, subject: file.path });
  const isComponent = checkKind(fields, reading);
  return { kustomization: build(fields, { document, directory, isComponent }, deprecatedOf(root)), faults };
}
