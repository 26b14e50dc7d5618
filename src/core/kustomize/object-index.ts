import { idOf, keyOfId, nameOf } from './object-id.ts';
import type { BuildObject } from './object.ts';

/** Where objects of a list are found by their ids and names, kept while they change one by one. */
export class ObjectIndex {
  readonly #keys = new Map<BuildObject, string>();
  readonly #byKey = new Map<string, Set<BuildObject>>();
  /** By every name that an object has or had. What it is not called any more may still be there. */
  readonly #byName = new Map<string, Set<BuildObject>>();
  /** In the order of the list. */
  readonly #positions = new Map<BuildObject, number>();
  #next = 0;
  #clashes = 0;

  constructor(objects: readonly BuildObject[]) {
    for (const object of objects) this.add(object);
  }

  /** Whether two objects have one current id. */
  get hasClash(): boolean {
    return this.#clashes > 0;
  }

  /** Adds an object at the end. */
  add(object: BuildObject): void {
    this.#enter(object, this.#next++);
  }

  /** Takes note of the names that an object has now. */
  update(object: BuildObject): void {
    const position = this.#positions.get(object);
    if (position === undefined) return;
    this.#leave(object);
    this.#enter(object, position);
  }

  replace(old: BuildObject, object: BuildObject): void {
    const position = this.#positions.get(old);
    if (position === undefined) return;
    this.#leave(old);
    this.#positions.delete(old);
    for (const { name } of [...old.previous, { name: nameOf(old) }]) this.#byName.get(name)?.delete(old);
    this.#enter(object, position);
  }

  withKey(key: string): BuildObject | undefined {
    const [first] = this.#byKey.get(key) ?? [];
    return first;
  }

  /** Objects that may have a name or may have had it, in the order of the list. */
  named(name: string): BuildObject[] {
    const found = [...(this.#byName.get(name) ?? [])].filter(object => this.#positions.has(object));
    return found.length < 2 ? found : found.sort((a, b) => (this.#positions.get(a) ?? 0) - (this.#positions.get(b) ?? 0));
  }

  #enter(object: BuildObject, position: number): void {
    const key = keyOfId(idOf(object));
    const withKey = this.#byKey.get(key) ?? new Set();
    withKey.add(object);
    if (withKey.size === 2) this.#clashes++;
    this.#byKey.set(key, withKey);
    this.#keys.set(object, key);
    this.#positions.set(object, position);
    this.#enterName(nameOf(object), object);
    for (const { name } of object.previous) this.#enterName(name, object);
  }

  #leave(object: BuildObject): void {
    const key = this.#keys.get(object) ?? '';
    const withKey = this.#byKey.get(key);
    if (!withKey?.delete(object)) return;
    if (withKey.size === 1) this.#clashes--;
    if (withKey.size === 0) this.#byKey.delete(key);
  }

  #enterName(name: string, object: BuildObject): void {
    const called = this.#byName.get(name) ?? new Set();
    called.add(object);
    this.#byName.set(name, called);
  }
}
