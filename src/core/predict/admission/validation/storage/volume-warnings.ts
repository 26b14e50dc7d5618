import type { KeyToPath, DownwardAPIVolumeFile, PodSpec, Volume, VolumeProjection } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { warnOfClaimSizes } from './persistent-volume-claim.ts';
import { PROJECTIONS } from './projected-volume.ts';

interface RemovedType {
  /** First minor whose kubelet cannot mount it. */
  readonly removed: number;
  readonly named: string;
  readonly said: string;
  readonly since?: number;
  /** The server says it of the volumes of pods alone. */
  readonly isOfPods?: true;
}

/** First minor that leaves volumes of type `gitRepo` to a gate. */
const GIT_REPO_OFF = 33;

/** Types of volumes that Kubernetes has given up. */
const REMOVED_TYPES: Readonly<Record<string, RemovedType>> = {
  photonPersistentDisk: { removed: 16, named: 'photonPersistentDisk', said: 'deprecated in v1.11, non-functional in v1.16+' },
  scaleIO: { removed: 22, named: 'scaleIO', said: 'deprecated in v1.16, non-functional in v1.22+' },
  flocker: { removed: 25, named: 'flocker', said: 'deprecated in v1.22, non-functional in v1.25+', isOfPods: true },
  storageos: { removed: 25, named: 'storageOS', said: 'deprecated in v1.22, non-functional in v1.25+' },
  quobyte: { removed: 25, named: 'quobyte', said: 'deprecated in v1.22, non-functional in v1.25+', isOfPods: true },
  glusterfs: { removed: 26, named: 'glusterfs', said: 'deprecated in v1.25, non-functional in v1.26+', since: 25 },
  cephfs: { removed: 31, named: 'cephfs', said: 'deprecated in v1.28, non-functional in v1.31+', since: 28 },
  rbd: { removed: 31, named: 'rbd', said: 'deprecated in v1.28, non-functional in v1.31+', since: 28 },
};

/** A type of volume that Kubernetes has given up, as it is written at a source of a volume. */
export function removedTypeOf(source: Cursor<unknown>): { readonly name: string; readonly removed: number; readonly isDisabled: boolean } | undefined {
  const name = source.fieldPath.slice(source.fieldPath.lastIndexOf('.') + 1);
  if (name === 'gitRepo') return { name, removed: GIT_REPO_OFF, isDisabled: true };
  const type = Object.hasOwn(REMOVED_TYPES, name) ? REMOVED_TYPES[name] : undefined;
  return type && { name, removed: type.removed, isDisabled: false };
}

/** Warns of the types of a volume that are gone; the volume is that of a pod or the spec of a PersistentVolume. */
export function warnOfRemovedTypes(volume: Cursor, to: Refusals, kind: 'pod' | 'persistent'): void {
  for (const [field, { named, said, since = 0, isOfPods = false }] of Object.entries(REMOVED_TYPES)) {
    const source = volume.get(field);
    if (source.isMapping && (kind === 'pod' || !isOfPods)) to.warn('volume/type-removed-warning', source, `${volume.fieldPath}.${named}: ${said}`, { since });
  }
}

function warnOfGitRepo(volume: Cursor<Volume>, to: Refusals): void {
  const gitRepo = volume.get('gitRepo');
  if (!gitRepo.isMapping) return;
  to.warn('volume/type-removed-warning', gitRepo, `${gitRepo.fieldPath}: deprecated in v1.11, and disabled by default in v1.33+`, { since: GIT_REPO_OFF });
  to.warn('volume/type-removed-warning', gitRepo, `${gitRepo.fieldPath}: deprecated in v1.11`, { until: GIT_REPO_OFF - 1 });
}

/** A file that a volume is to hold, and what of the volume writes it. */
interface VolumeFile {
  readonly path: Cursor<string>;
  readonly source: string;
}

type Items = Cursor<KeyToPath[] | DownwardAPIVolumeFile[]>;

function filesOf(items: Items, source = ''): readonly VolumeFile[] {
  return items.isOpen ? [] : items.items().map(item => ({ path: item.get('path'), source }));
}

const trimmed = ({ path }: VolumeFile): string | undefined => textOf(path)?.replace(/\/+$/, '');

const isWithin = (path: string, folder: string): boolean => `${path}/`.startsWith(`${folder}/`);

const said = (file: VolumeFile): string => `${JSON.stringify(trimmed(file) ?? '')}${file.source === '' ? '' : ` (${file.source})`}`;

/** Warns of each pair of files of which one would stand in the place of the other or of its folder. */
function warnOfOverlaps(files: readonly VolumeFile[], to: Refusals, volume: string): void {
  for (const [i, file] of files.entries()) {
    const path = trimmed(file);
    if (!path) continue;
    for (const other of files.slice(0, i)) {
      const taken = trimmed(other);
      if (!taken || !(isWithin(path, taken) || isWithin(taken, path))) continue;
      to.warn('volume/paths-overlap-warning', file.path, `${volume}: overlapping paths: ${said(file)} with ${said(other)}`);
    }
  }
}

const named = (kind: string, name: Cursor<string>): string => `${kind} ${JSON.stringify(textOf(name) ?? '')}`;

function filesOfProjection(source: Cursor<VolumeProjection>): readonly VolumeFile[] {
  const [configMap, secret] = [source.get('configMap'), source.get('secret')];
  const token = source.get('serviceAccountToken');
  return [
    ...filesOf(configMap.get('items'), named('ConfigMap', configMap.get('name'))),
    ...filesOf(secret.get('items'), named('Secret', secret.get('name'))),
    ...filesOf(source.get('downwardAPI').get('items'), 'DownwardAPI'),
    ...(token.isMapping ? [{ path: token.get('path'), source: 'ServiceAccountToken' }] : []),
  ];
}

/** The server says the same sentence once. */
function warnOfProjected(volume: Cursor<Volume>, to: Refusals, name: string): void {
  const sources = volume.get('projected').get('sources');
  const empty = sources.items().find(source => PROJECTIONS.every(field => source.get(field).isAbsent));
  if (empty) to.warn('volume/projection-empty-warning', empty, `volume ${name} (Projected) has no sources provided`);
  if (!sources.isOpen) warnOfOverlaps(sources.items().flatMap(filesOfProjection), to, `volume ${name} (Projected)`);
}

function warnOfVolume(volume: Cursor<Volume>, to: Refusals): void {
  warnOfRemovedTypes(volume.as(), to, 'pod');
  warnOfGitRepo(volume, to);
  warnOfClaimSizes(volume.get('ephemeral').get('volumeClaimTemplate').get('spec'), to);
  const text = textOf(volume.get('name'));
  if (text === undefined) return;
  const name = JSON.stringify(text);
  const [configMap, secret] = [volume.get('configMap'), volume.get('secret')];
  warnOfOverlaps(filesOf(configMap.get('items')), to, `volume ${name} (${named('ConfigMap', configMap.get('name'))})`);
  warnOfOverlaps(filesOf(secret.get('items')), to, `volume ${name} (${named('Secret', secret.get('secretName'))})`);
  warnOfOverlaps(filesOf(volume.get('downwardAPI').get('items')), to, `volume ${name} (DownwardAPI)`);
  warnOfProjected(volume, to, name);
}

/** What the server says about volumes that it accepts. */
export function warnOfVolumes(spec: Cursor<PodSpec>, to: Refusals): void {
  for (const volume of spec.get('volumes').items()) warnOfVolume(volume, to);
}
