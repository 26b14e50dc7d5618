import type { Origin } from '../yaml/origin.ts';
import type { MapNode, YamlNode } from './node.ts';
import { resolveTag } from './scalars.ts';

/** Sets a key in the way in which kustomize writes keys: without quotes, so that one like `8080` is no text any more (K-005). */
export function setPlainKey({ entries }: MapNode, key: string, value: YamlNode, keyOrigin: Origin = value.origin): void {
  const entry = entries.get(key);
  const keyTag = resolveTag(key);
  if (entry) entry.value = value;
  else entries.set(key, { keyOrigin, value, ...(keyTag !== 'str' && { keyTag }) });
}
