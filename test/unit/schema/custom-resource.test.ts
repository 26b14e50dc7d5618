import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/model/read-documents.ts';
import { createCel } from '../../../src/core/predict/cel/create-cel.ts';
import { reviewResource, type Review } from '../../../src/core/predict/admission/review.ts';
import { combineKinds } from '../../../src/core/schema/combine-kinds.ts';
import { NO_KINDS, type KindInfo, type Kinds } from '../../../src/core/schema/kinds.ts';
import { readStructuralSchema } from '../../../src/core/schema/structural-schema.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';
import { loadKinds } from '../../../src/node/load-kinds.ts';
import { RECORDED_TARGET } from '../../conformance/admission.ts';

const cel = createCel();
const builtIn = loadKinds();

/** The one kind of example.com, with this schema of its spec. */
function kindsWith(spec: unknown): Kinds {
  const schema = readStructuralSchema({ type: 'object', properties: { spec } });
  const kind: KindInfo = { apiVersion: 'example.com/v1', kind: 'Widget', plural: 'widgets', scope: 'Namespaced', source: 'input', schema: () => schema };
  const find: Kinds['find'] = (apiVersion, name) => (apiVersion === kind.apiVersion && name === kind.kind ? kind : undefined);
  return combineKinds([{ ...NO_KINDS, find, versionsOf: (group, name) => (group === 'example.com' && name === 'Widget' ? [kind] : []) }, builtIn]);
}

function review(spec: unknown, written: string): Review {
  const text = `apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: web\nspec:\n${written.replaceAll(/^/gm, '  ')}\n`;
  const [document] = parseSource('widget.yaml', text).documents;
  const [resource] = document ? readDocument(document).resources : [];
  if (!resource) throw new Error('no object');
  return reviewResource(resource, kindsWith(spec), RECORDED_TARGET, { cel });
}

const told = (spec: unknown, written: string): string[] => review(spec, written).told.map(({ field, message }) => `${field}: ${message}`);
const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });
const UNCHECKED =
  '<nil>: Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation';

