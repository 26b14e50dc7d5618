import type { Secret } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { isPlaceholder } from '../../../../yaml/mask.ts';
import { configMapKeyFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { DATA_LIMIT } from './config-map.ts';
import { jsonObjectFault } from './json-syntax.ts';
import { keyPairFault } from './key-pair.ts';
import { SecretData } from './secret-data.ts';

const ACCOUNT_NAME = 'kubernetes.io/service-account.name';
const [TLS_CERT, TLS_KEY] = ['tls.crt', 'tls.key'];

/** A Secret: keys that can be names of files, values of 1 MiB together, and what its type asks for (`ValidateSecret`). */
export function validateSecret(secret: Cursor<Secret>, to: Refusals): void {
  const data = new SecretData(secret);
  for (const [key, { cursor }] of data.entries) {
    const faults = isPlaceholder(key) ? [] : configMapKeyFaults(key);
    for (const fault of faults) to.invalid('secret/key', cursor, fault, { field: `data[${key}]`, value: key });
  }
  if (data.size > DATA_LIMIT) to.tooLong('secret/size', secret.get('data'), DATA_LIMIT);
  validateSecretType(secret, data, to);
}

function validateSecretType(secret: Cursor<Secret>, data: SecretData, to: Refusals): void {
  switch (textOf(secret.get('type'))) {
    case 'kubernetes.io/service-account-token':
      validateAccountToken(secret, to);
      break;
    case 'kubernetes.io/dockercfg':
      validateDockerConfig(data, to, '.dockercfg');
      break;
    case 'kubernetes.io/dockerconfigjson':
      validateDockerConfig(data, to, '.dockerconfigjson');
      break;
    case 'kubernetes.io/basic-auth':
      if (data.lacks('username') && data.lacks('password')) for (const key of ['username', 'password']) requireKey(data, to, key);
      break;
    case 'kubernetes.io/ssh-auth':
      if (data.lacks('ssh-privatekey') || data.bytesOf('ssh-privatekey') === '') requireKey(data, to, 'ssh-privatekey');
      break;
    case 'kubernetes.io/tls':
      validateKeyPair(data, to);
      break;
    case undefined:
    default:
      break;
  }
}

function requireKey(data: SecretData, to: Refusals, key: string): void {
  to.required('secret/key-of-type-required', data.at(key), undefined, { field: `data[${key}]` });
}

function validateAccountToken(secret: Cursor<Secret>, to: Refusals): void {
  const annotations = secret.get('metadata').get('annotations');
  const account = annotations.get(ACCOUNT_NAME);
  if (textOf(account) === '') to.required('secret/service-account-required', account, undefined, { field: `metadata.annotations[${ACCOUNT_NAME}]` });
}

/** Credentials of registries are a JSON object; what it holds is not looked at. */
function validateDockerConfig(data: SecretData, to: Refusals, key: string): void {
  if (data.lacks(key)) {
    requireKey(data, to, key);
    return;
  }
  const bytes = data.bytesOf(key);
  const fault = bytes === undefined ? undefined : jsonObjectFault(bytes);
  if (fault !== undefined) to.invalid('secret/docker-config', data.at(key), fault, { field: `data[${key}]`, value: '<secret contents redacted>' });
}

/** Certificate and key have to be there; whether they fit is only warned of. */
function validateKeyPair(data: SecretData, to: Refusals): void {
  for (const key of [TLS_CERT, TLS_KEY]) if (data.lacks(key)) requireKey(data, to, key);
  const [certificate, key] = [data.bytesOf(TLS_CERT), data.bytesOf(TLS_KEY)];
  const fault = certificate === undefined || key === undefined ? undefined : keyPairFault(certificate, key);
  if (fault) to.warn('secret/key-pair-warning', data.at(fault.of === 'certificate' ? TLS_CERT : TLS_KEY), fault.text);
}
