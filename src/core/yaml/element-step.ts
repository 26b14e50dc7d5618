import type { ScalarValue } from './scalar.ts';

/** Fields that tell the elements of API lists apart, the likeliest first. */
const ELEMENT_KEYS = ['name', 'key', 'type', 'host', 'path', 'port', 'containerPort', 'mountPath', 'ip', 'kind'];

/** FNV-1a over UTF-16 units: a short stable name for a value, not a secret. */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** An element of a list, as far as its name in a path needs it. */
interface ListElement {
  readonly isScalar: boolean;
  readonly text: string | undefined;
  readonly source: string;
}

/** How a path names a list element: by the element's key, or by a hash of its text, so that it survives insertions before it. */
export function elementStep(element: ListElement, index: number, scalarAt: (key: string) => ScalarValue | undefined): string {
  if (element.isScalar) return element.text ?? String(index);
  for (const key of ELEMENT_KEYS) {
    const value = scalarAt(key);
    if (value !== undefined) return String(value);
  }
  return `#${hashText(element.source)}`;
}
