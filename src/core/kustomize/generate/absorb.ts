import type { Place } from '../../yaml/place.ts';
import { keepOrigin } from '../build-metadata.ts';
import { fail, type BuildContext } from '../context.ts';
import type { ObjectId } from '../identity.ts';
import { copyNode, entryOf, isNull, mapNode, nodeAt, scalarNode, setEntry, type MapNode, type YamlNode } from '../node.ts';
import { setPlainKey } from '../plain-key.ts';
import { idOf, isClusterScoped, nameOf, namespaceOf } from '../object-id.ts';
import type { ObjectList } from '../object-list.ts';
import type { BuildObject } from '../object.ts';
import { writtenOver } from '../written.ts';

/** As Go prints the id. */
function goId(id: ObjectId): string {
  const [group, version, kind, name, namespace] = [id.group, id.version, id.kind, id.name, id.namespace].map(text => JSON.stringify(text));
  const gvk = `resid.Gvk{Group:${group}, Version:${version}, Kind:${kind}, isClusterScoped:${isClusterScoped(id)}}`;
  return `resid.ResId{Gvk:${gvk}, Name:${name}, Namespace:${namespace}}`;
}

function textOfValue(node: YamlNode): string {
  return node.kind === 'scalar' && !isNull(node) ? node.text : '';
}

/** Texts of both mappings, the new ones over the old ones; undefined where there are none. */
function mergeTexts(old: YamlNode | undefined, fresh: YamlNode | undefined): MapNode | undefined {
  const maps = [old, fresh].filter(map => map?.kind === 'map');
  const [first] = maps;
  if (!first) return undefined;
  const merged = mapNode(first.origin);
  for (const map of maps) {
    for (const [key, { keyOrigin, value }] of map.entries) {
      const text = textOfValue(value);
      const covered = entryOf(merged, key);
      const origin = covered?.kind === 'scalar' ? writtenOver(value.origin.at, text, covered) : value.origin;
      setPlainKey(merged, key, scalarNode(text, origin), keyOrigin);
    }
  }
  return merged.entries.size === 0 ? undefined : merged;
}

function put(map: MapNode, key: string, value: YamlNode | undefined): void {
  if (value) setEntry(map, key, value);
  else map.entries.delete(key);
}

/** A generated object takes over what identifies the one that it replaces, and with `merge` its data too (K-103). */
function takeOver(object: BuildObject, old: BuildObject): void {
  const [metadata, before] = [nodeAt(object.root, 'metadata'), nodeAt(old.root, 'metadata')];
  if (metadata?.kind !== 'map' || before?.kind !== 'map') return;
  for (const key of ['labels', 'annotations']) put(metadata, key, mergeTexts(entryOf(before, key), entryOf(metadata, key)));
  for (const [key, text] of [['name', nameOf(old)] as const, ['namespace', namespaceOf(old)] as const]) {
    const value = text === '' ? undefined : entryOf(before, key);
    put(metadata, key, value && copyNode(value));
  }
  if (object.behavior === 'merge') {
    for (const key of ['data', 'binaryData']) put(object.root, key, mergeTexts(entryOf(old.root, key), entryOf(object.root, key)));
    object.isIncomplete ||= old.isIncomplete;
    keepOrigin(object, old);
  }
  object.previous = [...old.previous];
  object.prefixes = [...old.prefixes];
  object.suffixes = [...old.suffixes];
  object.needsHash &&= old.needsHash;
}

/** Puts a generated object into the list by its behavior (K-103). One that finds nothing to merge into stays, with what it has. */
export function absorb(objects: ObjectList, object: BuildObject, at: Place, context: BuildContext): void {
  const id = idOf(object);
  const found = objects.withId(id);
  const [old] = found;
  const refuse = (answer: string): void => {
    const related = found.map(({ origin }) => ({ at: origin.at, note: `${id.kind} "${id.name}" is here` }));
    fail(context, { kind: 'generator-behavior', answer: `merging from generator &{0x0 <nil>}: ${answer}`, at, subject: id.name, related });
  };
  if (!old) {
    if (object.behavior === 'create') return void objects.append(object);
    refuse(`id ${goId(id)} does not exist; cannot merge or replace`);
    object.isIncomplete = true;
    return void objects.append(object);
  }
  if (found.length > 1) return refuse(`found multiple objects ${found.map(other => goId(idOf(other))).join(' ')} that could accept merge of ${goId(id)}`);
  if (object.behavior === 'create') return refuse(`id ${goId(id)} exists; behavior must be merge or replace`);
  takeOver(object, old);
  objects.replace(old, object);
}
