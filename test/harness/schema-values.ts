import type { Schema } from '../../src/core/schema/schema.ts';
import type { Json } from './mutations.ts';
import type { Random } from './random.ts';

const TEXTS = ['web', 'example.com', 'a', 'Exact', '10s', '/cart', 'Always', 'HTTP', '10MB', '5', 'example.com/web', 'https://a.example'];

/** A text for a schema: one that its enumeration lists, or one that fits its pattern where any does. */
function textOf({ enum: names = [], constraints = {} }: Schema, random: Random): string {
  const supported = [...names, ...(constraints.enum ?? [])];
  const pattern = new RegExp(constraints.pattern ?? '');
  return String(random.pick(supported) ?? random.pick(TEXTS.filter(text => pattern.test(text))) ?? random.pick(TEXTS));
}

/** Builds a value that mostly fits a schema, some levels deep: a start for mutations. */
export function buildValue(schema: Schema, random: Random, depth = 0): Json {
  switch (schema.type) {
    case 'object':
      return buildObject(schema, random, depth);
    case 'map': {
      const element = schema.element?.();
      return element && depth < 8 ? { app: buildValue(element, random, depth + 1) } : {};
    }
    case 'list': {
      const element = schema.element?.();
      return element && depth < 8 ? Array.from({ length: 1 + random.below(2) }, () => buildValue(element, random, depth + 1)) : [];
    }
    case 'boolean':
      return random.next() < 0.5;
    case 'integer':
    case 'number':
    case 'intOrString':
      return 1 + random.below(90);
    case 'quantity':
      return random.pick(['100m', '1Gi', '2']) ?? '1';
    case 'bytes':
      return 'YWJj';
    case 'time':
      return '2024-01-01T00:00:00Z';
    case 'microTime':
      return '2024-01-01T00:00:00.000000Z';
    case 'duration':
      return '10s';
    case 'any':
      return 'web';
    case 'string':
      return textOf(schema, random);
  }
}

function buildObject(schema: Schema, random: Random, depth: number): Json {
  const required = new Set(schema.constraints?.required);
  const entries: [string, Json][] = [];
  for (const name of schema.fieldNames?.() ?? []) {
    const field = schema.field?.(name);
    const isWanted = required.has(name) || (depth < 8 && random.next() < (depth < 2 ? 0.8 : 0.35));
    if (field && !field.minors && isWanted && name !== 'status') entries.push([name, buildValue(field.schema, random, depth + 1)]);
  }
  return Object.fromEntries(entries);
}
