import type { ConfigMapKeySelector, EnvFromSource, EnvVar, EnvVarSource, ObjectFieldSelector, PodSpec, Volume } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { configMapKeyFaults, dns1123LabelFaults, dns1123SubdomainFaults, envVarNameFaults } from '../../formats.ts';
import { isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateObjectFieldSelector, validateResourceFieldSelector } from './field-selector.ts';
import { refuseFaults, requireField } from '../meta/text.ts';
import { backstepFaults } from '../storage/volume-path.ts';

/** A value in a file that another container writes; `kubernetes-types` 1.30 has none. */
interface FileKeySelector {
  readonly volumeName?: string;
  readonly path?: string;
  readonly key?: string;
}

interface Source extends EnvVarSource {
  readonly fileKeyRef?: FileKeySelector;
}

const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'] as const;

/** Fields of the pod that a variable can hold. */
const POD_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** Variables had to be C identifiers with dots and dashes before 1.32. */
const OLD_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const OLD_NAME_FAULT =
  "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')";

/** A name of a variable, or the start of one. */
function validateEnvVarName(at: Cursor<string>, to: Refusals): void {
  const name = textOf(at);
  if (name === undefined || name === '') return;
  const faults = envVarNameFaults(name);
  const isOld = (to.minors.at(-1) ?? 0) < 32;
  for (const fault of faults) to.invalid('env/name', at, isOld ? OLD_NAME_FAULT : fault);
  if (faults.length === 0 && !OLD_NAME.test(name)) to.invalid('env/name', at, OLD_NAME_FAULT, { until: 31 });
}

function validateKeySelector(selector: Cursor<ConfigMapKeySelector>, to: Refusals): void {
  const [name, key] = [selector.get('name'), selector.get('key')];
  const text = textOf(name);
  if (text !== undefined) for (const fault of dns1123SubdomainFaults(text)) to.invalid('env/reference-name', name, fault);
  requireField(key, to, { check: 'env/reference-key-required' });
  refuseFaults(key, to, { check: 'env/reference-key' }, configMapKeyFaults);
}

function validateFileKeySelector(selector: Cursor<FileKeySelector>, to: Refusals): void {
  const [key, volume, path] = [selector.get('key'), selector.get('volumeName'), selector.get('path')];
  requireField(key, to, { check: 'env/reference-key-required', options: { since: 35 } });
  refuseFaults(key, to, { check: 'env/reference-key', options: { since: 35 } }, envVarNameFaults);
  requireField(volume, to, { check: 'env/file-volume-required', options: { since: 35 } });
  refuseFaults(volume, to, { check: 'env/file-volume', options: { since: 35 } }, dns1123LabelFaults);
  requireField(path, to, { check: 'env/file-path-required', options: { since: 35 } });
  refuseFaults(path, to, { check: 'env/file-path', options: { since: 35 } }, backstepFaults);
}

function validateSource(source: Cursor<Source>, kind: (typeof SOURCES)[number], to: Refusals): void {
  const path = `${source.fieldPath}.${kind}`;
  if (kind === 'fieldRef') validateObjectFieldSelector(source.get(kind).as<ObjectFieldSelector>(), to, { path, supported: POD_FIELDS });
  else if (kind === 'resourceFieldRef') validateResourceFieldSelector(source.get(kind), to, { path, isVolume: false });
  else if (kind === 'fileKeyRef') validateFileKeySelector(source.get(kind), to);
  else validateKeySelector(source.get(kind), to);
}

/** Where a variable gets its value from: exactly one source, and then no value (`validateEnvVarValueFrom`). */
function validateEnvVarSource(variable: Cursor<EnvVar>, to: Refusals): void {
  const source = variable.get('valueFrom').as<Source>();
  if (!source.isPresent) return;
  const written = SOURCES.filter(kind => source.get(kind).isPresent);
  for (const kind of written) validateSource(source, kind, to);
  const others = '`fieldRef`, `resourceFieldRef`, `configMapKeyRef`';
  if (SOURCES.every(kind => source.get(kind).isAbsent)) {
    const last = (to.minors.at(-1) ?? 0) >= 35 ? ', `secretKeyRef` or `fileKeyRef`' : ' or `secretKeyRef`';
    to.invalid('env/source', source, `must specify one of: ${others}${last}`, { value: '' });
  } else if (written.length > 0 && isSet(variable.get('value'))) {
    to.invalid('env/value-and-source', source, 'may not be specified when `value` is not empty', { value: '' });
  } else if (written.length > 1 && !source.isOpen && textOf(variable.get('value')) === '') {
    to.invalid('env/source', source, 'may not have more than one field specified at a time', { value: '' });
  }
}

/** Variables of a container (`ValidateEnv`). */
export function validateEnv(variables: Cursor<EnvVar[]>, to: Refusals): void {
  for (const variable of variables.items()) {
    requireField(variable.get('name'), to, { check: 'env/name-required' });
    validateEnvVarName(variable.get('name'), to);
    validateEnvVarSource(variable, to);
  }
}

/** All entries of a ConfigMap or Secret as variables (`ValidateEnvFrom`). The server names the list, not its element. */
export function validateEnvFrom(sources: Cursor<EnvFromSource[]>, to: Refusals): void {
  const options = { field: sources.fieldPath, value: '' };
  for (const source of sources.items()) {
    validateEnvVarName(source.get('prefix'), to);
    const references = [source.get('configMapRef'), source.get('secretRef')] as const;
    for (const reference of references) {
      if (!reference.isPresent) continue;
      requireField(reference.get('name'), to, { check: 'env/reference-name-required' });
      refuseFaults(reference.get('name'), to, { check: 'env/reference-name' }, dns1123SubdomainFaults);
    }
    if (references.every(reference => reference.isAbsent)) to.invalid('env/source', source, 'must specify one of: `configMapRef` or `secretRef`', options);
    else if (references.every(reference => reference.isPresent) && !source.isOpen) {
      to.invalid('env/source', source, 'may not have more than one field specified at a time', options);
    }
  }
}

const isEmptyDir = (volume: Cursor<Volume>): boolean => volume.get('emptyDir').isPresent;

/** Files with values stand in a volume of the pod that starts empty (`validateFileKeyRefVolumes`). */
export function validateFileKeyVolumes(variables: Cursor<EnvVar[]>, spec: Cursor<PodSpec>, to: Refusals): void {
  const volumes = spec.get('volumes');
  for (const variable of variables.items()) {
    const reference = variable.get('valueFrom').as<Source>().get('fileKeyRef');
    const at = reference.get('volumeName');
    const name = reference.isPresent ? textOf(at) : undefined;
    if (name === undefined) continue;
    const named = volumes.items().filter(volume => textOf(volume.get('name')) === name);
    const last = named.at(-1);
    if (last) {
      if (!isEmptyDir(last) && !last.isOpen) to.invalid('env/file-volume', at, 'referenced volume must be of type emptyDir', { since: 35 });
    } else if (!volumes.isOpen && volumes.items().every(volume => textOf(volume.get('name')) !== undefined)) {
      to.notFound('env/file-volume', at, { since: 35 });
    }
  }
}
