import { expect, test } from 'vitest';
import { stepsOf } from '../../../src/core/model/references/row-tree.ts';
import { referencesOf } from '../../../src/core/model/references/references.ts';
import { valueOf } from '../../../src/core/yaml/field.ts';
import { clusterOf } from '../predict/shop.ts';

/** What an annotation of an Ingress names: kind, namespace where it is written, name. */
function named(key: string, value: string): readonly string[] {
  const ingress = `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: edge, annotations: {nginx.ingress.kubernetes.io/${key}: ${JSON.stringify(value)}}}}\n`;
  return referencesOf(clusterOf([ingress])).all.map(({ kind = '?', namespace, name }) =>
    [kind, ...(namespace ? [valueOf(namespace) ?? '?'] : []), valueOf(name) ?? '?'].join(' '),
  );
}

test.each([
  ['default-backend', 'errors', ['/Service errors']],
  ['default-backend', '{{ .name }}', ['/Service ?']],
  ['default-backend', '', []],
  ['auth-secret', 'basic-auth', ['/Secret basic-auth']],
  ['auth-tls-secret', 'shop/ca', ['/Secret shop ca']],
  ['auth-tls-secret', '{{ .ns }}/ca', ['/Secret ?']],
  ['auth-url', 'http://oauth2-proxy.auth.svc.cluster.local:4180/oauth2/auth', ['/Service auth oauth2-proxy']],
  ['auth-url', 'https://oauth2-proxy.auth.svc/oauth2/auth', ['/Service auth oauth2-proxy']],
  ['auth-url', 'https://$host/oauth2/auth', []],
  ['auth-signin', 'https://login.example.com/', []],
  ['auth-url', 'http://auth.shop.svc.example.com/', []],
  ['rewrite-target', 'errors', []],
])('%s: %s', (key, value, expected) => {
  expect(named(key, value)).toEqual(expected);
});

test('a key with dots is one step', () => {
  expect(stepsOf('metadata.annotations.[a.b/c-d]')).toEqual(['metadata', 'annotations', 'a.b/c-d']);
  expect(stepsOf('env[].valueFrom')).toEqual(['env', '[]', 'valueFrom']);
});
