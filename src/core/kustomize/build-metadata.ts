import { normalizePath, baseNameOf } from '../text/path.ts';
import { emitScalar } from './emit-scalar.ts';
import { fail, type BuildContext } from './context.ts';
import type { Text } from './kustomization.ts';
import { Fields } from './kustomization-fields.ts';
import { loadConfiguration } from './load.ts';
import { nodeAt, scalarNode, setEntry } from './node.ts';
import { apiVersionOf, kindOf, nameOf, namespaceOf, textOf } from './object-id.ts';
import type { BuildObject } from './object.ts';
import { isReadFailure } from './read-nodes.ts';
import { METADATA_ANNOTATIONS, METADATA_LABELS } from './tables/field-specs.ts';
import { inlineSource } from './text-source.ts';
import { writePairs } from './transform/labels.ts';
import { writtenAt } from './written.ts';

/** Annotations that say where an object comes from, and what has changed it (K-125). They stand in the objects while they are built: what a patch wipes is gone. */
export const ORIGIN = 'config.kubernetes.io/origin';
export const TRANSFORMATIONS = 'alpha.config.kubernetes.io/transformations';
const MANAGED_BY = 'app.kubernetes.io/managed-by';
/** The release whose bytes a build prints. */
const MANAGER = 'kustomize-v5.7.1';
/** More than anybody reads: every object tells every transformer. */
const MOST_TRANSFORMATIONS = 200_000;

/** A generator or transformer, and the file that configures it. */
export interface Actor {
  readonly configuredIn: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
}

type Tracking = Pick<BuildContext, 'buildMetadata' | 'trail' | 'kustomization' | 'faults' | 'directory' | 'transformations'>;

/** The path of what an entry names, from the directory that is built. */
export function trailTo({ trail }: Pick<BuildContext, 'trail'>, written: string): string {
  return normalizePath(trail === '' ? written : `${trail}/${written}`);
}

/** What a kustomization itself asks for. */
export function ownActor(context: Tracking, kind: string): Actor {
  return { configuredIn: trailTo(context, baseNameOf(context.kustomization.document.file.path)), apiVersion: 'builtin', kind };
}

function annotation({ root }: BuildObject, key: string): string | undefined {
  const node = nodeAt(root, 'metadata', 'annotations', key);
  return node && textOf(node);
}

/** A plugin, which is configured where its own object comes from. */
export function actorOf(object: BuildObject): Actor {
  const at = object.origin.at;
  const origin = loadConfiguration(inlineSource({ value: annotation(object, ORIGIN) ?? '', at }));
  const configuredIn = origin && !isReadFailure(origin) && origin.kind === 'map' ? new Fields(origin).string('path') : '';
  return { configuredIn, apiVersion: apiVersionOf(object), kind: kindOf(object), name: nameOf(object), namespace: namespaceOf(object) };
}

function printField(indent: string, key: string, value: string | undefined): string {
  if (value === undefined || value === '') return '';
  return `${indent}${key}: ${emitScalar(value, { indent: indent.length + 2, column: indent.length + key.length + 2, isKey: false })}\n`;
}

function printActor({ configuredIn, apiVersion, kind, name, namespace }: Actor): string {
  const by =
    printField('  ', 'apiVersion', apiVersion) + printField('  ', 'kind', kind) + printField('  ', 'name', name) + printField('  ', 'namespace', namespace);
  return `${printField('', 'configuredIn', configuredIn)}configuredBy:\n${by}`;
}

function asItem(text: string): string {
  return `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`;
}

function annotate(objects: readonly BuildObject[], key: string, value: string, context: Tracking): void {
  const [entry] = context.buildMetadata;
  if (entry) writePairs(objects, [{ key, value, at: entry.at }], [METADATA_ANNOTATIONS], context);
}

/** Objects of a file of `resources`, or of a plugin that is written out in the kustomization. */
export function markRead(objects: readonly BuildObject[], path: string, context: Tracking): void {
  annotate(objects, ORIGIN, printField('', 'path', path), context);
}

/** An object that a generator makes. */
export function markMade(object: BuildObject, actor: Actor, context: Tracking): void {
  if (annotation(object, ORIGIN) === undefined) annotate([object], ORIGIN, printActor(actor), context);
}

/** All objects that a transformer was given. One that does not know any more where it comes from counts as made by the transformer. */
export function markTransformed(objects: readonly BuildObject[], actor: Actor, context: Tracking): void {
  const [entry] = context.buildMetadata;
  if (!entry) return;
  const isAsked = context.buildMetadata.some(({ value }) => value === 'transformerAnnotations');
  const item = asItem(printActor(actor));
  if (isAsked) context.transformations.count += objects.length;
  const isTooMuch = context.transformations.count > MOST_TRANSFORMATIONS;
  if (isTooMuch && context.transformations.count - objects.length <= MOST_TRANSFORMATIONS) {
    const answer = `more than ${String(MOST_TRANSFORMATIONS)} transformations are not written`;
    fail(context, { kind: 'value', answer, at: entry.at, subject: 'buildMetadata' });
  }
  for (const object of objects) {
    if (annotation(object, ORIGIN) === undefined) markMade(object, actor, context);
    else if (isAsked && !isTooMuch) {
      const told = nodeAt(object.root, 'metadata', 'annotations', TRANSFORMATIONS);
      if (told?.kind === 'scalar') told.text += item;
      else annotate([object], TRANSFORMATIONS, item, context);
    }
  }
}

/** A generator that merges into an object leaves it where it comes from. */
export function keepOrigin(object: BuildObject, old: BuildObject): void {
  const origin = nodeAt(old.root, 'metadata', 'annotations', ORIGIN);
  const annotations = nodeAt(object.root, 'metadata', 'annotations');
  if (origin && annotations?.kind === 'map') setEntry(annotations, ORIGIN, scalarNode(textOf(origin), writtenAt(origin.origin.at)), origin.origin);
}

const KEPT: readonly (readonly [word: string, key: string])[] = [
  ['originAnnotations', ORIGIN],
  ['transformerAnnotations', TRANSFORMATIONS],
];

/** The annotations that the root wants to keep. */
export function keptAnnotations({ buildMetadata }: Tracking): ReadonlySet<string> {
  const words = new Set(buildMetadata.map(({ value }) => value));
  return new Set(KEPT.flatMap(([word, key]) => (words.has(word) ? [key] : [])));
}

/** The label that says what has made the objects. */
export function addManagedBy(objects: readonly BuildObject[], context: Tracking): void {
  const asked: Text | undefined = context.buildMetadata.find(({ value }) => value === 'managedByLabel');
  if (asked) writePairs(objects, [{ key: MANAGED_BY, value: MANAGER, at: asked.at }], [METADATA_LABELS], context);
}
