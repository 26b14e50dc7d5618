import { expect, test } from 'vitest';
import { loadKinds } from '../../../../src/node/load-kinds.ts';
import { reviewCase } from '../../../conformance/admission.ts';

const kinds = loadKinds();

function refusalsOf(yaml: string): readonly string[] {
  return (reviewCase(yaml, kinds)?.causes ?? []).map(({ field, message }) => `${field}: ${message}`);
}

const secret = (type: string, rest = ''): string => `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ntype: kubernetes.io/${type}\n${rest}`;

test('a Secret of a type has the keys of the type', () => {
  expect(refusalsOf(secret('basic-auth'))).toEqual(['data[username]: Required value', 'data[password]: Required value']);
  expect(refusalsOf(secret('basic-auth', 'data: {password: ""}'))).toEqual([]);
  expect(refusalsOf(secret('tls', 'stringData: {tls.crt: x}'))).toEqual(['data[tls.key]: Required value']);
  expect(refusalsOf(secret('ssh-auth', 'data: {ssh-privatekey: ""}'))).toEqual(['data[ssh-privatekey]: Required value']);
});

test('a Secret whose keys are not all known lacks none', () => {
  for (const type of ['basic-auth', 'tls', 'ssh-auth', 'dockerconfigjson']) {
    expect(refusalsOf(secret(type, 'data: ${DATA}'))).toEqual([]);
    expect(refusalsOf(secret(type, 'stringData:\n  "${KEY}": x'))).toEqual([]);
  }
});

test('what stringData says wins over data', () => {
  expect(refusalsOf(secret('dockercfg', 'data: {.dockercfg: eA==}\nstringData: {.dockercfg: "{}"}'))).toEqual([]);
});

test('values have a mebibyte together, bytes of base64 as they are decoded', () => {
  const mebibyte = 'x'.repeat(1_048_576);
  const data = (value: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: ${value}}\n`;
  expect(refusalsOf(data(mebibyte))).toEqual([]);
  expect(refusalsOf(`${data(mebibyte)}binaryData: {b: eA==}`)).toEqual([': Too long: may not be more than 1048576 bytes']);
  expect(refusalsOf(secret('x', `stringData: {a: ${mebibyte}}\ndata: {b: eA==}`))).toEqual(['data: Too long: may not be more than 1048576 bytes']);
});

test('a key stands in one map of a ConfigMap', () => {
  const yaml = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: x}\nbinaryData: {a: eA==}\n';
  expect(refusalsOf(yaml)).toEqual(['data[a]: Invalid value: "a": duplicate of key present in binaryData']);
});
