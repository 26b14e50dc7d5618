import { describe, expect, test } from 'vitest';
import { isPlaceholder } from '../../../src/core/yaml/mask.ts';
import { problemsOf, readText, rootOf } from './reading.ts';

const unknown = { state: 'unknown', why: 'templated' };

describe('template actions', () => {
  test.each([
    ['a value', 'a: {{ .Values.x }}\n'],
    ['a quoted value', 'a: "{{ .Values.x }}"\n'],
    ['a part of a value', 'a: web-{{ .Release.Name }}.svc\n'],
    ['two actions', 'a: {{ .a }}:{{ .b }}\n'],
    ['an action with quotes', 'a: {{ default "x: }} y" .b }}\n'],
    ['trimmed blanks', 'a: {{- .Values.x -}}\n'],
    ['a comment', 'a: {{/* # x: y */}}b\n'],
    ['an inline condition', 'a: {{ if .x }}1{{ else }}2{{ end }}\n'],
    ['several lines', 'a: {{ include "x" (dict\n  "b: " 1\n"c" 2) }}\n'],
    ['several lines and text behind', 'a: {{ include "x" (dict\n  "b" 1) }}-web\n'],
    ['block text', 'a: |\n  x\n  {{ .Values.y }}\n'],
    ['block text of control lines', 'a: |\n  {{- range .x }}\n      {{ . }}\n  {{- end }}\n'],
  ])('make a value unknown: %s', (_, text) => {
    const root = rootOf(`${text}other: 1\n`);
    expect(root.get('a').string()).toMatchObject(unknown);
    expect(root.get('other').number()).toMatchObject({ value: 1 });
    expect(problemsOf(text)).toEqual([]);
    expect(readText(text).documents[0]?.templated).toBe(true);
  });

  test('leave the place and the text of the field as they are written', () => {
    const at = rootOf('a: web-{{ .x }}\n').get('a');
    expect(at.source).toBe('web-{{ .x }}');
    expect(at.text).toBe('web-{{ .x }}');
  });

  test('in a key open the mapping', () => {
    const root = rootOf('labels:\n  {{ .key }}: x\n  app: web\n');
    expect(root.get('labels').isOpen).toBe(true);
    expect(root.get('labels').get('app').string()).toMatchObject({ value: 'web' });
    expect(root.get('labels').get('tier').string()).toMatchObject(unknown);
    expect(root.isOpen).toBe(false);
  });

  test('on lines of their own open the mapping around them', () => {
    const root = rootOf('spec:\n  {{- if .x }}\n  type: NodePort\n  {{- end }}\n  selector:\n    app: web\nstatus: {}\n');
    expect(root.get('spec').get('type').string()).toMatchObject({ value: 'NodePort' });
    expect(root.get('spec').get('clusterIP').string()).toMatchObject(unknown);
    expect(root.get('spec').get('selector').get('tier').isAbsent).toBe(true);
    expect(root.get('status').get('x').isAbsent).toBe(true);
  });

  test('that may write an empty value make it unknown', () => {
    const root = rootOf('metadata:\n  labels:\n    {{- include "labels" . | nindent 4 }}\n  name: x\n');
    expect(root.get('metadata').get('labels').mapping()).toMatchObject(unknown);
    expect(root.get('metadata').get('labels').isAbsent).toBe(false);
    expect(root.get('metadata').get('labels').get('app').string()).toMatchObject(unknown);
    expect(root.get('metadata').get('name').string()).toMatchObject({ value: 'x' });
  });

  test('among its items make a list unknown, but not its items', () => {
    const ports = rootOf('ports:\n  - port: 80\n  {{- range .more }}\n  - port: {{ . }}\n  {{- end }}\n').get('ports');
    expect(ports.list()).toMatchObject(unknown);
    expect(ports.isOpen).toBe(true);
    expect(ports.items().map(item => item.get('port').number().state)).toEqual(['known', 'unknown']);
  });

  test('between two equal keys make branches of them, of which none is known', () => {
    const text = 'spec:\n  {{- if .x }}\n  type: NodePort\n  {{- else }}\n  type: ClusterIP\n  {{- end }}\n';
    expect(problemsOf(text)).toEqual([]);
    expect(rootOf(text).get('spec').get('type').string()).toMatchObject(unknown);
  });

  test('in block text and quotes open nothing', () => {
    const root = rootOf('data:\n  rules: |\n    {{ if .x }}\n    {{ end }}\n  title: "{{ .y }}"\nkind: X\n');
    expect(root.get('data').isOpen).toBe(false);
    expect(root.get('data').get('other').isAbsent).toBe(true);
  });

  test('without end hide nothing behind them', () => {
    const root = rootOf('a: "{{ x"\nb: 1\n');
    expect(root.get('a').string()).toMatchObject(unknown);
    expect(root.get('b').number()).toMatchObject({ value: 1 });
    expect(root.document.templated).toBe(false);
  });

  test('do not reach into the next document', () => {
    const [first, second] = readText('a: "{{ x"\n---\nb: "y }}"\n').documents;
    expect([first?.templated, second?.templated]).toEqual([false, false]);
  });
});

