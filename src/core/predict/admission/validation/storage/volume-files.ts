import type { ConfigMapVolumeSource, DownwardAPIVolumeFile, DownwardAPIVolumeSource, KeyToPath, SecretVolumeSource } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Refusals } from '../../refusals.ts';
import { validateObjectFieldSelector, validateResourceFieldSelector } from '../container/field-selector.ts';
import { refuseFaults, requireField } from '../meta/text.ts';
import { localPathFaults, validateFileMode } from './volume-path.ts';

/** What a file of a downward API volume may show of its pod. */
const VOLUME_FIELDS = ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'];

const REQUIRED = { check: 'volume/source-field-required' } as const;

/** A key of a ConfigMap or Secret, and the file that it becomes. */
export function validateKeyToPath(item: Cursor<KeyToPath>, to: Refusals): void {
  requireField(item.get('key'), to, REQUIRED);
  requireField(item.get('path'), to, REQUIRED);
  refuseFaults(item.get('path'), to, { check: 'volume/path' }, localPathFaults);
  validateFileMode(item.get('mode'), to);
}

export function validateSecretVolumeSource(secret: Cursor<SecretVolumeSource>, to: Refusals): void {
  requireField(secret.get('secretName'), to, REQUIRED);
  validateFileMode(secret.get('defaultMode'), to);
  for (const item of secret.get('items').items()) validateKeyToPath(item, to);
}

export function validateConfigMapVolumeSource(configMap: Cursor<ConfigMapVolumeSource>, to: Refusals): void {
  requireField(configMap.get('name'), to, REQUIRED);
  validateFileMode(configMap.get('defaultMode'), to);
  for (const item of configMap.get('items').items()) validateKeyToPath(item, to);
}

/** A field of the pod as a file. The server reports its faults at the volume (`path`), not at the item. */
export function validateDownwardAPIVolumeFile(file: Cursor<DownwardAPIVolumeFile>, to: Refusals, path: string): void {
  const [fieldRef, resourceFieldRef, filePath] = [file.get('fieldRef'), file.get('resourceFieldRef'), file.get('path')];
  const at = { options: { field: `${path}.path` } };
  requireField(filePath, to, { ...REQUIRED, ...at });
  refuseFaults(filePath, to, { check: 'volume/path', ...at }, localPathFaults);
  if (fieldRef.isMapping) {
    validateObjectFieldSelector(fieldRef, to, { path: `${path}.fieldRef`, supported: VOLUME_FIELDS });
    if (resourceFieldRef.isMapping && !file.isOpen) {
      const detail = 'fieldRef and resourceFieldRef can not be specified simultaneously';
      to.invalid('volume/downward-source', file, detail, { field: path, value: 'resource' });
    }
  } else if (resourceFieldRef.isMapping) {
    validateResourceFieldSelector(resourceFieldRef, to, { path: `${path}.resourceFieldRef`, isVolume: true });
  } else if (fieldRef.isAbsent && resourceFieldRef.isAbsent) {
    to.required('volume/downward-source-required', file, 'one of fieldRef and resourceFieldRef is required', { field: path });
  }
  validateFileMode(file.get('mode'), to, { field: `${path}.mode` });
}

export function validateDownwardAPIVolumeSource(source: Cursor<DownwardAPIVolumeSource>, to: Refusals): void {
  validateFileMode(source.get('defaultMode'), to);
  for (const file of source.get('items').items()) validateDownwardAPIVolumeFile(file, to, source.fieldPath);
}
