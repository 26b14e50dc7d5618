import { describe, expect, it } from 'vitest';
import { loadObjects } from '../../../src/core/kustomize/load.ts';
import { mapNode, nodeAt } from '../../../src/core/kustomize/node.ts';
import { idOf, nameOf, storePrevious } from '../../../src/core/kustomize/object-id.ts';
import { ObjectList } from '../../../src/core/kustomize/object-list.ts';
import type { BuildObject } from '../../../src/core/kustomize/object.ts';
import { fileSource } from '../../../src/core/kustomize/text-source.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

function listOf(...names: readonly string[]): { readonly list: ObjectList; readonly objects: readonly BuildObject[] } {
  const text = names.map(name => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`).join('---\n');
  const { objects } = loadObjects(fileSource(parseSource('all.yaml', text)));
  const list = new ObjectList();
  for (const object of objects) list.append(object);
  return { list, objects };
}

function rename(object: BuildObject | undefined, name: string): BuildObject {
  const node = object && nodeAt(object.root, 'metadata', 'name');
  if (!object || node?.kind !== 'scalar') throw new Error('no name');
  storePrevious(object);
  node.text = name;
  return object;
}

const idNamed = (object: BuildObject | undefined, name: string): ReturnType<typeof idOf> => {
  if (!object) throw new Error('no object');
  return { ...idOf(object), name };
};

describe('a list of objects', () => {
  it('finds an object by every name that it has had', () => {
    const { list, objects } = listOf('a', 'b');
    list.changed([rename(objects[0], 'c')]);
    for (const name of ['a', 'c']) expect(list.withId(idNamed(objects[1], name))).toEqual([objects[0]]);
    expect(list.withId(idNamed(objects[1], 'd'))).toEqual([]);
  });

  it('gives objects of one name in the order of the list', () => {
    const { list, objects } = listOf('a', 'b', 'c');
    list.changed([rename(objects[2], 'x'), rename(objects[0], 'x')]);
    expect(list.named('x')).toEqual([objects[0], objects[2]]);
  });

  it('tells objects that have become one, and no more when they have not', () => {
    const { list, objects } = listOf('a', 'b', 'c');
    list.changed([rename(objects[1], 'a')]);
    expect(list.firstClash()).toEqual([objects[0], objects[1]]);
    list.changed([rename(objects[0], 'd')]);
    expect(list.firstClash()).toBeUndefined();
    const renamed = rename(objects[2], 'e');
    list.changed([renamed]);
    expect(list.append({ ...renamed })).toBe(renamed);
  });

  it('takes one for another, in its place', () => {
    const { list, objects } = listOf('a', 'b');
    const { objects: others } = listOf('c');
    const [other] = others;
    if (!objects[0] || !other) throw new Error('no objects');
    list.named('a');
    list.replace(objects[0], other);
    expect(list.items.map(nameOf)).toEqual(['c', 'b']);
    expect(list.named('a')).toEqual([]);
    expect(list.named('c')).toEqual([other]);
  });

  it('forgets what holds nothing any more', () => {
    const { list, objects } = listOf('a', 'b');
    const [first] = objects;
    if (!first) throw new Error('no object');
    first.root = mapNode(first.origin);
    list.changed([first]);
    list.removeEmpty([first]);
    expect(list.items).toEqual([objects[1]]);
    expect(list.named('a')).toEqual([]);
  });
});
