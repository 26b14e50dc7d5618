import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createCel } from '../../../src/core/predict/cel/create-cel.ts';
import { parseQuantity } from '../../../src/core/model/quantity.ts';
import { readBundledKinds } from '../../../src/core/schema/bundled-kinds.ts';
import { readCustomResource } from '../../../src/core/schema/custom-value.ts';
import { readStructuralSchema } from '../../../src/core/schema/structural-schema.ts';
import { ValueValidator } from '../../../src/core/schema/validate-value.ts';
import { walk, type WalkOptions } from '../../../src/core/schema/walk.ts';
import type { Schema } from '../../../src/core/schema/schema.ts';
import { Cursor } from '../../../src/core/yaml/cursor.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';
import { loadKinds } from '../../../src/node/load-kinds.ts';
import { jsonSchemaOfObject, jsonSchemaOfTypes, type JsonSchema } from '../../harness/json-schema-of.ts';
import { mutate, type Json } from '../../harness/mutations.ts';
import { Random } from '../../harness/random.ts';
import { buildValue } from '../../harness/schema-values.ts';

// The walker and a widely used engine of JSON Schema read the same schemas and judge the same values, made by chance from a seed.

const MUTATIONS = 400;
const kinds = loadKinds();
const cel = createCel();

function rootOf(value: Json): Cursor {
  const [document] = parseSource('value.json', JSON.stringify(value)).documents;
  const root = document && Cursor.root(document);
  if (!root) throw new Error('the value does not parse');
  return root;
}

const OPTIONS: WalkOptions = {
  quantityFault: text => {
    const read = parseQuantity(text);
    return typeof read === 'string' ? read : undefined;
  },
  isFreeText: () => false,
  minors: [36],
};

interface Comparison {
  /** Values on which the two differ. */
  readonly differences: readonly string[];
  /** Of all values, how many ajv takes. */
  readonly accepted: number;
  readonly all: number;
}

function compare(schema: Schema, jsonSchema: JsonSchema, accepts: (value: Json) => boolean): Comparison {
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: false, unicodeRegExp: false }).compile(jsonSchema);
  const random = new Random(4711);
  const found: string[] = [];
  let [accepted, all] = [0, 0];
  const build = (): Json => {
    // Mutations tell most where the start fits.
    const tries = Array.from({ length: 30 }, () => buildValue(schema, random));
    return tries.find(value => validate(value)) ?? tries[0] ?? {};
  };
  let base = build();
  for (let i = 0; i < MUTATIONS; i++) {
    if (i % 40 === 0) base = build();
    // Mutations of mutations reach combinations that one change alone does not.
    const value = mutate(i % 2 === 0 ? base : mutate(base, random), random);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const [ours, theirs] = [accepts(value), validate(value)];
    accepted += theirs ? 1 : 0;
    all++;
    if (ours !== theirs) found.push(`${ours ? 'only the walker' : 'only ajv'} takes ${JSON.stringify(value)}: ${JSON.stringify(validate.errors?.[0] ?? '')}`);
  }
  return { differences: found, accepted, all };
}

/** A comparison says something only where both verdicts occur. */
function expectEqual({ differences, accepted, all }: Comparison): void {
  expect(differences).toEqual([]);
  expect(accepted).toBeGreaterThan(all / 20);
  expect(accepted).toBeLessThan((19 * all) / 20);
}

const BUILT_IN = [
  'v1 Service',
  'v1 Pod',
  'apps/v1 Deployment',
  'networking.k8s.io/v1 Ingress',
  'networking.k8s.io/v1 NetworkPolicy',
  'autoscaling/v2 HorizontalPodAutoscaler',
];

describe('the types of built-in kinds, for the walker and for ajv', () => {
  it.each(BUILT_IN)('%s', name => {
    const [apiVersion = '', kind = ''] = name.split(' ');
    const schema = kinds.find(apiVersion, kind)?.schema();
    if (!schema) throw new Error(`${name} has no schema`);
    const accepts = (value: Json): boolean => walk(rootOf(value), schema, OPTIONS).problems.length === 0;
    expectEqual(compare(schema, jsonSchemaOfTypes(schema), accepts));
  });
});

/** The schemas of definitions as they are carried, before they are turned into ones for the walker. */
const definitions = new Map<Schema, unknown>();
const bundled = readBundledKinds(
  file => readFileSync(path.join(import.meta.dirname, '../../../schemas', file), 'utf8'),
  raw => {
    const schema = readStructuralSchema(raw);
    definitions.set(schema, raw);
    return schema;
  },
);

const CUSTOM = [
  'gateway.networking.k8s.io/v1 HTTPRoute',
  'gateway.networking.k8s.io/v1 Gateway',
  'monitoring.coreos.com/v1 ServiceMonitor',
  'cert-manager.io/v1 Certificate',
  'networking.istio.io/v1 VirtualService',
  'keda.sh/v1alpha1 ScaledObject',
];

function acceptsCustom(schema: Schema): (value: Json) => boolean {
  return value => {
    const reading = readCustomResource(rootOf(value), schema);
    const validator = new ValueValidator({ matches: (pattern, text) => cel.matches(pattern, text), open: reading.open });
    return reading.unknownFields.length === 0 && validator.validate(reading.value, schema).faults.length === 0;
  };
}

describe('the schemas of custom kinds, for the walker and for ajv', () => {
  it.each(CUSTOM)('%s', name => {
    const [apiVersion = '', kind = ''] = name.split(' ');
    const schema = bundled.find(apiVersion, kind)?.schema();
    if (!schema) throw new Error(`${name} has no schema`);
    expectEqual(compare(schema, jsonSchemaOfObject(definitions.get(schema)), acceptsCustom(schema)));
  });
});
