import type { Cursor } from './cursor.ts';

/** Fields that tell the elements of API lists apart, the likeliest first. */
const ELEMENT_KEYS = ['name', 'key', 'type', 'host', 'path', 'port', 'containerPort', 'mountPath', 'ip', 'kind'];

/** FNV-1a over UTF-16 units: a short stable name for a value, not a secret. */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** How a path names a list element: by the element's key, or by a hash of its text, so that it survives insertions before it. */
export function elementStep(element: Cursor<unknown>, index: number): string {
  if (element.isScalar) return element.text ?? String(index);
  const cursor = element.as<Record<string, unknown>>();
  for (const key of ELEMENT_KEYS) {
    const field = cursor.get(key).scalar();
    if (field.state === 'known') return String(field.value);
  }
  return `#${hashText(element.source)}`;
}
