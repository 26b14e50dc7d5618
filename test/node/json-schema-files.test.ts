import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/core/model/read-documents.ts';
import { reviewResource } from '../../src/core/predict/admission/review.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';
import { withSchemaFiles } from '../../src/node/json-schema-files.ts';
import { loadKinds } from '../../src/node/load-kinds.ts';
import { RECORDED_TARGET } from '../conformance/admission.ts';

const SCHEMA = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: ['size'],
      additionalProperties: false,
      properties: { size: { type: 'integer', minimum: 1 }, mode: { enum: ['fast', 'slow'] }, names: { type: 'array', items: { type: 'string' } } },
    },
  },
};

const folder = mkdtempSync(path.join(tmpdir(), 'svclint-schemas-'));
mkdirSync(path.join(folder, 'example.com'));
writeFileSync(path.join(folder, 'example.com/widget_v1.json'), JSON.stringify(SCHEMA));
writeFileSync(path.join(folder, 'gadget-example-v1.json'), JSON.stringify(SCHEMA));
writeFileSync(path.join(folder, 'broken-example-v1.json'), 'no JSON');

const locations = ['{{ .Group }}/{{.ResourceKind}}_{{ .ResourceAPIVersion }}.json', '{{ .ResourceKind }}{{ .KindSuffix }}.json'].map(name =>
  path.join(folder, name),
);
const told: string[] = [];
const kinds = withSchemaFiles(loadKinds(), locations, text => told.push(text));

function refusals(kind: string, spec: string): string[] {
  const [document] = parseSource('widget.yaml', `apiVersion: example.com/v1\nkind: ${kind}\nmetadata:\n  name: web\nspec: ${spec}\n`).documents;
  const [resource] = document ? readDocument(document).resources : [];
  if (!resource) throw new Error('no object');
  return reviewResource(resource, kinds, RECORDED_TARGET).causes.map(({ check, field }) => `${check} ${field}`);
}

test('an object is checked by the file of its kind', () => {
  expect(refusals('Widget', '{size: 1, mode: fast}')).toEqual([]);
  expect(refusals('Widget', '{mode: fats, colour: red, names: [1]}').sort()).toEqual([
    'schema-file/field-required spec.size',
    'schema-file/unknown-field spec.colour',
    'schema-file/value-unsupported spec.mode',
    'schema-file/wrong-type spec.names[0]',
  ]);
});

test('the next location is tried where a file is not there', () => {
  expect(refusals('Gadget', '{size: 0}')).toEqual(['schema-file/value spec.size']);
});

test('nothing is said of kinds without a file, and of what is hidden', () => {
  expect(refusals('Other', '{}')).toEqual([]);
  expect(refusals('Widget', '{size: "${SIZE}", mode: "${MODE}"}')).toEqual([]);
});

test('a file that is no JSON Schema is told and checks nothing', () => {
  expect(refusals('Broken', '{}')).toEqual([]);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('broken-example-v1.json is no JSON Schema');
});

test('kinds of Kubernetes keep their own schemas', () => {
  expect(kinds.find('v1', 'Service')?.source).toBe('built-in');
});
