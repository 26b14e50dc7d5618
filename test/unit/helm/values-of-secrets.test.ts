import { expect, test } from 'vitest';
import { valuesOfSecrets } from '../../../src/node/helm/values.ts';

const head = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Values.name }}\n';

test.each([
  [`${head}data:\n  a: {{ .Values.db.password | b64enc }}\n`, ['db.password']],
  [`${head}stringData:\n{{- range $key, $value := .Values.tokens }}\n  {{ $key }}: {{ $value }}\n{{- end }}\n`, ['tokens']],
  [`{{- if .Values.on }}\n${head}type: {{ .Values.type }}\ndata: {{ toYaml .Values.data | nindent 2 }}\n{{- end }}\n`, ['data']],
  [`kind: ConfigMap\ndata:\n  a: {{ .Values.a }}\n---\n${head}data:\n  b: {{ .Values.b }}\n`, ['b']],
  ['kind: SecretStore\ndata:\n  a: {{ .Values.a }}\n', []],
  ['kind: ConfigMap\ndata:\n  a: {{ .Values.a }}\n', []],
])('%s', (template, paths) => {
  expect(valuesOfSecrets(template)).toEqual(paths);
});
