function refuse(): never {
  throw new TypeError('the model is read-only');
}

function* partsOf(value: object): Iterable<unknown> {
  if (value instanceof Map || value instanceof Set) yield* value.values();
  yield* Object.values(value);
}

function freeze(value: object): void {
  if (value instanceof Map) Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
  if (value instanceof Set) Object.assign(value, { add: refuse, delete: refuse, clear: refuse });
  Object.freeze(value);
}

/** Freezes an object and all that its properties reach; the collections among them refuse to change. */
export function freezeDeep(root: object): void {
  const seen = new Set<object>();
  const rest: unknown[] = [root];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value !== 'object' || value === null || seen.has(value) || ArrayBuffer.isView(value)) continue;
    seen.add(value);
    for (const part of partsOf(value)) rest.push(part);
    freeze(value);
  }
}
