import type { PersistentVolume, PersistentVolumeSpec } from 'kubernetes-types/core/v1.d.ts';
import { readQuantity, renderQuantity, unitsOf } from '../../../../model/quantity.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Untyped } from '../../../../yaml/untyped.ts';
import { valueOf } from '../../../../yaml/field.ts';
import { toValue } from '../../../../yaml/to-value.ts';
import { dns1123SubdomainFaults } from '../../formats.ts';
import { countOf, isEmpty, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateAwsElasticBlockStore, validateAzureDisk, validateFibreChannel, validateGcePersistentDisk, validateIscsi } from './block-volumes.ts';
import {
  validateAzureFile,
  validateCinder,
  validateCsiPersistent,
  validateFlexVolume,
  validateFlocker,
  validateGlusterfs,
  validateNfs,
  validateQuobyte,
  validateStorageOs,
} from './network-volumes.ts';
import { validateNodeSelector } from '../pod/node-selector.ts';
import { validateHostPath, validateLocal } from './path-volumes.ts';
import {
  STORAGE_CLASS_ANNOTATION,
  STORAGE_CLASS_SAID,
  validateAccessModes,
  VOLUME_ATTRIBUTES_CLASS,
  VOLUME_MODES,
  warnOfAnnotation,
} from './persistent-volume-claim.ts';
import { refuseFaults, refuseUnsupported } from '../meta/text.ts';
import { requiring, validateVolumeTypes, type VolumeType } from './volume-source.ts';
import { warnOfRemovedTypes } from './volume-warnings.ts';

/** The types of PersistentVolumes, in the order in which the server looks for them. */
export const PERSISTENT_VOLUME_TYPES: readonly VolumeType[] = [
  { field: 'hostPath', validate: validateHostPath },
  { field: 'gcePersistentDisk', validate: validateGcePersistentDisk },
  { field: 'awsElasticBlockStore', validate: validateAwsElasticBlockStore },
  { field: 'glusterfs', validate: validateGlusterfs },
  { field: 'flocker', validate: validateFlocker },
  { field: 'nfs', validate: validateNfs },
  { field: 'rbd', validate: requiring('monitors', 'image') },
  { field: 'quobyte', validate: validateQuobyte },
  { field: 'cephfs', named: 'cephFS', validate: requiring('monitors') },
  { field: 'iscsi', validate: validateIscsi },
  { field: 'cinder', validate: validateCinder },
  { field: 'fc', validate: validateFibreChannel },
  { field: 'flexVolume', standsBesideOthers: true, validate: validateFlexVolume },
  { field: 'azureFile', validate: validateAzureFile },
  { field: 'vsphereVolume', validate: requiring('volumePath') },
  { field: 'photonPersistentDisk', validate: requiring('pdID') },
  { field: 'portworxVolume', validate: requiring('volumeID') },
  { field: 'azureDisk', validate: validateAzureDisk },
  { field: 'scaleIO', validate: requiring('gateway', 'system', 'volumeName') },
  { field: 'local', validate: validateLocal },
  { field: 'storageos', validate: validateStorageOs },
  { field: 'csi', validate: validateCsiPersistent },
];

const RECLAIM_POLICIES = ['Delete', 'Recycle', 'Retain'];

/** The capacity, which is storage and nothing else. */
function validateCapacity(capacity: Cursor<Readonly<Record<string, unknown>>>, to: Refusals): void {
  const count = countOf(capacity);
  const entries = capacity.entries();
  if (count === 0) to.required('storage/capacity-required', capacity);
  if (count !== undefined && !(count === 1 && entries[0]?.key === 'storage')) {
    to.notSupported('storage/capacity-unsupported', capacity, ['storage'], { value: capacity.isAbsent ? null : toValue(capacity, 1000) });
  }
  for (const { value } of entries) {
    const size = readQuantity(value);
    if (size && unitsOf(size) < 0n) to.invalid('storage/size', value, 'must be a valid resource quantity', { value: unitsOf(size) });
    if (size && size.nanos <= 0n) to.invalid('storage/size', value, 'must be greater than zero', { value: renderQuantity(size) });
  }
}

/** True for paths that come to `/`. */
function isRoot(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/'))
    if (part === '..') depth = Math.max(0, depth - 1);
    else if (part !== '' && part !== '.') depth++;
  return path.startsWith('/') && depth === 0;
}

