import type { Container, PodSpec, VolumeDevice, VolumeMount } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { booleanOf, isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { PodContext } from '../pod/pod-context.ts';
import { refuseFaults, refuseUnsupported, requireField } from '../meta/text.ts';
import { backstepFaults, descendingPathFaults } from '../storage/volume-path.ts';

/** A mount with the fields that are newer than `kubernetes-types` 1.30. */
interface Mount extends VolumeMount {
  readonly recursiveReadOnly?: string;
}

/** The volumes of a pod that containers can mount. */
export interface PodVolumes {
  /** Undefined for a volume that a StatefulSet makes of a claim. */
  readonly byName: ReadonlyMap<string, Cursor | undefined>;
  /** Names of volumes that are refused themselves: the server does not find them for that. */
  readonly refused: ReadonlySet<string>;
  /** No other name can be among them. */
  readonly isComplete: boolean;
}

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];
const READ_ONLY = ['Disabled', 'Enabled', 'IfPossible'];

/** The volumes of a pod after they have been validated. */
export function readPodVolumes(spec: Cursor<PodSpec>, { causes, minors }: Refusals, { claimTemplates }: PodContext): PodVolumes {
  const volumes = spec.get('volumes');
  const faults = causes.filter(cause => cause.minors.length === minors.length).map(({ cursor }) => cursor.fieldPath);
  const byName = new Map<string, Cursor | undefined>();
  const refused = new Set<string>();
  const names = volumes.items().map(volume => textOf(volume.get('name')));
  const claims = claimTemplates?.items().map(claim => textOf(claim.get('metadata').get('name'))) ?? [];
  for (const name of claims) if (name !== undefined) byName.set(name, undefined);
  for (const [index, volume] of volumes.items().entries()) {
    const name = names[index];
    if (name === undefined) continue;
    const path = volume.fieldPath;
    const isRefused = faults.some(fault => fault === path || fault.startsWith(`${path}.`));
    if (isRefused) refused.add(name);
    else byName.set(name, volume.as());
  }
  const isOpen = volumes.isOpen || claimTemplates?.isOpen === true || [...names, ...claims].includes(undefined);
  return { byName, refused, isComplete: !isOpen };
}

/** Texts of one field over a list, for what may not be in another list. */
function textsOf(list: readonly Cursor<string>[]): ReadonlySet<string> {
  return new Set(list.map(textOf).filter(text => text !== undefined));
}

function validatePropagation(mount: Cursor<Mount>, container: Cursor<Container>, to: Refusals, field: string): void {
  const at = mount.get('mountPropagation');
  refuseUnsupported(at, to, { check: 'mount/propagation-unsupported', options: { field } }, PROPAGATIONS);
  const privileged = container.get('securityContext').get('privileged');
  if (textOf(at) !== 'Bidirectional' || booleanOf(privileged) !== false) return;
  to.forbidden('mount/propagation', at, 'Bidirectional mount propagation is available only to privileged containers', { field });
}

/** Read-only below other mounts too, which wants a mount that is read-only and sees no others. */
function validateRecursiveReadOnly(mount: Cursor<Mount>, to: Refusals, field: string): void {
  const at = mount.get('recursiveReadOnly');
  const mode = textOf(at);
  if (!at.isPresent || mode === undefined) return;
  const options = { field, since: 31 };
  if (!READ_ONLY.includes(mode)) to.notSupported('mount/read-only-unsupported', at, READ_ONLY, options);
  else if (mode !== 'Disabled') {
    if (booleanOf(mount.get('readOnly')) === false) to.forbidden('mount/read-only', at, 'may only be specified when readOnly is true', options);
    const propagation = textOf(mount.get('mountPropagation'));
    if (propagation === undefined || propagation === '' || propagation === 'None') return;
    to.forbidden('mount/read-only', at, 'may only be specified when mountPropagation is None or not specified', options);
  }
}

function validateSubPaths(mount: Cursor<Mount>, to: Refusals, list: string): void {
  const [subPath, expression] = [mount.get('subPath'), mount.get('subPathExpr')];
  refuseFaults(subPath, to, { check: 'mount/sub-path', options: { field: `${list}.subPath` } }, descendingPathFaults);
  if (isSet(subPath) && isSet(expression)) to.invalid('mount/sub-path-twice', expression, 'subPathExpr and subPath are mutually exclusive');
  refuseFaults(expression, to, { check: 'mount/sub-path', options: { field: `${list}.subPathExpr` } }, descendingPathFaults);
}

