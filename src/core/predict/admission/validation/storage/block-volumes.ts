import { valueOf } from '../../../../yaml/field.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { booleanOf, isEmpty, isSet, textOf } from '../../read.ts';
import type { RefusalOptions, Refusals } from '../../refusals.ts';
import { refuseUnsupported, requireField } from '../meta/text.ts';
import { SOURCE_FIELD, validateRange, type SourceCheck, type SourceContext } from './volume-source.ts';

/** A disk of Google's: the server calls the field `persistentDisk`. */
export const validateGcePersistentDisk: SourceCheck = (disk, to, { volume }) => {
  const path = `${volume.fieldPath}.persistentDisk`;
  requireField(disk.get('pdName'), to, { ...SOURCE_FIELD, options: { field: `${path}.pdName` } });
  validateRange(disk.get('partition'), to, [0, 255], { saidLow: 1, field: `${path}.partition` });
};

export const validateAwsElasticBlockStore: SourceCheck = (disk, to) => {
  requireField(disk.get('volumeID'), to, SOURCE_FIELD);
  validateRange(disk.get('partition'), to, [0, 255], { saidLow: 1 });
};

/** Names of iSCSI targets and initiators (RFC 3720), by the way in which they start. */
const ISCSI_NAMES: Readonly<Record<string, RegExp>> = {
  iqn: /iqn\.\d{4}-\d{2}\.([A-Za-z0-9.-]+)(:[^,;*&$|\s]+)$/,
  eui: /^eui.[A-Za-z0-9]{16}$/,
  naa: /^naa.[A-Za-z0-9]{32}$/,
};

function validateIscsiName(at: Cursor<unknown>, to: Refusals, otherStart: string, options: RefusalOptions = {}): void {
  const name = textOf(at);
  if (name === undefined || at.isAbsent) return;
  const pattern = ISCSI_NAMES[name.slice(0, 3)];
  if (!pattern) to.invalid('volume/iscsi-name', at, otherStart, options);
  else if (!pattern.test(name)) to.invalid('volume/iscsi-name', at, 'must be valid format', options);
}

/** With an initiator of its own, the name of the volume becomes part of a name that has 64 characters. */
function validateIscsiInterface(iscsi: Cursor, to: Refusals, { volume, name, isPersistent }: SourceContext): void {
  const [portal, volumeName] = [textOf(iscsi.get('targetPortal')), textOf(name)];
  if (!iscsi.get('initiatorName').isPresent || portal === undefined || volumeName === undefined) return;
  if (`${volumeName}:${portal}`.length <= 64) return;
  const detail = 'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';
  if (isPersistent) to.invalid('volume/iscsi-name-length', iscsi.get('targetPortal'), detail, { field: `${iscsi.fieldPath}.targetportal` });
  else to.invalid('volume/iscsi-name-length', name, detail, { field: `${volume.fieldPath}.name`, value: volumeName });
}

export const validateIscsi: SourceCheck = (iscsi, to, context) => {
  const { isPersistent } = context;
  const otherStart = isPersistent ? 'must be valid format' : 'must be valid format starting with iqn, eui, or naa';
  requireField(iscsi.get('targetPortal'), to, SOURCE_FIELD);
  if (!requireField(iscsi.get('iqn'), to, SOURCE_FIELD)) validateIscsiName(iscsi.get('iqn'), to, otherStart);
  validateRange(iscsi.get('lun'), to, [0, 255]);
  const isSecret = booleanOf(iscsi.get('chapAuthDiscovery')) === true || booleanOf(iscsi.get('chapAuthSession')) === true;
  if (isSecret && iscsi.get('secretRef').isAbsent) to.required(SOURCE_FIELD.check, iscsi.get('secretRef'));
  if (isPersistent && iscsi.get('secretRef').isMapping) requireField(iscsi.get('secretRef').get('name'), to, SOURCE_FIELD);
  validateIscsiName(iscsi.get('initiatorName'), to, otherStart, { field: `${iscsi.fieldPath}.initiatorname` });
  validateIscsiInterface(iscsi, to, context);
};

export const validateFibreChannel: SourceCheck = (fc, to) => {
  const [targets, ids, lun] = [fc.get('targetWWNs'), fc.get('wwids'), fc.get('lun')];
  if (isEmpty(targets) && isEmpty(ids)) to.required(SOURCE_FIELD.check, targets, 'must specify either targetWWNs or wwids, but not both');
  if (isSet(targets) && isSet(ids) && !fc.isOpen) to.invalid('volume/fibre-channel', targets, 'targetWWNs and wwids can not be specified simultaneously');
  if (!isSet(targets)) return;
  if (lun.isAbsent) to.required(SOURCE_FIELD.check, lun, 'lun is required if targetWWNs is specified');
  else validateRange(lun, to, [0, 255]);
};

const MANAGED_URI = '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const BLOB_URI = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

/** A disk of Azure's, which is a shared blob unless `kind` says otherwise. */
export const validateAzureDisk: SourceCheck = (disk, to) => {
  const [kind, uri] = [disk.get('kind'), disk.get('diskURI')];
  requireField(disk.get('diskName'), to, SOURCE_FIELD);
  requireField(uri, to, SOURCE_FIELD);
  refuseUnsupported(disk.get('cachingMode'), to, { check: 'volume/option-unsupported' }, ['None', 'ReadOnly', 'ReadWrite']);
  refuseUnsupported(kind, to, { check: 'volume/option-unsupported' }, ['Dedicated', 'Managed', 'Shared']);
  const text = textOf(uri);
  if (text === undefined || kind.isUnknown || (kind.isPresent && valueOf(kind.string()) === undefined)) return;
  const isManaged = valueOf(kind.string()) === 'Managed';
  if (!text.startsWith(isManaged ? '/subscriptions/' : 'https://'))
    to.notSupported('volume/azure-disk-uri-unsupported', uri, [isManaged ? MANAGED_URI : BLOB_URI]);
};