describe('what the schema of a definition says to an object', () => {
  test('unknown fields hide all else', () => {
    expect(told(object({ port: { type: 'integer' } }), 'prot: 80\nport: x')).toEqual(['spec.prot: unknown field "spec.prot"']);
  });

  test('fields are kept where the schema says so', () => {
    expect(told(object({}, { 'x-kubernetes-preserve-unknown-fields': true }), 'anything: 1')).toEqual([]);
    expect(told({ type: 'object', additionalProperties: { type: 'string' } }, 'anything: text')).toEqual([]);
  });

  test('a default takes the place of what is absent or null', () => {
    const schema = object({ mode: { type: 'string', default: 'fast' } }, { required: ['mode'] });
    expect(told(schema, '{}')).toEqual([]);
    expect(told(schema, 'mode:')).toEqual([]);
  });

  test('a null counts as absent, unless it may be one', () => {
    expect(told(object({ mode: { type: 'string' } }, { required: ['mode'] }), 'mode: null')).toEqual(['spec.mode: Required value']);
    expect(told(object({ mode: { type: 'string', nullable: true } }, { required: ['mode'] }), 'mode: null')).toEqual([]);
  });

  test('a number or a text where both are taken', () => {
    const schema = object({ port: { 'x-kubernetes-int-or-string': true } });
    expect(told(schema, 'port: 80')).toEqual([]);
    expect(told(schema, 'port: http')).toEqual([]);
    expect(told(schema, 'port: true')).toEqual(['spec.port: Invalid value: "boolean": spec.port in body must be of type integer,string: "boolean"']);
  });

  test('bounds in the words of the server', () => {
    const schema = object({
      name: { type: 'string', maxLength: 3 },
      many: { type: 'array', items: { type: 'string' }, maxItems: 1 },
      size: { type: 'integer', minimum: 1 },
    });
    expect(told(schema, 'name: long\nmany: [a, b]\nsize: 0').sort()).toEqual([
      'spec.many: Too many: 2: must have at most 1 items',
      'spec.name: Too long: may not be more than 3 bytes',
      'spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1',
    ]);
  });

  test('entries of a list map stand once', () => {
    const schema = object({
      ports: { type: 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'], items: object({ name: { type: 'string' } }) },
    });
    expect(told(schema, 'ports: [{name: a}, {name: a}]')).toEqual(['spec.ports[1]: Duplicate value: {"name":"a"}']);
  });

  test('rules, and that they are left unchecked where the value has another type', () => {
    const schema = object(
      { min: { type: 'integer' }, max: { type: 'integer' } },
      { 'x-kubernetes-validations': [{ rule: 'self.min <= self.max', message: 'min is above max' }] },
    );
    expect(told(schema, 'min: 2\nmax: 1')).toEqual(['spec: Invalid value: min is above max']);
    expect(told(schema, 'min: 1\nmax: 2')).toEqual([]);
    expect(told(schema, 'min: x\nmax: 2')).toEqual(['spec.min: Invalid value: "string": spec.min in body must be of type integer: "string"', UNCHECKED]);
  });

  test('what is hidden makes the verdict unknown and accuses nobody', () => {
    const schema = object({ size: { type: 'integer', minimum: 1 } }, { required: ['size'], 'x-kubernetes-validations': [{ rule: 'self.size > 5' }] });
    const { verdict, causes } = review(schema, 'size: ${SIZE}');
    expect([verdict, causes]).toEqual(['unknown', []]);
  });

  test('of alternatives that all fail, the best one is told', () => {
    const schema = object({ at: { type: 'string', anyOf: [{ format: 'ipv4' }, { pattern: '^x$' }] } });
    expect(told(schema, 'at: q').some(text => text.includes('"spec.at" must validate at least one schema (anyOf)'))).toBe(true);
    expect(told(schema, 'at: 10.0.0.1')).toEqual([]);
  });
});

describe('definitions that nobody should trust', () => {
  test('a pattern that other engines never end on', () => {
    expect(told(object({ name: { type: 'string', pattern: '^(a+)+$' } }), `name: ${'a'.repeat(5000)}b`)).toHaveLength(1);
  });

  test('a rule that goes through all of a list for each of its entries, three times over', () => {
    const rule = 'self.names.all(a, self.names.all(b, self.names.all(c, a + b + c != "")))';
    const schema = object({ names: { type: 'array', items: { type: 'string' } } }, { 'x-kubernetes-validations': [{ rule }] });
    expect(review(schema, `names: [${Array.from({ length: 400 }, (_, i) => `n${String(i)}`).join(', ')}]`).verdict).toBe('unknown');
  });

  test('parts that are no schema take anything', () => {
    for (const broken of [null, 5, [], 'x', { $ref: '#/definitions/a' }]) expect(told(object({ a: broken }), 'a: {b: [1]}')).toEqual([]);
    const wrong = { type: 5, required: 'x', enum: {}, properties: [], items: 3, 'x-kubernetes-validations': 'x', anyOf: {}, pattern: 7 };
    expect(told(object({ a: wrong }), 'a: 1')).toEqual([]);
  });

  test('names that objects inherit are no fields', () => {
    expect(told(object({}), 'constructor: 1\n__proto__: {a: 1}')).toEqual([
      'spec.constructor: unknown field "spec.constructor"',
      'spec.__proto__: unknown field "spec.__proto__"',
    ]);
    expect(told(object({}, { required: ['toString'] }), '{}')).toEqual(['spec.toString: Required value']);
  });

  test('alternatives within alternatives end', () => {
    let nested: object = { type: 'string' };
    for (let depth = 0; depth < 40; depth++) nested = { anyOf: [nested, nested], oneOf: [nested] };
    expect(review(object({ a: nested }), 'a: 1').verdict).not.toBe('accept');
  });
});
