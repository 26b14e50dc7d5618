import type { PersistentVolume, PersistentVolumeClaim } from 'kubernetes-types/core/v1.d.ts';
import type { StorageClass } from 'kubernetes-types/storage/v1.d.ts';
import type { ValidatorTable } from '../../validator.ts';
import { validatePersistentVolumeClaim } from './persistent-volume-claim.ts';
import { validatePersistentVolume } from './persistent-volume.ts';
import { validateStorageClass } from './storage-class.ts';

export const STORAGE_VALIDATORS: ValidatorTable = {
  '/PersistentVolume': {
    scope: 'Cluster',
    validate(object, to) {
      validatePersistentVolume(object.as<PersistentVolume>(), to);
    },
  },
  '/PersistentVolumeClaim': {
    scope: 'Namespaced',
    validate(object, to) {
      validatePersistentVolumeClaim(object.as<PersistentVolumeClaim>(), to);
    },
  },
  'storage.k8s.io/StorageClass': {
    scope: 'Cluster',
    validate(object, to) {
      validateStorageClass(object.as<StorageClass>(), to);
    },
  },
};
