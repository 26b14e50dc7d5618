import type { ObjectId } from './identity.ts';
import { allIds, idOf, isSameId, keyOfId, nameOf, printId } from './object-id.ts';
import type { BuildObject } from './object.ts';

/** What kustomize says of an object whose id is taken (K-041). */
export function repeatedIdAnswer(id: ObjectId): string {
  return `may not add resource with an already registered id: ${printId(id)}`;
}

/** The objects of a build in the order in which they came. */
export class ObjectList {
  #items: BuildObject[] = [];
  /** By current id; dropped when objects have changed. */
  #byId: Map<string, BuildObject> | undefined;

  get items(): readonly BuildObject[] {
    return this.#items;
  }

  /** To be called after ids of objects in the list have changed. */
  changed(): void {
    this.#byId = undefined;
  }

  /** Adds an object; returns the one that has the same current id already, and then adds nothing. */
  append(object: BuildObject): BuildObject | undefined {
    const key = keyOfId(idOf(object));
    const index = this.#index();
    const taken = index.get(key);
    if (taken) return taken;
    index.set(key, object);
    this.#items.push(object);
    return undefined;
  }

  /** Objects that a test of their ids, earlier ones too, accepts. */
  byAnyId(accepts: (id: ObjectId) => boolean): BuildObject[] {
    return this.#items.filter(object => allIds(object).some(accepts));
  }

  /** Objects that have this id or had it. Names are compared first: thousands of patches ask for one of thousands of objects each. */
  withId(id: ObjectId): BuildObject[] {
    const named = this.#items.filter(object => nameOf(object) === id.name || object.previous.some(({ name }) => name === id.name));
    return named.filter(object => allIds(object).some(other => isSameId(id, other)));
  }

  /** The first two objects that have one current id. */
  firstClash(): readonly [BuildObject, BuildObject] | undefined {
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
    this.set(this.#items.map(item => (item === old ? object : item)));
  }

  /** Drops objects that hold nothing any more (K-031). */
  removeEmpty(): void {
    if (this.#items.some(({ root }) => root.entries.size === 0)) this.set(this.#items.filter(({ root }) => root.entries.size > 0));
  }

  /** Takes these objects, in this order, for what was there. */
  set(objects: readonly BuildObject[]): void {
    this.#items = [...objects];
    this.changed();
  }

  #index(): Map<string, BuildObject> {
    this.#byId ??= new Map(this.#items.map(object => [keyOfId(idOf(object)), object]));
    return this.#byId;
  }
}
