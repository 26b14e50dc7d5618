import type { StatefulSet } from 'kubernetes-types/apps/v1.d.ts';
import type { PodSpec, Volume } from 'kubernetes-types/core/v1.d.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { findContainer } from './holder.ts';

/** The volume of a pod that a field belongs to; undefined outside of volumes. */
export function findVolume(cursor: Cursor<unknown>): Cursor<Volume> | undefined {
  for (let at: Cursor<unknown> | undefined = cursor; at; at = at.parent) {
    if (at.index !== undefined && at.parent && /(?:^|\.)volumes$/.test(at.parent.fieldPath)) return at.as<Volume>();
  }
  return undefined;
}

/** `volume "data"`, as it stands within a sentence. */
export function volumeLabelOf(volume: Cursor<Volume>): string {
  const name = valueOf(volume.get('name').string());
  return name === undefined || name === '' ? 'a volume' : `volume "${name}"`;
}

/** The spec of the pod that a field of a container or volume belongs to. */
export function findPodSpec(cursor: Cursor<unknown>): Cursor<PodSpec> | undefined {
  const part = findContainer(cursor) ?? findVolume(cursor);
  return part?.parent?.parent?.as<PodSpec>();
}

/** Names of the volumes of the pod, with those that a StatefulSet makes of its claims. */
export function volumesOf(resource: Resource, cursor: Cursor<unknown>): readonly Cursor<string>[] {
  const volumes = findPodSpec(cursor)?.get('volumes').items() ?? [];
  const claims = resource.body.as<StatefulSet>().get('spec').get('volumeClaimTemplates').items();
  return [...volumes.map(volume => volume.get('name')), ...claims.map(claim => claim.get('metadata').get('name'))];
}
