import { dns1123LabelFaults, dns1123SubdomainFaults } from '../../formats.ts';
import { isSet, textOf } from '../../read.ts';
import { refuseFaults, requireField } from '../meta/text.ts';
import { isLonger, isNone, requireFields, SOURCE_FIELD, validateSecretRef, type SourceCheck } from './volume-source.ts';

export const validateNfs: SourceCheck = (nfs, to) => {
  const path = nfs.get('path');
  requireFields(nfs, to, 'server', 'path');
  const text = textOf(path);
  if (text !== undefined && !text.startsWith('/')) to.invalid('volume/absolute-path', path, 'must be an absolute path', { value: text });
};

/** `host:port`, with brackets around an address that has colons itself (`net.SplitHostPort`). */
function isHostAndPort(text: string): boolean {
  return /^(?:[^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/.test(text);
}

const HOSTS_TEXT = 'must be a host:port pair or multiple pairs separated by commas';

export const validateQuobyte: SourceCheck = (quobyte, to) => {
  const [registry, tenant] = [quobyte.get('registry'), quobyte.get('tenant')];
  const hosts = textOf(registry);
  if (hosts === '') to.required(SOURCE_FIELD.check, registry, HOSTS_TEXT);
  else if (isLonger(tenant, 64)) to.required(SOURCE_FIELD.check, tenant, 'must be a UUID and may not exceed a length of 64 characters');
  else if (textOf(tenant) !== undefined) for (const host of hosts?.split(',') ?? []) if (!isHostAndPort(host)) to.invalid('volume/hosts', registry, HOSTS_TEXT);
  requireField(quobyte.get('volume'), to, SOURCE_FIELD);
};

export const validateGlusterfs: SourceCheck = (glusterfs, to, { isPersistent }) => {
  requireFields(glusterfs, to, 'endpoints', 'path');
  const namespace = glusterfs.get('endpointsNamespace');
  if (!isPersistent || namespace.isAbsent) return;
  if (textOf(namespace) === '') to.invalid('volume/name-of-object', namespace, 'if the endpointnamespace is set, it must be a valid namespace name');
  else refuseFaults(namespace, to, { check: 'volume/name-of-object' }, dns1123LabelFaults);
};

export const validateFlocker: SourceCheck = (flocker, to) => {
  const [name, id] = [flocker.get('datasetName'), flocker.get('datasetUUID')];
  if (isNone(flocker, ['datasetName', 'datasetUUID'])) to.required(SOURCE_FIELD.check, flocker, 'one of datasetName and datasetUUID is required');
  if (isSet(name) && isSet(id) && !flocker.isOpen) {
    to.invalid('volume/flocker', flocker, 'datasetName and datasetUUID can not be specified simultaneously', { value: 'resource' });
  }
  refuseFaults(name, to, { check: 'volume/flocker' }, text => (text.includes('/') ? ["must not contain '/'"] : []));
};

export const validateCinder: SourceCheck = (cinder, to, { isPersistent }) => {
  requireField(cinder.get('volumeID'), to, SOURCE_FIELD);
  validateSecretRef(cinder.get('secretRef'), to, isPersistent);
};

export const validateStorageOs: SourceCheck = (storageos, to, { isPersistent }) => {
  requireField(storageos.get('volumeName'), to, SOURCE_FIELD);
  refuseFaults(storageos.get('volumeName'), to, { check: 'volume/name-of-object' }, dns1123LabelFaults);
  refuseFaults(storageos.get('volumeNamespace'), to, { check: 'volume/name-of-object' }, dns1123LabelFaults);
  validateSecretRef(storageos.get('secretRef'), to, isPersistent);
};

export const validateAzureFile: SourceCheck = (azure, to, { isPersistent }) => {
  requireFields(azure, to, 'secretName', 'shareName');
  const namespace = azure.get('secretNamespace');
  if (isPersistent && namespace.isPresent && textOf(namespace) === '') to.required(SOURCE_FIELD.check, namespace);
};

/** Options of a driver are its own, except those whose names Kubernetes keeps for itself. */
export const validateFlexVolume: SourceCheck = (flex, to) => {
  requireField(flex.get('driver'), to, SOURCE_FIELD);
  for (const { key, value } of flex.get('options').entries()) {
    const [prefix = key] = key.includes('/') ? key.split('/') : [key];
    if (/\.(?:kubernetes|k8s)\.io$/.test(`.${prefix.toLowerCase()}`)) {
      to.invalid('volume/flex-option', value, 'kubernetes.io and k8s.io namespaces are reserved', { value: key });
    }
  }
};

/** The name of a CSI driver: a DNS name in any case, of 63 characters at most. */
function validateCsiDriver(...[csi, to]: Parameters<SourceCheck>): void {
  const driver = csi.get('driver');
  requireField(driver, to, SOURCE_FIELD);
  if (isLonger(driver, 63)) to.tooLong('volume/csi-driver', driver, 63);
  refuseFaults(driver, to, { check: 'volume/csi-driver' }, name => dns1123SubdomainFaults(name.toLowerCase()));
}

/** A CSI volume of a pod itself. */
export const validateCsi: SourceCheck = (csi, to, context) => {
  validateCsiDriver(csi, to, context);
  const secretRef = csi.get('nodePublishSecretRef');
  if (!secretRef.isMapping) return;
  requireField(secretRef.get('name'), to, SOURCE_FIELD);
  refuseFaults(secretRef.get('name'), to, { check: 'volume/name-of-object', options: { field: `${csi.fieldPath}.name` } }, dns1123SubdomainFaults);
};

const CSI_SECRETS = ['controllerPublishSecretRef', 'controllerExpandSecretRef', 'nodePublishSecretRef', 'nodeExpandSecretRef'];

export const validateCsiPersistent: SourceCheck = (csi, to, context) => {
  validateCsiDriver(csi, to, context);
  requireField(csi.get('volumeHandle'), to, SOURCE_FIELD);
  for (const field of CSI_SECRETS) {
    const secretRef = csi.get(field);
    validateSecretRef(secretRef, to, true);
    refuseFaults(secretRef.get('name'), to, { check: 'volume/name-of-object' }, dns1123SubdomainFaults);
    refuseFaults(secretRef.get('namespace'), to, { check: 'volume/name-of-object' }, dns1123LabelFaults);
  }
};
