import type { Change } from '../../yaml/origin.ts';
import type { BuildContext } from '../context.ts';
import { mergeFields, type Obstacle } from '../field-spec.ts';
import type { FieldSpec, ImageEntry, Text } from '../kustomization.ts';
import { entryOf, isNull, type YamlNode } from '../node.ts';
import { kindOf } from '../object-id.ts';
import type { BuildObject } from '../object.ts';
import { IMAGE_FIELDS } from '../tables/field-specs.ts';
import { writeText, wrongKind } from '../written.ts';
import { imageMatcher, joinImage, splitImage, type ImageName } from './image-name.ts';
import { failAt, writeAll, type TransformContext } from './write-all.ts';

type Setter = (node: YamlNode) => Obstacle | undefined;

function isGiven(text: Text | undefined): text is Text {
  return text !== undefined && text.value !== '';
}

/** A new tag drops the digest, a new digest the tag, unless both are given (K-075). */
function changedImage({ name, tag, digest }: ImageName, entry: ImageEntry): ImageName {
  const newName = isGiven(entry.newName) ? entry.newName.value : name;
  const newTag = isGiven(entry.newTag) ? entry.newTag.value : '';
  const newDigest = isGiven(entry.digest) ? entry.digest.value : '';
  if (newTag !== '' || newDigest !== '') return { name: newName, tag: newTag, digest: newDigest };
  if (isGiven(entry.tagSuffix)) return { name: newName, tag: tag + entry.tagSuffix.value, digest: '' };
  return { name: newName, tag, digest };
}

function changesOf({ newName, newTag, digest, tagSuffix }: ImageEntry): Change[] {
  const changes: Change[] = [];
  if (isGiven(newName)) changes.push({ at: newName.at, note: `newName sets the image "${newName.value}"` });
  if (isGiven(newTag)) changes.push({ at: newTag.at, note: `newTag sets the tag "${newTag.value}"` });
  if (isGiven(digest)) changes.push({ at: digest.at, note: `digest sets the digest "${digest.value}"` });
  if (isGiven(tagSuffix) && !isGiven(newTag) && !isGiven(digest)) changes.push({ at: tagSuffix.at, note: `tagSuffix adds "${tagSuffix.value}" to the tag` });
  return changes;
}

function setterOf(entry: ImageEntry): Setter {
  const matches = imageMatcher(entry.name.value);
  const changes = changesOf(entry);
  return node => {
    if (node.kind !== 'scalar') return wrongKind('scalar', node);
    if (!matches(isNull(node) ? '' : node.text)) return undefined;
    const image = joinImage(changedImage(splitImage(node.text), entry));
    // The second pass writes once more what the first one wrote.
    const made = image === node.text ? [] : changes;
    return writeText(node, image, { at: node.origin.at, changes: [...node.origin.changes, ...made] });
  };
}

function setInElements(list: YamlNode, set: Setter): Obstacle | undefined {
  if (list.kind !== 'list') return undefined;
  for (const element of list.items) {
    if (element.kind !== 'map' && !isNull(element)) return wrongKind('map', element);
    const image = element.kind === 'map' ? entryOf(element, 'image') : undefined;
    const obstacle = image && set(image);
    if (obstacle) return obstacle;
  }
  return undefined;
}

/** Every list of containers, at any depth of any kind. */
function setInContainers(node: YamlNode, set: Setter): Obstacle | undefined {
  if (node.kind === 'scalar') return undefined;
  const children: readonly (readonly [string, YamlNode])[] =
    node.kind === 'map' ? [...node.entries].map(([key, { value }]) => [key, value]) : node.items.map(item => ['', item]);
  for (const [key, value] of children) {
    const isContainers = key === 'containers' || key === 'initContainers';
    const obstacle = setInContainers(value, set) ?? (isContainers ? setInElements(value, set) : undefined);
    if (obstacle) return obstacle;
  }
  return undefined;
}

/** Changes images in two passes, so that a suffix is added twice where both come to an image (K-075). */
export function setImages(objects: readonly BuildObject[], entry: ImageEntry, fields: readonly FieldSpec[], context: TransformContext): void {
  const set = setterOf(entry);
  let affected = objects.filter(object => kindOf(object) !== 'CustomResourceDefinition');
  const passes: readonly ((object: BuildObject) => Obstacle | undefined)[] = [
    ({ root }) => setInContainers(root, set),
    // Nothing is made: a spec that creates has nothing to make an image of.
    object => writeAll(object, fields, { origin: { at: entry.at, changes: [] }, set }),
  ];
  for (const pass of passes) {
    affected = affected.filter(object => {
      const obstacle = pass(object);
      if (obstacle) failAt(context, { by: entry.name }, obstacle);
      return !obstacle;
    });
  }
}

/** An entry of `images`. */
export function images(objects: readonly BuildObject[], entry: ImageEntry, context: BuildContext): void {
  setImages(objects, entry, mergeFields(IMAGE_FIELDS, context.configuration.images), context);
}
