import { Cursor } from './cursor.ts';
import { NodePlace, type Place } from './place.ts';
import type { YamlDocument } from './source-file.ts';

/** The deepest field whose text holds an offset: the mapping or list around it, or the scalar. */
export function cursorAt(document: YamlDocument, offset: number): Cursor | undefined {
  let cursor = Cursor.root(document);
  for (let inner = cursor; inner; cursor = inner ?? cursor) {
    const children: readonly Cursor[] = [...inner.entries().map(entry => entry.value), ...inner.items()];
    inner = children.find(child => !child.isAbsent && holds(child.at, offset));
  }
  return cursor;
}

function holds(at: Place, offset: number): boolean {
  const { start, end } = at.valueSpan;
  return offset >= start && offset < end;
}

/** The entry whose key starts at an offset, a repeated one too, which no cursor reaches; undefined where no key starts there. */
export function entryAt(document: YamlDocument, offset: number): Place | undefined {
  const { tree } = document;
  for (let node = 0; tree && node < tree.size - 1; node++) {
    if (tree.start(node) === offset && tree.next(node) === node + 1)
      return new NodePlace(document, node + 1, node, () => cursorAt(document, offset)?.path ?? '');
  }
  return undefined;
}
