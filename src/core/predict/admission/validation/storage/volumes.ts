import type { DownwardAPIVolumeSource, PodSpec, ProjectedVolumeSource, Volume } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateAwsElasticBlockStore, validateAzureDisk, validateFibreChannel, validateGcePersistentDisk, validateIscsi } from './block-volumes.ts';
import { validateEphemeral } from './ephemeral-volume.ts';
import {
  validateAzureFile,
  validateCinder,
  validateCsi,
  validateFlexVolume,
  validateFlocker,
  validateGlusterfs,
  validateNfs,
  validateQuobyte,
  validateStorageOs,
} from './network-volumes.ts';
import { validateEmptyDir, validateGitRepo, validateHostPath, validateImage } from './path-volumes.ts';
import type { PodContext } from '../pod/pod-context.ts';
import { validateProjectedVolumeSource } from './projected-volume.ts';
import { refuseFaults, requireField } from '../meta/text.ts';
import { validateConfigMapVolumeSource, validateDownwardAPIVolumeSource, validateSecretVolumeSource } from './volume-files.ts';
import { requiring, validateVolumeTypes, type VolumeType } from './volume-source.ts';
import { warnOfVolumes } from './volume-warnings.ts';

/** The types of volumes that a pod can have, in the order in which the server looks for them. */
export const VOLUME_TYPES: readonly VolumeType[] = [
  { field: 'emptyDir', validate: validateEmptyDir },
  { field: 'hostPath', validate: validateHostPath },
  { field: 'gitRepo', validate: validateGitRepo },
  { field: 'gcePersistentDisk', validate: validateGcePersistentDisk },
  { field: 'awsElasticBlockStore', validate: validateAwsElasticBlockStore },
  {
    field: 'secret',
    validate: (source, to) => {
      validateSecretVolumeSource(source.as(), to);
    },
  },
  { field: 'nfs', validate: validateNfs },
  { field: 'iscsi', validate: validateIscsi },
  { field: 'glusterfs', validate: validateGlusterfs },
  { field: 'flocker', validate: validateFlocker },
  { field: 'persistentVolumeClaim', validate: requiring('claimName') },
  { field: 'rbd', validate: requiring('monitors', 'image') },
  { field: 'cinder', validate: validateCinder },
  { field: 'cephfs', named: 'cephFS', validate: requiring('monitors') },
  { field: 'quobyte', validate: validateQuobyte },
  {
    field: 'downwardAPI',
    named: 'downwarAPI',
    validate: (source, to) => {
      validateDownwardAPIVolumeSource(source.as<DownwardAPIVolumeSource>(), to);
    },
  },
  { field: 'fc', validate: validateFibreChannel },
  { field: 'flexVolume', validate: validateFlexVolume },
  {
    field: 'configMap',
    validate: (source, to) => {
      validateConfigMapVolumeSource(source.as(), to);
    },
  },
  { field: 'azureFile', validate: validateAzureFile },
  { field: 'vsphereVolume', validate: requiring('volumePath') },
  { field: 'photonPersistentDisk', validate: requiring('pdID') },
  { field: 'portworxVolume', validate: requiring('volumeID') },
  { field: 'azureDisk', validate: validateAzureDisk },
  { field: 'storageos', validate: validateStorageOs },
  {
    field: 'projected',
    validate: (source, to) => {
      validateProjectedVolumeSource(source.as<ProjectedVolumeSource>(), to);
    },
  },
  { field: 'scaleIO', validate: requiring('gateway', 'system', 'volumeName') },
  { field: 'csi', validate: validateCsi },
  { field: 'ephemeral', validate: validateEphemeral },
  { field: 'image', validate: validateImage },
];

/** The volumes of a pod that the server knows by their names when it comes to the mounts. */
export interface PodVolumes {
  readonly byName: ReadonlyMap<string, Cursor<Volume>>;
  /** There may be more: template lines, or a name that is not known. */
  readonly isOpen: boolean;
}

/** A name that gives the claim of an ephemeral volume its own: `<pod>-<volume>`. */
function claimNameOf(volume: Cursor<Volume>, { metadata, isTemplate }: PodContext): string | undefined {
  const [pod, name] = [isTemplate ? '' : textOf(metadata.get('name')), textOf(volume.get('name'))];
  return pod && name && volume.get('ephemeral').isMapping ? `${pod}-${name}` : undefined;
}

/** A volume cannot be the claim that another volume of the same pod makes. */
function validateClaimIsOther(volume: Cursor<Volume>, to: Refusals, created: ReadonlySet<string>): void {
  const claimName = volume.get('persistentVolumeClaim').get('claimName');
  if (created.has(textOf(claimName) ?? '')) {
    to.invalid('volume/claim-of-ephemeral', claimName, 'must not reference a PVC that gets created for an ephemeral volume');
  }
}

function validateVolume(volume: Cursor<Volume>, to: Refusals, context: PodContext): void {
  const [name, claimName] = [volume.get('name'), claimNameOf(volume, context)];
  validateVolumeTypes(
    { volume: volume.as(), name, isPersistent: false, isOfPod: !context.isTemplate, ...(claimName !== undefined && { claimName }) },
    to,
    VOLUME_TYPES,
  );
  requireField(name, to, { check: 'volume/name-required' });
  refuseFaults(name, to, { check: 'volume/name' }, dns1123LabelFaults);
}

/** The volumes of a pod (`ValidateVolumes`). Those that are refused do not count as volumes for the mounts. */
export function validateVolumes(spec: Cursor<PodSpec>, to: Refusals, context: PodContext): PodVolumes {
  const list = spec.get('volumes');
  const volumes = list.items();
  const byName = new Map<string, Cursor<Volume>>();
  const created = new Set(volumes.map(volume => claimNameOf(volume, context)).filter(name => name !== undefined));
  let hasUnknown = false;
  for (const volume of volumes) {
    const [before, name] = [to.causes.length, textOf(volume.get('name'))];
    validateVolume(volume, to, context);
    if (name === undefined) hasUnknown = true;
    else if (!byName.has(name)) {
      if (to.causes.length === before) byName.set(name, volume);
    } else if (!list.isOpen) to.duplicate('volume/name-duplicated', volume.get('name'));
    validateClaimIsOther(volume, to, created);
  }
  warnOfVolumes(spec, to);
  return { byName, isOpen: hasUnknown || list.isOpen };
}
