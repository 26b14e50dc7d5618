import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { readConfiguration } from '../../../src/core/config/read-configuration.ts';
import { renderConfigurationSchema } from '../../../src/core/config/schema.ts';
import { KEYS } from '../../../src/core/config/keys.ts';

const schema = JSON.parse(renderConfigurationSchema(rules)) as object;
const validate = new Ajv({ strict: true, strictTypes: false }).compile(schema);

/** Faults that no schema can see: they compare parts of the configuration with each other, or numbers in a text. */
const BEYOND = new Set(['lock']);

function isRead(value: unknown): boolean {
  const { faults } = readConfiguration({ path: '.svclint.yaml', text: JSON.stringify(value), form: 'file', forAll: false, relative: path => path }, { rules });
  return faults.every(({ variant, message }) => BEYOND.has(variant) || message.includes('neither paths nor resources'));
}

const words = fc.constantFrom(
  'off',
  'error',
  'node-port-taken',
  'recommended',
  'kind',
  '1.33',
  '30000-32767',
  'cluster.local',
  '10.0.0.0/8',
  'a/*',
  '',
  '..',
  'x',
);
const leaf = fc.oneof(words, fc.boolean(), fc.integer({ min: -2, max: 9 }));
const ruleMap = fc.dictionary(
  fc.constantFrom('node-port-taken', 'nope'),
  fc.oneof(leaf, fc.record({ severity: leaf, options: fc.constant({}) }, { requiredKeys: [] })),
  { maxKeys: 2 },
);
const conditions = fc.dictionary(
  fc.constantFrom('kind', 'namespace', 'name', 'labels', 'nope'),
  fc.oneof(leaf, fc.array(leaf, { maxLength: 2 }), fc.dictionary(words, leaf, { maxKeys: 2 })),
  {
    maxKeys: 2,
  },
);
const entry = fc.dictionary(
  fc.constantFrom('paths', 'resources', 'rules', 'name', 'nope'),
  fc.oneof(leaf, fc.array(leaf, { maxLength: 2 }), ruleMap, conditions),
  { maxKeys: 3 },
);
const anything = fc.oneof(leaf, fc.array(leaf, { maxLength: 2 }), ruleMap, fc.array(entry, { maxLength: 2 }));
const configuration = fc.dictionary(fc.constantFrom(...Object.keys(KEYS), 'nope'), anything, { maxKeys: 3 });

describe('the schema of the table', () => {
  test('takes what the table reads, and nothing else', () => {
    fc.assert(
      fc.property(configuration, value => {
        expect(`${String(validate(value))} ${JSON.stringify(value)}`).toBe(`${String(isRead(value))} ${JSON.stringify(value)}`);
      }),
      { numRuns: 3000 },
    );
  });

  test('takes the configuration of the README: every example', () => {
    for (const [name, { example }] of Object.entries(KEYS)) {
      const { faults } = readConfiguration({ path: 'x', text: `${name}: ${example}`, form: 'file', forAll: false, relative: path => path }, { rules });
      expect(faults).toEqual([]);
    }
  });
});
