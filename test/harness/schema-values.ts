import type { Schema } from '../../src/core/schema/schema.ts';
import type { Json } from './mutations.ts';
import type { Random } from './random.ts';

const TEXTS = ['web', 'example.com', 'a', 'Exact', '10s', '/cart', 'Always', 'HTTP', '10MB', '5', 'example.com/web', 'https://a.example'];

/** A text for a schema: one that its enumeration lists, or one that fits its pattern where any does. */
function textOf({ enum: names = [], constraints = {} }: Schema, random: Random): string {
  const supported = [...names, ...(constraints.enum ?? []).filter(value => typeof value === 'string')];
  const pattern = new RegExp(constraints.pattern ?? '');
  const fitting = TEXTS.filter(text => pattern.test(text));
  return random.pick(supported) ?? random.pick(fitting) ?? random.pick(TEXTS) ?? '';
}

/** A scalar of each type that has no parts. */
const SCALARS: Readonly<Partial<Record<Schema['type'], (random: Random) => Json>>> = {
  boolean: random => random.next() < 0.5,
  integer: random => 1 + random.below(90),
  number: random => 1 + random.below(90),
  intOrString: random => 1 + random.below(90),
  quantity: random => random.pick(['100m', '1Gi', '2']) ?? '1',
  bytes: () => 'YWJj',
  time: () => '2024-01-01T00:00:00Z',
  microTime: () => '2024-01-01T00:00:00.000000Z',
  duration: () => '10s',
  any: () => 'web',
};

/** Builds a value that mostly fits a schema, some levels deep: a start for mutations. */
export function buildValue(schema: Schema, random: Random, depth = 0): Json {
  if (schema.type === 'object') return buildObject(schema, random, depth);
  if (schema.type === 'string') return textOf(schema, random);
  const element = depth < 8 ? schema.element?.() : undefined;
  if (schema.type === 'map') return element ? { app: buildValue(element, random, depth + 1) } : {};
  if (schema.type === 'list') return element ? Array.from({ length: 1 + random.below(2) }, () => buildValue(element, random, depth + 1)) : [];
  return SCALARS[schema.type]?.(random) ?? 'web';
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