function validateReclaimPolicy(spec: Cursor<PersistentVolumeSpec>, to: Refusals): void {
  const policy = spec.get('persistentVolumeReclaimPolicy');
  if (valueOf(policy.string()) !== '') refuseUnsupported(policy, to, { check: 'storage/reclaim-policy-unsupported' }, RECLAIM_POLICIES);
  if (valueOf(policy.string()) !== 'Recycle') return;
  if (isRoot(textOf(spec.get('hostPath').get('path')) ?? '')) {
    to.forbidden('storage/reclaim-policy', policy, "may not be 'recycle' for a hostPath mount of '/'");
  }
  const said = 'The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.';
  to.warn('storage/reclaim-policy-warning', policy, `${policy.fieldPath}: ${said}`);
}

function validateNodeAffinity(affinity: Cursor<NonNullable<PersistentVolumeSpec['nodeAffinity']>>, to: Refusals): void {
  if (!affinity.isMapping) return;
  const required = affinity.get('required');
  if (required.isAbsent) to.required('storage/node-affinity-required', required, 'must specify required node constraints');
  else validateNodeSelector(required, to);
}

function validateClassNames(spec: Cursor<PersistentVolumeSpec>, to: Refusals): void {
  refuseFaults(spec.get('storageClassName'), to, { check: 'storage/class-name' }, dns1123SubdomainFaults);
  refuseUnsupported(spec.get('volumeMode'), to, { check: 'storage/volume-mode-unsupported' }, VOLUME_MODES);
  const attributes = spec.as<{ readonly volumeAttributesClassName?: string }>().get('volumeAttributesClassName');
  if (attributes.isAbsent) return;
  if (textOf(attributes) === '') to.required('storage/class-name-required', attributes, 'an empty string is disallowed', VOLUME_ATTRIBUTES_CLASS);
  refuseFaults(attributes, to, { check: 'storage/class-name', options: VOLUME_ATTRIBUTES_CLASS }, dns1123SubdomainFaults);
  const csi = spec.get('csi');
  if (attributes.isPresent && csi.isAbsent)
    to.required('storage/attributes-need-csi-required', csi, 'has to be specified when using volumeAttributesClassName', VOLUME_ATTRIBUTES_CLASS);
}

const MOUNT_OPTIONS_ANNOTATION = 'volume.beta.kubernetes.io/mount-options';

/** Types of volumes whose mounts take no options. */
const WITHOUT_MOUNT_OPTIONS = ['hostPath', 'local', 'csi', 'fc', 'flexVolume'];

function validateMountOptions(volume: Cursor<PersistentVolume>, to: Refusals): void {
  const at = volume
    .get('metadata')
    .get('annotations')
    .entries()
    .find(({ key }) => key === MOUNT_OPTIONS_ANNOTATION)?.value;
  if (!at || !WITHOUT_MOUNT_OPTIONS.some(field => volume.get('spec').as<Untyped>().get(field).isMapping)) return;
  to.forbidden('storage/mount-options', at, 'may not specify mount options for this volume type', {
    field: `metadata.annotations.${MOUNT_OPTIONS_ANNOTATION}`,
  });
}

export function validatePersistentVolume(volume: Cursor<PersistentVolume>, to: Refusals): void {
  const spec = volume.get('spec');
  if (isEmpty(spec.get('accessModes'))) to.required('storage/access-modes-required', spec.get('accessModes'));
  validateAccessModes(spec.get('accessModes'), to);
  validateCapacity(spec.get('capacity').as(), to);
  validateReclaimPolicy(spec, to);
  validateNodeAffinity(spec.get('nodeAffinity'), to);
  const context = { volume: spec.as(), name: volume.get('metadata').get('name'), isPersistent: true, isOfPod: false };
  if (!validateVolumeTypes(context, to, PERSISTENT_VOLUME_TYPES)) to.required('volume/type-required', spec, 'must specify a volume type');
  validateClassNames(spec, to);
  validateMountOptions(volume, to);
  warnOfAnnotation(volume.as(), to, STORAGE_CLASS_ANNOTATION, STORAGE_CLASS_SAID);
  warnOfAnnotation(volume.as(), to, MOUNT_OPTIONS_ANNOTATION, 'deprecated since v1.31; use "mountOptions" attribute instead');
  warnOfRemovedTypes(spec.as(), to, 'persistent');
}