/** Names of volumes that the pod lacks, and none at all. */
function validateVolumeName(at: Cursor<string>, to: Refusals, volumes: PodVolumes, check: 'mount/volume' | 'device/volume'): void {
  requireField(at, to, { check: `${check}-required` });
  const name = textOf(at);
  if (name === undefined || volumes.byName.has(name)) return;
  if (volumes.refused.has(name) && name !== '') to.notFound('mount/refused-volume', at);
  else if (volumes.isComplete || name === '') to.notFound(check, at);
}

/** Volumes that a container mounts (`ValidateVolumeMounts`). Of faults in sub-paths the server names the list, not its element. */
export function validateVolumeMounts(container: Cursor<Container>, to: Refusals, volumes: PodVolumes): void {
  const mounts = container.get('volumeMounts').as<Mount[]>();
  const devices = container.get('volumeDevices').items();
  const deviceNames = textsOf(devices.map(device => device.get('name')));
  const devicePaths = textsOf(devices.map(device => device.get('devicePath')));
  const seen = new Set<string>();
  const list = mounts.fieldPath;
  for (const mount of mounts.items()) {
    const [name, path] = [mount.get('name'), mount.get('mountPath')];
    const [nameText, pathText] = [textOf(name), textOf(path)];
    validateVolumeName(name, to, volumes, 'mount/volume');
    requireField(path, to, { check: 'mount/path-required' });
    if (pathText !== undefined && seen.has(pathText) && !mounts.isOpen) to.invalid('mount/unique', path, 'must be unique');
    if (pathText !== undefined) seen.add(pathText);
    if (nameText !== undefined && deviceNames.has(nameText)) to.invalid('mount/and-device', name, 'must not already exist in volumeDevices');
    if (pathText !== undefined && devicePaths.has(pathText)) to.invalid('mount/and-device', path, 'must not already exist as a path in volumeDevices');
    validateSubPaths(mount, to, list);
    if (mount.get('mountPropagation').isPresent) validatePropagation(mount, container, to, `${list}.mountPropagation`);
    validateRecursiveReadOnly(mount, to, `${list}.recursiveReadOnly`);
  }
}

/** A raw device is a claim, or a volume that makes one. */
function validateDeviceVolume(name: Cursor<string>, to: Refusals, { byName }: PodVolumes): void {
  const text = textOf(name);
  const volume = text === undefined ? undefined : byName.get(text);
  if (!volume || volume.isOpen || volume.get('persistentVolumeClaim').isPresent || volume.get('ephemeral').isPresent) return;
  to.invalid('device/volume-type', name, 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode');
}

function validateUnique(at: Cursor<string>, seen: Set<string>, to: Refusals): void {
  const text = textOf(at);
  if (text === undefined) return;
  if (seen.has(text)) to.invalid('device/unique', at, 'must be unique');
  seen.add(text);
}

function validateDevicePath(path: Cursor<string>, to: Refusals): void {
  requireField(path, to, { check: 'device/path-required' });
  const text = textOf(path);
  if (text !== undefined && backstepFaults(text).length > 0) to.invalid('device/path', path, "can not contain backsteps ('..')");
}

/** Volumes that a container uses as raw devices (`ValidateVolumeDevices`). */
export function validateVolumeDevices(container: Cursor<Container>, to: Refusals, volumes: PodVolumes): void {
  const devices = container.get('volumeDevices').as<VolumeDevice[]>();
  const mounts = container.get('volumeMounts').items();
  const mountNames = textsOf(mounts.map(mount => mount.get('name')));
  const mountPaths = textsOf(mounts.map(mount => mount.get('mountPath')));
  const [names, paths] = [new Set<string>(), new Set<string>()];
  for (const device of devices.items()) {
    const [name, path] = [device.get('name'), device.get('devicePath')];
    validateVolumeName(name, to, volumes, 'device/volume');
    if (isSet(name) && !devices.isOpen) validateUnique(name, names, to);
    validateDeviceVolume(name, to, volumes);
    validateDevicePath(path, to);
    if (!devices.isOpen) validateUnique(path, paths, to);
    if (mountNames.has(textOf(name) ?? '\0')) to.invalid('mount/and-device', name, 'must not already exist in volumeMounts');
    if (mountPaths.has(textOf(path) ?? '\0')) to.invalid('mount/and-device', path, 'must not already exist as a path in volumeMounts');
  }
}
