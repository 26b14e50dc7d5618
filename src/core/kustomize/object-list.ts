import type { ObjectId } from './identity.ts';
import { ObjectIndex } from './object-index.ts';
import { allIds, idOf, isSameId, keyOfId, nameOf, printId } from './object-id.ts';
import type { BuildObject } from './object.ts';

/** What kustomize says of an object whose id is taken (K-041). */
export function repeatedIdAnswer(id: ObjectId): string {
  return `may not add resource with an already registered id: ${printId(id)}`;
}

const isEmpty = ({ root }: BuildObject): boolean => root.entries.size === 0;

/** The objects of a build in the order in which they came. */
export class ObjectList {
  #items: BuildObject[] = [];
  /** Dropped when nobody knows which objects have changed. */
  #index: ObjectIndex | undefined;

  get items(): readonly BuildObject[] {
    return this.#items;
  }

  /** To be called after ids of objects in the list have changed: of these alone, where that is known. */
  changed(objects?: readonly BuildObject[]): void {
    if (!objects) this.#index = undefined;
    else for (const object of objects) this.#index?.update(object);
  }

  /** Adds an object; returns the one that has the same current id already, and then adds nothing. */
  append(object: BuildObject): BuildObject | undefined {
    const index = this.#indexed();
    const taken = index.withKey(keyOfId(idOf(object)));
    if (taken) return taken;
    index.add(object);
    this.#items.push(object);
    return undefined;
  }

  /** Objects that a test of their ids, earlier ones too, accepts. */
  byAnyId(accepts: (id: ObjectId) => boolean): BuildObject[] {
    return this.#items.filter(object => allIds(object).some(accepts));
  }

  /** Objects that have this name or had it. Thousands of patches ask for one of thousands of objects each. */
  named(name: string): readonly BuildObject[] {
    return this.#indexed()
      .named(name)
      .filter(object => nameOf(object) === name || object.previous.some(previous => previous.name === name));
  }

  /** Objects that have this id or had it. */
  withId(id: ObjectId): BuildObject[] {
    return this.named(id.name).filter(object => allIds(object).some(other => isSameId(id, other)));
  }

  /** The first two objects that have one current id. */
  firstClash(): readonly [BuildObject, BuildObject] | undefined {
    if (!this.#indexed().hasClash) return undefined;
    const seen = new Map<string, BuildObject>();
    for (const object of this.#items) {
      const key = keyOfId(idOf(object));
      const first = seen.get(key);
      if (first) return [first, object];
      seen.set(key, object);
    }
    return undefined;
  }

  remove(object: BuildObject): void {
    this.set(this.#items.filter(item => item !== object));
  }

  /** Puts an object in the place of another. */
  replace(old: BuildObject, object: BuildObject): void {
    const at = this.#items.indexOf(old);
    if (at === -1) return;
    this.#items[at] = object;
    this.#index?.replace(old, object);
  }

  /** Drops objects that hold nothing any more (K-031): those among these, where only they have changed. */
  removeEmpty(among: readonly BuildObject[] = this.#items): void {
    if (among.some(isEmpty)) this.set(this.#items.filter(object => !isEmpty(object)));
  }

  /** Takes these objects, in this order, for what was there. */
  set(objects: readonly BuildObject[]): void {
    this.#items = [...objects];
    this.changed();
  }

  #indexed(): ObjectIndex {
    this.#index ??= new ObjectIndex(this.#items);
    return this.#index;
  }
}