describe('documents that are no YAML before they are rendered', () => {
  test.each([
    ['keys of a value that a template begins', 'metadata:\n  labels: {{- include "labels" . | nindent 4 }}\n    app: web\n'],
    ['control lines that change the indentation', '{{- if .x }}\nspec:\n  a: b\n{{- else }}\n    spec: c\n{{- end }}\n  d: e\n'],
    ['an action that writes half an entry', 'a: {{ .x }} "b"\n- c\n'],
  ])('are templated and no problem: %s', (_, text) => {
    const [document] = readText(text).documents;
    expect(document).toMatchObject({ tree: undefined, problems: [], templated: true });
  });

  test('do not hide their neighbours', () => {
    const { documents } = readText('a: 1\n---\nx: {{ a }} "b"\n- c\n---\nb: 2\n');
    expect(documents.map(({ tree, templated }) => [tree !== undefined, templated])).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ]);
  });

  test('a mistake far from any action is a problem all the same', () => {
    expect(problemsOf('title: "{{ .x }}"\nspec:\n  ports:\n  - port: 80\n   name: a\n')).toMatchObject([{ kind: 'syntax', fatal: true }]);
  });
});

describe('placeholders of other tools', () => {
  test.each([
    '${VAR}',
    '${VAR:=default}',
    'a-${VAR}.b',
    '$(VAR)',
    'http://$(HOST):80',
    '<name>',
    '<YOUR DOMAIN>.example.com',
    'registry/<project-id>/web',
    '__INGRESS_HOST__',
    'app.__DOMAIN__',
    '{{ x }}',
  ])('%s', value => {
    expect(isPlaceholder(value)).toBe(true);
    expect(rootOf(`a: '${value}'\n`).get('a').string()).toMatchObject(unknown);
    expect(rootOf(`a: '${value}'\n`).get('a').text).toBe(value);
    expect(problemsOf(`a: '${value}'\n`)).toEqual([]);
  });

  test.each([
    'a < b > c',
    '1 <2> 3',
    '<',
    '<>',
    '$',
    '$5',
    'a$b',
    '}}',
    '{ {',
    '#!/bin/sh\ncat <file >out\n',
    '<b>bold</b>',
    'x <= y',
    '->',
    '__init__',
    'a__b',
    '__',
  ])('not %j', value => {
    expect(isPlaceholder(value)).toBe(false);
  });

  test('in a key open the mapping', () => {
    expect(rootOf('a:\n  ${KEY}: x\n').get('a').get('b').string()).toMatchObject(unknown);
    expect(rootOf('a:\n  <name>: x\n').get('a').get('b').string()).toMatchObject(unknown);
    expect(rootOf('a:\n  ${KEY}: x\nc: {}\n').get('c').get('b').isAbsent).toBe(true);
  });

  test('are unknown as mapping, list and number too', () => {
    const a = rootOf('a: ${X}\n').get('a');
    expect(a.mapping()).toMatchObject(unknown);
    expect(a.list()).toMatchObject(unknown);
    expect(a.number()).toMatchObject(unknown);
    expect(a.get('b').get('c').string()).toMatchObject(unknown);
  });
});
