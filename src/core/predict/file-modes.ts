import type { Volume } from 'kubernetes-types/core/v1.d.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Cursor } from '../yaml/cursor.ts';

/** A field that says who may read files, and the volume that it is about. */
export interface FileMode {
  readonly volume: Cursor<Volume>;
  readonly at: Cursor<number>;
}

interface WithModes {
  readonly defaultMode?: number;
  readonly items?: readonly { readonly mode?: number }[];
}

function modesIn(source: Cursor<WithModes>): readonly Cursor<number>[] {
  return [
    source.get('defaultMode'),
    ...source
      .get('items')
      .items()
      .map(item => item.get('mode')),
  ];
}

/** All modes of files that the volumes of a pod write. */
export function fileModesOf(pod: PodTemplate): readonly FileMode[] {
  return pod.spec
    .get('volumes')
    .items()
    .flatMap(volume => {
      const projected = volume.get('projected');
      const projections = projected
        .get('sources')
        .items()
        .flatMap(source => [source.get('secret'), source.get('configMap'), source.get('downwardAPI')]);
      const sources = [volume.get('secret'), volume.get('configMap'), volume.get('downwardAPI'), projected, ...projections];
      const modes = sources.flatMap(source => modesIn(source.as<WithModes>()));
      return modes.filter(at => at.isPresent).map(at => ({ volume, at }));
    });
}
