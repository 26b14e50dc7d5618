import { readQuantity } from '../../../../model/quantity.ts';
import { valueOf } from '../../../../yaml/field.ts';
import { isEmpty } from '../../read.ts';
import { refuseFaults, refuseUnsupported, requireField } from '../meta/text.ts';
import { backstepFaults, descendingPathFaults } from './volume-path.ts';
import { SOURCE_FIELD, type SourceCheck } from './volume-source.ts';

const HOST_PATH_TYPES = ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'];

export const validateEmptyDir: SourceCheck = (emptyDir, to) => {
  const limit = emptyDir.get('sizeLimit');
  const size = readQuantity(limit);
  if (size && size.nanos < 0n) to.forbidden('volume/size-limit', limit, 'SizeLimit field must be a valid resource quantity');
};

export const validateHostPath: SourceCheck = (hostPath, to) => {
  if (requireField(hostPath.get('path'), to, SOURCE_FIELD)) return;
  refuseFaults(hostPath.get('path'), to, { check: 'volume/path' }, backstepFaults);
  refuseUnsupported(hostPath.get('type'), to, { check: 'volume/option-unsupported' }, HOST_PATH_TYPES);
};

/** A folder of a node, for PersistentVolumes only. */
export const validateLocal: SourceCheck = (local, to, { volume }) => {
  if (!requireField(local.get('path'), to, SOURCE_FIELD)) refuseFaults(local.get('path'), to, { check: 'volume/path' }, backstepFaults);
  const affinity = volume.get('nodeAffinity');
  if (affinity.isAbsent) to.required('volume/local-affinity-required', affinity, 'Local volume requires node affinity');
};

export const validateGitRepo: SourceCheck = (gitRepo, to) => {
  requireField(gitRepo.get('repository'), to, SOURCE_FIELD);
  refuseFaults(gitRepo.get('directory'), to, { check: 'volume/path' }, descendingPathFaults);
};

/** An image as a volume, which a template may leave to a controller. Servers before 1.35 drop the field by default. */
export const validateImage: SourceCheck = (image, to, { isOfPod }) => {
  const since = { since: 35 };
  if (isOfPod && isEmpty(image.get('reference'))) to.required(SOURCE_FIELD.check, image.get('reference'), undefined, since);
  const policy = image.get('pullPolicy');
  if (valueOf(policy.string()) === '') return;
  refuseUnsupported(policy, to, { check: 'volume/option-unsupported', options: since }, ['Always', 'IfNotPresent', 'Never']);
};
