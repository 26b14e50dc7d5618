import { addManagedBy, keptAnnotations } from './build-metadata.ts';
import { fail, type BuildContext } from './context.ts';
import { entryOf, scalarNode, isNull, type MapNode, type ScalarNode } from './node.ts';
import { setPlainKey } from './plain-key.ts';
import type { BuildObject } from './object.ts';
import { goMetadata } from './go-text.ts';
import { idOf, kindOf, nameOf, textOf } from './object-id.ts';
import { repeatedIdAnswer, type ObjectList } from './object-list.ts';
import { STEPS } from './steps.ts';

const LOCAL_CONFIG = 'config.kubernetes.io/local-config';
/** What kustomize keeps in annotations while it builds, and takes away (K-043). */
const BUILD_ANNOTATION = new RegExp(
  `^(?:internal\\.config\\.kubernetes\\.io/(?:previousKinds|previousNames|previousNamespaces|prefixes|suffixes|refBy|generatorBehavior|needsHashSuffix|allowKindChange|allowNameChange|path|index|seqindent|id|annotations-migration-resource-id|generator)$|config\\.kubernetes\\.io/(?:path|index|origin)$|config\\.k8s\\.io/id$|alpha\\.config\\.kubernetes\\.io/transformations$)`,
);

function annotationsOf({ root }: BuildObject): MapNode | undefined {
  const metadata = entryOf(root, 'metadata');
  const annotations = metadata?.kind === 'map' ? entryOf(metadata, 'annotations') : undefined;
  return annotations?.kind === 'map' ? annotations : undefined;
}

/** Local to the repository: takes part in the build and is not printed (K-126). */
function isLocal(object: BuildObject): boolean {
  const annotations = annotationsOf(object);
  const value = annotations && entryOf(annotations, LOCAL_CONFIG);
  return value !== undefined && textOf(value) !== 'false';
}

/** The value of an annotation is a text at the end, whatever it was (K-043). */
function asText(value: ScalarNode): void {
  const isText = value.style !== 'plain' || value.tag === 'str';
  if (!isText) [value.tag, value.style] = ['str', 'double'];
}

/** Annotations as they are applied: texts alone, and none of the build; an empty map goes (K-043). */
function cleanAnnotations(object: BuildObject, kept: ReadonlySet<string>): void {
  const metadata = entryOf(object.root, 'metadata');
  if (metadata?.kind !== 'map') return;
  const annotations = entryOf(metadata, 'annotations');
  if (annotations?.kind === 'map') {
    for (const [key, { keyOrigin, value }] of [...annotations.entries]) {
      if (BUILD_ANNOTATION.test(key) && !kept.has(key)) annotations.entries.delete(key);
      else {
        const text = value.kind === 'scalar' ? value : scalarNode('', value.origin);
        asText(text);
        annotations.entries.delete(key);
        setPlainKey(annotations, key, text, keyOrigin);
      }
    }
  }
  if (annotations && (annotations.kind === 'map' ? annotations.entries.size === 0 : isNull(annotations))) metadata.entries.delete('annotations');
}

function order(context: BuildContext, objects: ObjectList): readonly BuildObject[] {
  const { sortOptions } = context.kustomization;
  if (sortOptions.wrong) {
    const answer = "the field 'sortOptions.order' must be one of [fifo, legacy]";
    fail(context, { kind: 'value', answer, at: sortOptions.wrong.at, subject: sortOptions.wrong.value });
  }
  const clash = sortOptions.order === 'legacy' ? objects.firstClash() : undefined;
  if (clash) {
    const [first, second] = clash;
    const related = [{ at: first.origin.at, note: 'the first object of this id is here' }];
    fail(context, { kind: 'object-repeated', answer: repeatedIdAnswer(idOf(second)), at: second.origin.at, subject: nameOf(second), related });
  }
  return STEPS.order(objects.items, context);
}

/** A patch may have taken away what every object needs (K-010). */
function checkNames(context: BuildContext, objects: ObjectList): void {
  const nameless = objects.items.find(object => nameOf(object) === '' && !kindOf(object).endsWith('List'));
  if (!nameless) return;
  const answer = `missing metadata.name in object ${goMetadata(nameless.root)}`;
  fail(context, { kind: 'object-malformed', answer, at: nameless.origin.at, subject: kindOf(nameless) });
}

/** What is done once, at the root, at the end (K-032). */
export function finish(context: BuildContext, objects: ObjectList): readonly BuildObject[] {
  STEPS.addHashes(objects, context);
  objects.changed();
  STEPS.renameReferences(objects, context);
  STEPS.resolveVars(objects, context);
  checkNames(context, objects);
  objects.set(objects.items.filter(object => !isLocal(object)));
  const ordered = order(context, objects);
  addManagedBy(ordered, context);
  const kept = keptAnnotations(context);
  for (const object of ordered) cleanAnnotations(object, kept);
  return ordered;
}
