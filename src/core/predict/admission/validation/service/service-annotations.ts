import type { ObjectMeta } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

export const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints';
export const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';

/** An annotation as an entry of its map, so that its path is that of the server's messages: `metadata.annotations[example.com/a]`. */
export function findAnnotation(metadata: Cursor<ObjectMeta>, name: string): Cursor<string> | undefined {
  return metadata
    .get('annotations')
    .entries()
    .find(({ key }) => key === name)?.value;
}

/** The old and the new annotation for one thing hold the same, where both are written (S-099). */
export function validateTopologyAnnotations(metadata: Cursor<ObjectMeta>, to: Refusals): void {
  const [hints, mode] = [findAnnotation(metadata, TOPOLOGY_HINTS), findAnnotation(metadata, TOPOLOGY_MODE)];
  const [old, current] = [hints && textOf(hints), mode && textOf(mode)];
  if (!mode || old === undefined || current === undefined || old === current) return;
  to.invalid('service/topology-annotations', mode, `must match annotations[${TOPOLOGY_HINTS}] when both are specified`, { since: 27 });
}
