import { expect, test } from 'vitest';
import { keyPairFault } from '../../../../src/core/predict/admission/validation/config/key-pair.ts';

const pem = (type: string, body = 'AAAA'): string => `-----BEGIN ${type}-----\n${body}\n-----END ${type}-----\n`;
const certificate = pem('CERTIFICATE');
const key = pem('RSA PRIVATE KEY');

test.each([
  ['a chain and a key', certificate + certificate, key],
  ['parameters before the key', certificate, pem('EC PARAMETERS') + pem('EC PRIVATE KEY')],
  ['headers before the body', pem('CERTIFICATE', 'Proc-Type: 4\nDEK-Info: x\n\nAAAA'), pem('PRIVATE KEY')],
  ['ends of lines as on Windows', certificate.replaceAll('\n', '\r\n'), key],
])('%s', (_, first, second) => {
  expect(keyPairFault(first, second)).toBeUndefined();
});

test.each([
  ['nothing', '', key, 'certificate', 'tls: failed to find any PEM data in certificate input'],
  ['a body that is no base64', pem('CERTIFICATE', '...'), key, 'certificate', 'tls: failed to find any PEM data in certificate input'],
  ['text behind the end', certificate.trimEnd() + certificate, key, 'certificate', 'tls: failed to find any PEM data in certificate input'],
  ['no key', certificate, 'a2V5', 'key', 'tls: failed to find any PEM data in key input'],
  [
    'both the wrong way round',
    key,
    certificate,
    'certificate',
    'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched',
  ],
  ['a certificate for a key', certificate, certificate, 'key', 'tls: found a certificate rather than a key in the PEM for the private key'],
  [
    'other blocks only',
    certificate,
    pem('PUBLIC KEY') + pem('DH PARAMETERS'),
    'key',
    'tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [PUBLIC KEY DH PARAMETERS]',
  ],
])('%s', (_, first, second, of, text) => {
  expect(keyPairFault(first, second)).toEqual({ of, text });
});
