import { expect, test } from 'vitest';
import { valueAround } from '../../../src/node/helm/enclosing-value.ts';
import { readTemplateLines } from '../../../src/node/helm/template-lines.ts';

test.each([
  ['{{- with .Values.web.env }}\nenv: {{ toYaml . | nindent 2 }} # here\n{{- end }}', 'web.env'],
  ['{{- with .Values.web }}\nname: {{ .name | quote }} # here\n{{- end }}', 'web.name'],
  ['{{- with $web := .Values.web }}\nname: {{ .name }} # here\n{{- end }}', 'web.name'],
  ['{{- with .Values.web }}{{- if .on }}\nname: {{ .name }} # here\n{{- end }}{{- end }}', 'web.name'],
  ['{{- range .Values.ports }}\n- port: {{ .port }} # here\n{{- end }}', 'ports'],
  ['{{- range $key, $port := .Values.ports }}\n- port: {{ .port }} # here\n{{- end }}', 'ports'],
  ['{{- with .Values.a }}\n{{- else with .Values.b }}\nname: {{ .name }} # here\n{{- end }}', 'b.name'],
  ['{{ with .Values.a }}x: {{ .b }} # here\n{{ end }}', 'a.b'],
  // The dot is something else.
  ['{{- with .Values.a }}\n{{- else }}\nname: {{ .name }} # here\n{{- end }}', undefined],
  ['{{- with .Values.a }}{{- end }}\nname: {{ .name }} # here', undefined],
  ['{{- with .Values.a }}{{- with .b }}\nname: {{ .name }} # here\n{{- end }}{{- end }}', undefined],
  ['{{- with .Values.a | default .Values.b }}\nname: {{ .name }} # here\n{{- end }}', undefined],
  ['{{- with .Values.a }}{{- define "x" }}\nname: {{ .name }} # here\n{{- end }}{{- end }}', undefined],
  // More than one value, or none, makes the line.
  ['{{- with .Values.a }}\nname: {{ .name }}{{ .other }} # here\n{{- end }}', undefined],
  ['{{- with .Values.a }}\nname: {{ include "x" $ }}{{ .other }} # here\n{{- end }}', undefined],
  ['{{- with .Values.a }}\nname: {{ .Release.Name }} # here\n{{- end }}', undefined],
  ['{{- with .Values.a }}\nname: "a . b" # here\n{{- end }}', undefined],
  ['{{- with .Values.a }}\nname: {{ include "a . b" }} # here\n{{- end }}', undefined],
])('%s', (text, path) => {
  const lines = readTemplateLines(text);
  const line = lines.findIndex(({ text: each }) => each.includes('# here')) + 1;
  expect(valueAround(lines, line)?.join('.')).toBe(path);
});
