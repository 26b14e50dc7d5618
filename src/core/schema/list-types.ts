import { HIDDEN, isArray, isObject, type CustomValue } from './custom-value.ts';
import type { Schema } from './schema.ts';
import { textOfValue } from './validate-value.ts';
import type { ValueFault } from './value-fault.ts';
import type { Step } from './walk.ts';

/** Elements that are equal to one before them; of three equal ones the second alone, as the server tells it. */
function duplicatesOf(values: readonly (CustomValue | undefined)[]): number[] {
  const seen = new Map<string, number>();
  return values.flatMap((value, index) => {
    const text = value === undefined ? '' : textOfValue(value);
    if (text === undefined) return [];
    const times = seen.get(text) ?? 0;
    seen.set(text, times + 1);
    return times === 1 ? [index] : [];
  });
}

/** What tells an element of a list map from the others; undefined where its only key is missing. */
function keyOf(element: CustomValue, names: readonly string[]): CustomValue | undefined {
  const [only, second] = names;
  if (element === HIDDEN) return HIDDEN;
  const object = isObject(element) ? element : {};
  if (only !== undefined && second === undefined) return object[only];
  return Object.fromEntries(names.flatMap(name => (object[name] === undefined ? [] : [[name, object[name]]])));
}

/** Collects what `x-kubernetes-list-type` forbids: elements of a map that are no objects, and those that stand twice. */
class ListWalk {
  readonly faults: ValueFault[] = [];
  readonly #steps: Step[] = [];

  walk(value: CustomValue, schema: Schema): void {
    if (isArray(value)) {
      if (schema.listType === 'set') this.#set(value);
      else if (schema.listType === 'map') this.#map(value, schema.listMapKeys ?? []);
      const element = schema.type === 'list' ? schema.element?.() : undefined;
      if (element) for (const [name, each] of value.entries()) this.#inner({ name }, each, element);
    } else if (isObject(value)) {
      const element = schema.type === 'map' ? schema.element?.() : undefined;
      for (const name of Object.keys(value)) {
        const inner = schema.field?.(name)?.schema ?? element;
        if (inner) this.#inner(inner === element ? { name, isKey: true } : { name }, value[name] ?? null, inner);
      }
    }
  }

  #inner(step: Step, value: CustomValue, schema: Schema): void {
    this.#steps.push(step);
    this.walk(value, schema);
    this.#steps.pop();
  }

  #tell(kind: 'duplicate' | 'not-an-object', index: number, value: CustomValue): void {
    this.faults.push({ kind, value, steps: [...this.#steps, { name: index }] });
  }

  #set(list: readonly CustomValue[]): void {
    for (const index of duplicatesOf(list)) this.#tell('duplicate', index, list[index] ?? null);
  }

  #map(list: readonly CustomValue[], names: readonly string[]): void {
    const wrong = list.findIndex(element => element !== null && element !== HIDDEN && !isObject(element));
    if (wrong >= 0) return this.#tell('not-an-object', wrong, list[wrong] ?? null);
    const keys = list.map(element => keyOf(element, names));
    for (const index of duplicatesOf(keys)) {
      const key = keys[index];
      const [only = '', second] = names;
      this.#tell('duplicate', index, second === undefined ? (key === undefined ? {} : { [only]: key }) : (key ?? {}));
    }
  }
}

/** What the list types of a schema say against a value. */
export function listTypeFaults(value: CustomValue, schema: Schema): readonly ValueFault[] {
  const walk = new ListWalk();
  walk.walk(value, schema);
  return walk.faults;
}
